import { AssayError, tasks } from '@assay/schema'
import type { DoctorFlags } from '../commands/doctor.ts'
import { type LoadedConfig, loadConfig } from '../config/load.ts'
import { defaultDataset } from '../datasets.ts'
import { exitCodeOf } from '../exit-codes.ts'
import { chooseSystems, uninstalledSystems } from '../systems.ts'
import { print, printJson } from '../terminal.ts'
import { examineSystem } from './examine-system.ts'
import { type Examined, examined } from './findings.ts'
import { examineDataset, examineNode, examineStateFolder } from './workplace.ts'

/** `assay doctor`: the machine, the config, the dataset, the systems. The exit status is that of the first illness. */
export async function runDoctor(names: readonly string[], flags: DoctorFlags): Promise<void> {
  const all: Examined[] = []
  for await (const one of examineAll(names, flags)) {
    all.push(one)
    if (!flags.json) print(textOf(one))
  }
  const ill = all.filter(({ status }) => status === 'ill')
  if (flags.json) printJson({ schema: 'assay.doctor/1', well: ill.length === 0, examined: all })
  else print(ill.length === 0 ? '\nAll is well.' : `\n${ill.length} of ${all.length} need something.`)
  const codes = ill.map(({ code }) => exitCodeOf[code])
  const worst = [2, 50, 60].find((code) => codes.some((found) => found === code))
  if (worst !== undefined) process.exitCode = worst
}

async function* examineAll(names: readonly string[], flags: DoctorFlags): AsyncGenerator<Examined> {
  yield examineNode()
  yield examineStateFolder()
  const loaded = await load(flags)
  if ('about' in loaded) {
    yield loaded
    return
  }
  const { config, file } = loaded
  yield examined('config', 'config-invalid', [], file ?? 'none: the defaults hold')
  yield await examineDataset(flags.dataset ?? config.dataset ?? defaultDataset)
  const filter = { tasks, ...(names.length > 0 && { names }) }
  for (const { name, install } of uninstalledSystems(config, filter)) {
    const detail = `needs an optional library; \`assay run\` passes over it: ${install}`
    yield { about: `system ${name}`, status: 'passed-over', code: 'system-failed', findings: [], detail }
  }
  for (const spec of chooseSystems(config, filter)) {
    const { name, predictions } = spec
    const allowNetwork = flags.allowNetwork ?? false
    yield await examineSystem({ config: file, spec: { name, predictions }, allowNetwork })
  }
}

async function load(flags: DoctorFlags): Promise<LoadedConfig | Examined> {
  try {
    return await loadConfig(flags.config)
  } catch (error) {
    if (!AssayError.is(error)) throw error
    const why = 'It names the dataset and the systems; nothing runs without it.'
    const cure = error.hint ?? 'Correct the file; `assay init` writes one to compare with.'
    return examined('config', 'config-invalid', [{ what: error.message, why, cure }])
  }
}

function textOf({ about, status, detail, findings }: Examined): string {
  const mark = { well: 'ok   ', ill: 'WRONG', 'passed-over': '-    ' }[status]
  const heading = `  ${mark}  ${about}${detail ? `: ${detail}` : ''}`
  const lines = findings.flatMap(({ what, why, cure }) => [what, ...(why ? [why] : []), `cure: ${cure}`])
  return [heading, ...lines.map((line) => line.replaceAll(/^/gm, ' '.repeat(9)))].join('\n')
}
