import { AssayError } from '@assay/schema'
import type { CheckAdapterFlags } from '../commands/check-adapter.ts'
import { loadConfig } from '../config/load.ts'
import { exitCodeOf } from '../exit-codes.ts'
import { suggestion } from '../suggestion.ts'
import { chooseSystem } from './choose.ts'
import { checks } from './checks/index.ts'
import { examine } from './examine.ts'
import { print, printJson } from '../terminal.ts'
import { heading, lineOf, totals } from './print.ts'

/** `assay check-adapter`: does a system keep what every system must keep? Exit 60 if not. */
export async function checkAdapter(name: string, flags: CheckAdapterFlags): Promise<void> {
  const { config, file, hash } = await loadConfig(flags.config)
  const spec = chooseSystem(config, name)
  for (const id of flags.only ?? []) {
    const ids = checks.map((check) => check.id)
    if (!ids.includes(id)) {
      throw new AssayError('usage', `there is no check ${JSON.stringify(id)}${suggestion(id, ids)}`, {
        hint: `Checks are ${ids.join(', ')}.`,
      })
    }
  }
  if (!flags.json) print(heading(name))
  const examination = await examine({
    argument: {
      config: spec.predictions === null ? file : null,
      spec,
      allowNetwork: flags.allowNetwork ?? false,
      timeoutMs: 1000 * (flags.timeout ?? config.timeout ?? 60),
    },
    configHash: hash,
    ...(flags.only && { only: flags.only }),
    startTimeoutMs: 300_000,
    onVerdict: (verdict) => {
      if (!flags.json) print(lineOf(verdict))
    },
  })
  if (flags.json) printJson({ schema: 'assay.check-adapter/1', system: name, ...examination })
  else print(totals(examination))
  if (examination.verdicts.some(({ status }) => status === 'wrong')) {
    process.exitCode = exitCodeOf['system-failed']
  }
}
