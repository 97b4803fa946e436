import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Score } from '@assay/schema'
import { conllevalText, scoreTags, type TagOptions } from '@assay/scorer'
import { damage } from './damage.ts'
import { readDev } from './read.ts'

const help = `node packages/scorer/tools/dist/wnut17/main.js <folder>

Scores the development part of WNUT 2017 against a copy with seeded damage, in both readings of tags.

Options:
  --seed <n>   of the damage (default: 17)
  --json       print { gold, predicted } instead, for another scorer
  -h, --help

Examples:
  $ node packages/scorer/tools/dist/wnut17/main.js ../shared/data/wnut17
  $ node packages/scorer/tools/dist/wnut17/main.js ../shared/data/wnut17 --json > tags.json`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '17' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
})
const [folder] = positionals
const seed = Number(values.seed)

if (values.help) say(help)
else if (folder === undefined || positionals.length !== 1) refuse('name one folder', help)
else if (!Number.isInteger(seed)) refuse(`the seed is ${values.seed}`, 'It is a whole number.')
else if (!existsSync(join(folder, 'emerging.dev.conll'))) {
  refuse(`${folder} holds no emerging.dev.conll`, 'Name the folder of the WNUT 2017 files.')
} else {
  const gold = readDev(folder)
  const predicted = damage(gold, seed)
  if (values.json) say(JSON.stringify({ gold, predicted }))
  else {
    printScores('default', gold, predicted, {})
    printScores('strict IOB2', gold, predicted, { mode: 'strict', scheme: 'IOB2' })
    say(conllevalText(scoreTags(gold, predicted).counts))
  }
}

function printScores(name: string, gold: string[][], predicted: string[][], options: TagOptions): void {
  const { micro, macro, weighted, types, accuracy } = scoreTags(gold, predicted, options)
  say(`${name}: ${gold.length} sentences, tags equal ${show(accuracy)}`)
  const line = (cells: readonly (string | number)[]) =>
    say(cells.map((cell, i) => (i === 0 ? String(cell).padEnd(15) : String(cell).padStart(10))).join(''))
  line(['', 'precision', 'recall', 'F1', 'gold', 'predicted', 'correct'])
  for (const row of types) {
    const { type, precision, recall, f, gold, predicted, correct } = row
    line([type, show(precision), show(recall), show(f), gold, predicted, correct])
  }
  for (const [average, { precision, recall, f, support }] of Object.entries({ micro, macro, weighted })) {
    line([average, show(precision), show(recall), show(f), support])
  }
  say('')
}

function show(score: Score): string {
  return score.value === null ? '–' : score.value.toFixed(4)
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

function refuse(what: string, hint: string): void {
  process.stderr.write(`wnut17: ${what}\n  ${hint}\n`)
  process.exitCode = 2
}
