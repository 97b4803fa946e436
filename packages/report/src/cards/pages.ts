import type { Metric } from '@assay/schema'
import { heading, list, paragraph } from '../blocks/block.ts'
import { blocksToMarkdown } from '../blocks/markdown.ts'
import { metricCard } from './card.ts'

const note = '<!-- Generated from the metric: `npm run cards`. -->\n\n'

export interface MetricLists {
  /** Computed by every run. */
  readonly metrics: readonly Metric[]
  /** Computed where somebody asks. */
  readonly moreMetrics: readonly Metric[]
}

/** The pages of all metrics by file name, and a `README.md` that lists them. */
export function cardPages({ metrics, moreMetrics }: MetricLists): Record<string, string> {
  const index = [
    heading(1, 'Metrics'),
    paragraph('How each number is computed, what happens at its edges, and why to believe it.'),
    heading(2, 'In every run'),
    list(metrics.map(lineOf)),
    ...(moreMetrics.length === 0 ? [] : [heading(2, 'On request'), list(moreMetrics.map(lineOf))]),
  ]
  return Object.fromEntries([
    ['README.md', note + blocksToMarkdown(index)],
    ...[...metrics, ...moreMetrics].map((metric) => [
      `${metric.id}.md`,
      note + blocksToMarkdown(metricCard(metric)),
    ]),
  ])
}

function lineOf({ id, task, meaning }: Metric) {
  return [{ code: id, href: `${id}.md` }, ` (${task}): ${meaning}`]
}
