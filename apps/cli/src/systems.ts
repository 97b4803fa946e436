import { basename, extname, resolve } from 'node:path'
import { builtInSystems, catalogue, predictions } from '@assay/adapters'
import {
  type AssayConfig,
  AssayError,
  type System,
  type SystemEntry,
  systemNameSchema,
  type Task,
} from '@assay/schema'
import picomatch from 'picomatch'
import { suggestion } from './suggestion.ts'

/** How another process finds a system: by its name in the config (or among the built-in ones), or by a predictions file. */
export interface SystemSpec {
  readonly name: string
  readonly predictions: string | null
}

export interface NamedSystem extends SystemSpec {
  /** Null for a config's function: it is called only in the process that runs the system. */
  readonly tasks: readonly Task[] | null
}

/** Every system of the config, or every built-in one where the config names none. */
export function systemEntries(config: AssayConfig): Readonly<Record<string, SystemEntry>> {
  return config.systems ?? builtInSystems()
}

/** The system that a spec means, made afresh. */
export async function createSystem(config: AssayConfig, spec: SystemSpec): Promise<System> {
  if (spec.predictions !== null) return predictions({ file: spec.predictions })
  const entry = systemEntries(config)[spec.name]
  if (entry === undefined) throw new AssayError('usage', `there is no system ${JSON.stringify(spec.name)}`)
  return typeof entry === 'function' ? await entry() : entry
}

export interface SystemFilter {
  /** Globs over names; absent: all. */
  readonly names?: readonly string[]
  readonly tasks: readonly Task[]
  /** Files of predictions, each a system named after its file. */
  readonly predictions?: readonly string[]
}

/**
 * The systems to run, in name order.
 *
 * @throws AssayError `usage` if a glob matches nothing, a name is taken twice, or nothing is left;
 * `file-invalid` if a predictions file cannot be read.
 */
export function chooseSystems(config: AssayConfig, filter: SystemFilter): NamedSystem[] {
  const all = [...configured(config), ...(filter.predictions ?? []).map(predictionsFile)]
  const names = all.map((system) => system.name)
  const twice = names.find((name, i) => names.indexOf(name) !== i)
  if (twice !== undefined) {
    throw new AssayError('usage', `two systems are named ${JSON.stringify(twice)}`, {
      hint: 'Rename the predictions file.',
    })
  }
  const passedOver = uninstalledSystems(config, filter).map(({ name }) => name)
  const chosen = all
    .filter((system) => system.predictions !== null || matches(filter.names, system.name))
    .filter((system) => system.predictions !== null || !passedOver.includes(system.name))
    .filter((system) => system.tasks === null || system.tasks.some((task) => filter.tasks.includes(task)))
  for (const glob of filter.names ?? []) {
    if (!names.some((name) => matches([glob], name))) {
      throw new AssayError('usage', `no system matches ${JSON.stringify(glob)}${suggestion(glob, names)}`, {
        hint: `Systems are ${names.join(', ')}.`,
      })
    }
  }
  if (chosen.length === 0) {
    throw new AssayError('usage', `no system does ${filter.tasks.join(' or ')}`, {
      hint: 'See `assay list systems`.',
    })
  }
  return chosen.sort((a, b) => (a.name < b.name ? -1 : 1))
}

/**
 * The built-in systems that nobody asked for by name and that need a library which is not installed, with the
 * command that installs it. `chooseSystems` passes them over; asked for by name, they fail with that command.
 */
export function uninstalledSystems(
  config: AssayConfig,
  { names, tasks }: SystemFilter,
): { readonly name: string; readonly install: string }[] {
  if (names !== undefined || config.systems !== undefined) return []
  return catalogue
    .filter((entry) => entry.tasks.some((task) => tasks.includes(task)))
    .flatMap(({ id, install }) => {
      const command = install?.() ?? null
      return command === null ? [] : [{ name: id, install: command }]
    })
}

function configured(config: AssayConfig): NamedSystem[] {
  const fromConfig = config.systems !== undefined
  return Object.entries(systemEntries(config)).map(([name, entry]) => ({
    name,
    predictions: null,
    // Functions of the built-in list are ours and cheap; a user's may load a model.
    tasks: typeof entry !== 'function' ? entry.tasks : fromConfig ? null : (entry() as System).tasks,
  }))
}

function predictionsFile(file: string): NamedSystem {
  const name = basename(file, extname(file))
  if (!systemNameSchema.safeParse(name).success) {
    throw new AssayError('usage', `${file}: its name cannot be the name of a system`, {
      hint: 'Rename the file to letters, digits and - _ . only.',
    })
  }
  return { name, predictions: resolve(file), tasks: predictions({ file }).tasks }
}

function matches(globs: readonly string[] | undefined, name: string): boolean {
  return globs === undefined || picomatch.isMatch(name, [...globs])
}
