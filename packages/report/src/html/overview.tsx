import { type ReportModel, tasks } from '@assay/schema'
import { formatInterval, formatRank, formatScore } from '../format.ts'
import { boardViews, overview, taskTitles } from '../view.ts'
import { Data } from './data.tsx'

/** Each system's headlines with their rank intervals, by name; blank where it does not do the task. */
export function Overview({ model }: { model: ReportModel }) {
  const views = new Map(boardViews(model).map((view) => [view.board.task, view]))
  const shown = tasks.filter((task) => views.has(task))
  return (
    <section id="overview">
      <h2>Overview</h2>
      <p class="lead">Headline score and rank interval per task, by name. There is no overall score.</p>
      <div class="scroll">
        <table class="overview">
          <thead>
            <tr>
              <th scope="col" class="name">
                System
              </th>
              {shown.map((task) => (
                <th scope="col">
                  <a href={`#${task}`}>{taskTitles[task]}</a>
                  <small>{views.get(task)?.headline.label ?? ''}</small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {overview(model).map(({ system, rows }) => (
              <tr>
                <th scope="row" class="name">
                  <Data>{system}</Data>
                </th>
                {shown.map((task) => {
                  const row = rows[task]
                  if (row === undefined) return <td />
                  const { headline } = views.get(task) ?? {}
                  return (
                    <td title={`95 % interval ${formatInterval(row, headline)}`}>
                      <span class="value">{formatScore(row.value, headline)}</span>
                      <span class="rank">
                        {row.rank === null ? 'unranked' : `rank ${formatRank(row.rank)}`}
                      </span>
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
