import type { DatasetIdentity, Json, JudgeRecord, Metric } from '@assay/schema'

/**
 * Everything a score depends on, in one line: metric, version, options by name, the judge of a metric that asks one,
 * articles and gold. For example `mentions|version:1|types:GPE+ORG|view:flat|gold:newswire@1.0.0/60/0a1b2c3d4e5f`.
 */
export function signatureOf(
  metric: Metric,
  { name, version, articles, gold }: DatasetIdentity,
  judge?: Pick<JudgeRecord, 'adapter' | 'id'>,
): string {
  const options = Object.entries(metric.options)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${key}:${optionText(value)}`)
  const data = `gold:${name}@${version}/${articles}/${gold.slice(0, 12)}`
  const isJudged = metric.questions !== undefined && judge !== undefined
  const judged = isJudged ? [`judge:${judge.adapter}@${judge.id.slice(0, 12)}`] : []
  return [metric.id, `version:${metric.version}`, ...options, ...judged, data].join('|')
}

function optionText(value: Json): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(optionText).join('+')
  return JSON.stringify(value)
}
