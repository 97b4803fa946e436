import {
  type ArticleScores,
  type MetricColumn,
  type MetricDetail,
  type Summary,
  visibleLines,
} from '@assay/schema'
import { formatScore } from '../format.ts'
import { mainColumns } from '../view.ts'
import { Data } from './data.tsx'

interface SystemSummary {
  readonly system: string
  readonly place: number
  readonly text: string
}

interface SummariesProps {
  readonly references: readonly Summary[]
  readonly systems: readonly SystemSummary[]
  readonly scores: readonly ArticleScores[]
  readonly details: readonly MetricDetail[]
}

/** References and the systems' summaries side by side, each with what it scores on this article. */
export function Summaries({ references, systems, scores, details }: SummariesProps) {
  return (
    <div class="summaries">
      {references.map(({ text, author, length }) => (
        <article class="reference">
          <h5>
            Reference by <Data>{author}</Data>
          </h5>
          <p class="facts">
            {length}, {wordCount(text)} words
          </p>
          <p class="prose">
            <Data>{text}</Data>
          </p>
        </article>
      ))}
      {systems.map(({ system, place, text }) => (
        <article class={`s${place}`}>
          <h5>
            <Data>{system}</Data>
          </h5>
          <p class="facts">
            {wordCount(text)} words
            {badges(system, scores, details).map(({ column, value }) => (
              <span>
                {column.label} <b>{formatScore(value, column)}</b>
              </span>
            ))}
          </p>
          <p class="prose">
            <bdi>{visibleLines(text)}</bdi>
          </p>
        </article>
      ))}
    </div>
  )
}

function badges(
  system: string,
  scores: readonly ArticleScores[],
  details: readonly MetricDetail[],
): { column: MetricColumn; value: number }[] {
  return details.flatMap((detail) => {
    const values = scores.find((entry) => entry.system === system && entry.metric === detail.metric)?.values
    return mainColumns(detail).flatMap((column) => {
      const value = values?.[column.key]?.value ?? null
      return value === null ? [] : [{ column, value }]
    })
  })
}

function wordCount(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length
}
