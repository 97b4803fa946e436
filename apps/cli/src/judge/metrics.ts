import { type AssayConfig, AssayError, type Metric } from '@assay/schema'
import { metrics, moreMetrics } from '@assay/scorer'
import { suggestion } from '../suggestion.ts'

/** Every metric that asks a judge, built in or of the config. */
export function judgedMetrics(config: AssayConfig): Metric[] {
  return [...metrics, ...(config.metrics ?? []), ...moreMetrics].filter(
    (metric) => metric.questions !== undefined,
  )
}

/** @throws AssayError `usage` if one of `ids` is no judged metric. */
export function chooseJudged(config: AssayConfig, ids: readonly string[] | undefined): Metric[] {
  const all = judgedMetrics(config)
  const known = all.map(({ id }) => id)
  const unknown = ids?.find((id) => !known.includes(id))
  if (unknown !== undefined) {
    throw new AssayError(
      'usage',
      `there is no judged metric ${JSON.stringify(unknown)}${suggestion(unknown, known)}`,
      {
        hint: `Judged metrics are ${known.join(', ')}.`,
      },
    )
  }
  return all.filter(({ id }) => ids === undefined || ids.includes(id))
}
