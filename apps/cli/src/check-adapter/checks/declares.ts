import { entityTypes, layerOfTask, pathText, type System, systemRecordSchema, tasks } from '@assay/schema'
import { describeSystem, messageOf } from '@assay/runner'
import type { Check, Finding } from '../check.ts'
import { shown } from '../difference.ts'

export const declares: Check = {
  id: 'declares',
  promise: 'says what it is: version, tasks, options that are JSON, files that can be read',
  async run({ system }) {
    const faults = [...(await recordFaults(system)), ...taskFaults(system), ...typeFaults(system)]
    const files = system.files?.length ?? 0
    const measured = `${system.adapter} ${system.version}${files > 0 ? `, ${files} files hashed` : ''}`
    return { faults, measured }
  },
}

/** What would be written into the record of a run. */
async function recordFaults(system: System): Promise<Finding[]> {
  let record: unknown
  try {
    record = await describeSystem('checked', system)
  } catch (error) {
    return [{ path: 'files', what: messageOf(error), hint: 'Every path in `files` must be a readable file.' }]
  }
  const parsed = systemRecordSchema.safeParse(record)
  if (parsed.success) return []
  return parsed.error.issues.map((issue) => ({
    path: pathText(issue.path),
    what: issue.message,
    got: shown(
      issue.path.reduce<unknown>((part, key) => (part as Record<PropertyKey, unknown>)?.[key], record),
    ),
    ...(issue.path[0] === 'options' && {
      hint: 'Options join the identity of a run: strings, numbers, lists.',
    }),
  }))
}

function taskFaults({ kind, tasks: declared }: System): Finding[] {
  const wrong = (what: string): Finding => ({ path: 'tasks', what, got: shown(declared) })
  if (new Set(declared).size < declared.length) return [wrong('a task stands there twice')]
  if (declared.some((task) => !tasks.includes(task))) return []
  if (kind === 'summarizer' && declared.some((task) => task !== 'summaries')) {
    return [wrong('a summarizer does summaries and nothing else')]
  }
  if (kind === 'extractor' && declared.includes('summaries')) {
    return [wrong(`an extractor gives no ${layerOfTask.summaries}: make a summarizer`)]
  }
  return []
}

function typeFaults({ tasks: declared, entityTypes: types }: System): Finding[] {
  if (types === undefined || declared.includes('entities')) return []
  return [
    { path: 'entityTypes', what: `are declared without the task entities (known: ${entityTypes.length})` },
  ]
}
