import type { BoardRow, DetailRow, MetricColumn, MetricDetail } from '@assay/schema'
import { formatCoverage, formatInterval, formatRank, formatScore, none } from '../format.ts'
import { type BoardView, boardNotes, taskTitles } from '../view.ts'
import { Data } from './data.tsx'
import { Pairs } from './pairs.tsx'
import { Axis, axisEnd, Whisker } from './whisker.tsx'

/** One task: its ranking, what the data could show, the pairs, the headline by type, every other measure. */
export function BoardSection({ view, details }: { view: BoardView; details: readonly MetricDetail[] }) {
  const { board, headline } = view
  return (
    <section id={board.task}>
      <h2>{taskTitles[board.task]}</h2>
      <p class="lead">
        Ranked by <b>{headline.label}</b>. {headline.meaning}
      </p>
      <Ranking view={view} />
      <ul class="notes">
        {boardNotes(view).map((note) => (
          <li>
            <Data>{note}</Data>
          </li>
        ))}
      </ul>
      <Pairs board={board} />
      <ByType view={view} />
      <Measures details={details.filter(({ task }) => task === board.task)} />
    </section>
  )
}

function Ranking({ view: { board, headline, companions } }: { view: BoardView }) {
  const end = axisEnd(board.rows, headline)
  return (
    <div class="scroll">
      <table class="board">
        <thead>
          <tr>
            <th scope="col">Rank</th>
            <th scope="col" class="name">
              System
            </th>
            <th scope="col">{headline.label}</th>
            <th scope="col">95 % interval</th>
            <th scope="col" class="plot">
              <span class="hidden">Plot</span>
              <Axis end={end} />
            </th>
            {companions.map(({ column: { label, meaning } }) => (
              <th scope="col" title={meaning}>
                {label}
              </th>
            ))}
            <th scope="col" title="Articles answered, of all">
              Answered
            </th>
          </tr>
        </thead>
        <tbody>
          {board.rows.map((row) => (
            <tr class={row.kind}>
              <td class="rank" title={row.unrankedBecause}>
                {row.kind === 'bound' ? 'bound' : formatRank(row.rank)}
              </td>
              <th scope="row" class="name">
                <Data>{row.system}</Data>
              </th>
              <td class="value" title={row.because}>
                {formatScore(row.value, headline)}
              </td>
              <Interval row={row} column={headline} />
              <td class="plot">
                <Whisker row={row} column={headline} end={end} />
              </td>
              {companions.map(({ column, scoreOf }) => (
                <td>{formatScore(scoreOf(row.system), column)}</td>
              ))}
              <td class={row.failed > 0 ? 'warn' : undefined}>{formatCoverage(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Interval({ row, column }: { row: BoardRow; column: MetricColumn }) {
  return (
    <td class="interval" title={row.intervalBecause}>
      {formatInterval(row, column)}
    </td>
  )
}

/** The headline by type; the deeper the tint the higher the score. */
function ByType({ view: { detail, headline, byType } }: { view: BoardView }) {
  if (byType.length === 0) return null
  return (
    <details class="fold" open>
      <summary>{headline.label} by type</summary>
      <div class="scroll">
        <table class="types">
          <thead>
            <tr>
              <th scope="col" class="name">
                System
              </th>
              {byType.map(({ key }) => (
                <th scope="col">{key.slice(headline.key.length + 1)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {detail.rows.map((row) => (
              <tr class={row.kind}>
                <th scope="row" class="name">
                  <Data>{row.system}</Data>
                </th>
                {byType.map((column) => (
                  <Tinted row={row} column={column} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}

function Tinted({ row, column }: { row: DetailRow; column: MetricColumn }) {
  const score = row.values[column.key]
  const value = score?.value ?? null
  const tint = value === null ? 0 : Math.round(Math.min(1, Math.max(0, value)) * 10)
  return (
    <td class={`tint-${tint}`} title={score?.because}>
      {formatScore(value, column)}
    </td>
  )
}

/** Every column that is not per type, of every metric of the task. */
function Measures({ details }: { details: readonly MetricDetail[] }) {
  return (
    <details class="fold">
      <summary>All measures</summary>
      {details.map((detail) => (
        <div class="scroll">
          <table class="measures">
            <thead>
              <tr>
                <th scope="col" class="name">
                  {detail.title}
                </th>
                {detail.rows.map(({ system, kind }) => (
                  <th scope="col" class={kind}>
                    <Data>{system}</Data>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {detail.columns
                .filter(({ key }) => !key.includes('/'))
                .map((column) => (
                  <Measure column={column} rows={detail.rows} />
                ))}
            </tbody>
          </table>
        </div>
      ))}
    </details>
  )
}

function Measure({ column, rows }: { column: MetricColumn; rows: readonly DetailRow[] }) {
  return (
    <tr>
      <th scope="row" class="name" title={column.meaning}>
        {column.label}
      </th>
      {rows.map(({ values }) => {
        const score = values[column.key]
        const interval = score === undefined ? none : formatInterval(score, column)
        const title = score?.because ?? (interval === none ? score?.intervalBecause : interval)
        return <td title={title}>{formatScore(score?.value ?? null, column)}</td>
      })}
    </tr>
  )
}
