import { AssayError, type Metric, type Task } from '@assay/schema'
import { metrics, moreMetrics } from '@assay/scorer'
import { suggestion } from '../suggestion.ts'

/** What is to be scored, and whether somebody asked for it. */
export interface Choice {
  readonly metrics: readonly Metric[]
  /** They were named: one that cannot be computed is an error, not a note. */
  readonly isNamed: boolean
  /** They, or their tasks, were named: a layer that is not predicted is an error. */
  readonly isChosen: boolean
}

/**
 * The metrics of `ids`, by default those of every run, as far as they belong to `tasks`.
 *
 * @throws AssayError `usage` if there is no such metric, or none of these tasks.
 */
export function chooseMetrics(
  ids: readonly string[] | undefined,
  tasks: readonly string[] | undefined,
): Choice {
  const all = [...metrics, ...moreMetrics]
  const known = all.map(({ id }) => id)
  const asked = ids?.flatMap((id) => id.split(',')).filter((id) => id !== '')
  const chosen =
    asked === undefined
      ? metrics
      : [...new Set(asked)].map((id) => all.find((metric) => metric.id === id) ?? unknown(id, known))
  const fitting = chosen.filter(({ task }) => tasks === undefined || tasks.includes(task))
  const strange = asked === undefined ? undefined : chosen.find((metric) => !fitting.includes(metric))
  if (strange !== undefined) {
    throw new AssayError(
      'usage',
      `metric ${strange.id} is about ${strange.task}, not ${tasks?.join(' or ')}`,
      {
        hint: `Leave --task out, or give --task ${strange.task} too.`,
      },
    )
  }
  if (fitting.length === 0) {
    throw new AssayError('usage', `no metric is about ${tasks?.join(' or ')}`, { hint: metricsAre(known) })
  }
  return { metrics: fitting, isNamed: ids !== undefined, isChosen: ids !== undefined || tasks !== undefined }
}

export function tasksOf({ metrics }: Choice): Task[] {
  return [...new Set(metrics.map(({ task }) => task))]
}

function unknown(id: string, known: readonly string[]): never {
  throw new AssayError('usage', `there is no metric ${JSON.stringify(id)}${suggestion(id, known)}`, {
    hint: metricsAre(known),
  })
}

function metricsAre(known: readonly string[]): string {
  return `Metrics are ${known.join(', ')}.`
}
