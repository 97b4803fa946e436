import type { Board } from '@assay/schema'
import { formatP, formatPoints } from '../format.ts'
import { pairOf, rankedRows, type SeenPair } from '../view.ts'
import { Data } from './data.tsx'

/** Every row with a rank against every other: the verdict as a sign and a colour, the difference in points. */
export function Pairs({ board }: { board: Board }) {
  const names = rankedRows(board).flatMap(({ system, rank }) => (rank === null ? [] : [system]))
  if (board.pairs.length === 0) return null
  return (
    <details class="fold" open>
      <summary>Pairs: row against column</summary>
      <div class="scroll">
        <table class="pairs">
          <thead>
            <tr>
              <td />
              {names.map((name) => (
                <th scope="col">
                  <Data>{name}</Data>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {names.map((row) => (
              <tr>
                <th scope="row">
                  <Data>{row}</Data>
                </th>
                {names.map((column) => (
                  <Cell pair={row === column ? null : pairOf(board, row, column)} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="key">
        {(['ahead', 'behind', 'tied', 'too-few'] as const).map((verdict) => (
          <span>
            <b class={verdict}>{signs[verdict]}</b> {meanings[verdict]}
          </span>
        ))}
      </p>
    </details>
  )
}

function Cell({ pair }: { pair: SeenPair | null }) {
  if (pair === null) return <td class="self" />
  return (
    <td class={pair.verdict} title={describe(pair)}>
      <b>{signs[pair.verdict]}</b> {pair.difference !== null && formatPoints(pair.difference, { sign: true })}
    </td>
  )
}

function describe({ difference, low, high, p, verdict }: SeenPair): string {
  return [
    meanings[verdict],
    ...(difference === null ? [] : [`difference ${formatPoints(difference, { sign: true })} points`]),
    ...(low === null || high === null ? [] : [`interval ${formatPoints(low)} to ${formatPoints(high)}`]),
    ...(p === null ? [] : [`p ${formatP(p)} (Holm)`]),
  ].join(', ')
}

const signs: Readonly<Record<SeenPair['verdict'], string>> = {
  ahead: '▲',
  behind: '▼',
  tied: '=',
  'too-few': '?',
}

const meanings: Readonly<Record<SeenPair['verdict'], string>> = {
  ahead: 'ahead',
  behind: 'behind',
  tied: 'tied: the difference is inside the margin',
  'too-few': 'too few articles to tell',
}
