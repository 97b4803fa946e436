import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { type Agreement, claimAgreement } from './agreement.ts'

const help = `npm run realsumm -- <folder>

How well claim recall agrees with the human content-unit labels of REALSumm. The folder holds content-units.jsonl and
labels.jsonl. Beside each figure stands the one that this rule was chosen by.
Exit status: 0 all within 0.02 of theirs or better, 1 a figure is worse, 2 usage, or the data cannot be read.

Options:
  -h, --help

Examples:
  $ npm run realsumm -- ../shared/data/realsumm-abstractive`

/** Reached when the rule was chosen; figures may be this far below. */
const targets = { auc: 0.88, kappa: 0.602, systemLevel: 0.963, summaryLevel: 0.65 }
const margin = 0.02

const names: Readonly<Record<keyof typeof targets, string>> = {
  auc: 'AUC',
  kappa: 'kappa',
  systemLevel: 'system-level r',
  summaryLevel: 'summary-level r',
}

main()

function main(): void {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { help: { type: 'boolean', short: 'h', default: false } },
    })
    const [folder] = positionals
    if (values.help) say(help)
    else if (folder === undefined || positionals.length !== 1) refuse('name one folder')
    else print(claimAgreement(pathToFileURL(`${resolve(folder)}/`)))
  } catch (error) {
    refuse((error as Error).message)
  }
}

function print(agreement: Agreement): void {
  const { labels, present, articles, systems } = agreement
  say(`${labels} labels, ${present} present; ${articles} articles, ${systems} systems`)
  say(`${'figure'.padEnd(16)}  ours   target`)
  for (const key of Object.keys(targets) as (keyof typeof targets)[]) {
    const isMet = agreement[key] >= targets[key] - margin
    say(
      `${names[key].padEnd(16)}  ${agreement[key].toFixed(3)}  ${targets[key].toFixed(3)}${isMet ? '' : '  missed'}`,
    )
    if (!isMet) process.exitCode = 1
  }
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

function refuse(what: string): void {
  process.stderr.write(`realsumm: ${what}\n  npm run realsumm -- --help says how to use it.\n`)
  process.exitCode = 2
}
