import type { Article } from './article.ts'
import { AssayError } from './errors.ts'
import { type Output, outputSchema } from './prediction.ts'
import { spanFault } from './span.ts'
import { layerOfTask, type Task } from './task.ts'

/** At most this many faults are named in one message. */
const shown = 3

/**
 * Reads what a system returned for `article` as an output: the right shape, every declared layer there, every
 * span inside the text, not inside a surrogate pair, with the surface it claims.
 *
 * @throws AssayError `output-invalid`, naming the first faults by path. To be fixed by the adapter's author.
 */
export function parseOutput(value: unknown, article: Article, tasks: readonly Task[]): Output {
  const parsed = outputSchema.safeParse(value)
  if (!parsed.success) {
    throw invalid(parsed.error.issues.map((issue) => `${pathText(issue.path)}: ${issue.message}`))
  }
  const faults = [...missingLayers(parsed.data, tasks), ...spanFaults(parsed.data, article.text)]
  if (faults.length > 0) throw invalid(faults)
  return parsed.data
}

/** Writes a path into data as it would be typed: `mentions[3].span`; the whole value is `output`. */
export function pathText(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'output'
  return path
    .map((key, i) => (typeof key === 'number' ? `[${key}]` : i === 0 ? String(key) : `.${String(key)}`))
    .join('')
}

function missingLayers(output: Output, tasks: readonly Task[]): string[] {
  return tasks
    .filter((task) => output[layerOfTask[task]] === undefined)
    .map(
      (task) =>
        `${layerOfTask[task]}: the system declares ${task} but returned none; return [] if it found nothing`,
    )
}

function spanFaults(output: Output, text: string): string[] {
  const faults: string[] = []
  for (const layer of ['mentions', 'timexes'] as const) {
    output[layer]?.forEach((item, i) => {
      const fault = spanFault(text, item.span, item.surface)
      if (fault !== null) faults.push(`${layer}[${i}].span: ${fault}`)
    })
  }
  output.claims?.forEach((claim, i) =>
    claim.evidence?.forEach((span, j) => {
      const fault = spanFault(text, span)
      if (fault !== null) faults.push(`claims[${i}].evidence[${j}]: ${fault}`)
    }),
  )
  return faults
}

function invalid(faults: readonly string[]): AssayError {
  const more = faults.length > shown ? `; and ${faults.length - shown} more` : ''
  return new AssayError('output-invalid', faults.slice(0, shown).join('; ') + more, {
    hint: 'Offsets count UTF-16 code units, as JavaScript slices.',
  })
}
