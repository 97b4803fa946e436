import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { type JudgedPair, judgePairs, type PairQuality, pairQuality, splits } from './pairs.ts'

const help = `npm run claim-pairs [-- --wrong <split>]

How well the matcher of claims tells pairs that say the same from pairs that do not, split by split, on the labelled
pairs of packages/scorer/calibration. Run it in the root of the repository.
Exit status: 0 printed, 2 usage, or a file cannot be read.

Options:
  -w, --wrong <split>  also print the pairs of a split that were answered wrong: ${splits.join(', ')}
  -h, --help

Examples:
  $ npm run claim-pairs
  $ npm run claim-pairs -- --wrong train`

main()

function main(): void {
  try {
    const { values } = parseArgs({
      options: {
        wrong: { type: 'string', short: 'w' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
    const shown = splits.find((split) => split === values.wrong)
    if (values.help) say(help)
    else if (values.wrong !== undefined && shown === undefined) refuse(`there is no split ${values.wrong}`)
    else print(judgePairs(pathToFileURL(`${process.cwd()}/`)), shown)
  } catch (error) {
    refuse((error as Error).message)
  }
}

function print(judged: readonly JudgedPair[], shown: string | undefined): void {
  say(row('split', 'pairs', 'same', 'matched', 'right', 'precision', 'recall', 'F1'))
  for (const split of splits) {
    say(figures(split, pairQuality(judged.filter((pair) => pair.split === split))))
  }
  for (const pair of judged) {
    if (pair.split !== shown || pair.same === pair.isMatched) continue
    say(`\n${pair.article}: ${pair.same ? 'the same, not matched' : 'different, matched'}`)
    say(`  gold       ${pair.gold}\n  predicted  ${pair.predicted}`)
  }
}

function figures(split: string, { pairs, same, matched, right }: PairQuality): string {
  const shares = [right / matched, right / same, (2 * right) / (same + matched)]
  return row(split, pairs, same, matched, right, ...shares.map((share) => share.toFixed(3)))
}

function row(first: string, ...cells: readonly (string | number)[]): string {
  return `${first.padEnd(6)}${cells.map((cell) => String(cell).padStart(10)).join('')}`
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

function refuse(what: string): void {
  process.stderr.write(`claim-pairs: ${what}\n  npm run claim-pairs -- --help says how to use it.\n`)
  process.exitCode = 2
}
