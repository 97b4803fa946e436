import type { MetricColumn, MetricDetail } from '@assay/schema'
import { taskTitles } from '../view.ts'

/** How every number on the page was made: statistics once, then each metric with its columns and signature. */
export function Method({ details }: { details: readonly MetricDetail[] }) {
  return (
    <section id="method">
      <h2>Method</h2>
      <p>
        A metric counts on each article; counts are added up and the score is computed once, from the sum. The
        statistical unit is the story, or the article that belongs to none. Intervals are 95 % jackknife
        intervals on the logit scale: the score is computed again with one unit left out at a time. Two
        systems are compared paired, on the same units; a difference counts where both a t test and an
        exchange test find it, corrected for the number of pairs (Holm). A rank interval holds every rank the
        data allow: systems that cannot be told apart share ranks. <b>Tied</b> means the difference is shown
        to be small, <b>too few</b> that this many articles cannot tell.
      </p>
      <p>
        An article without an answer counts as an empty answer. A row that answered below 95 % of the articles
        has no rank. Undefined scores are shown as –, with the reason on hover, and are never counted as 0.
        Bounds are computed from gold, to show the scale; they are not ranked.
      </p>
      {details.map((detail) => (
        <details class="fold">
          <summary>
            {detail.title} <small>{taskTitles[detail.task]}</small>
          </summary>
          <p>
            {detail.meaning}
            {detail.source !== undefined && <> Source: {detail.source}.</>}
          </p>
          <p class="signature">
            <code>{detail.signature}</code>
          </p>
          <dl>
            {detail.columns
              .filter(({ key }) => !key.includes('/'))
              .map((column) => (
                <>
                  <dt>{column.label}</dt>
                  <dd>
                    {column.meaning} <small>{rangeText(column)}</small>
                  </dd>
                </>
              ))}
          </dl>
        </details>
      ))}
    </section>
  )
}

/** Shares that are better the higher need no word. */
function rangeText({ range: [low, high], better }: MetricColumn): string {
  const range = high === null ? `from ${low}` : `${low} to ${high}`
  if (better === 'lower') return `${range}, lower is better`
  return low === 0 && high === 1 ? '' : range
}
