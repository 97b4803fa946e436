import { type AssayConfig, AssayError } from '@assay/schema'
import { suggestion } from '../suggestion.ts'
import { systemEntries, type SystemSpec } from '../systems.ts'
import { builtInSystems } from '@assay/adapters'

/**
 * The system of that name: of the config, or of the built-in ones.
 *
 * @throws AssayError `usage` if there is none.
 */
export function chooseSystem(config: AssayConfig, name: string): SystemSpec {
  const names = Object.keys(systemEntries(config))
  if (names.includes(name)) return { name, predictions: null }
  const isBuiltIn = Object.hasOwn(builtInSystems(), name)
  throw new AssayError('usage', `there is no system ${JSON.stringify(name)}${suggestion(name, names)}`, {
    hint: isBuiltIn
      ? `It is built in, but the config names its own systems: ${names.join(', ')}.`
      : `Systems are ${names.join(', ')}.`,
  })
}
