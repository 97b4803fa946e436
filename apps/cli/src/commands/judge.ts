import { type Command, InvalidArgumentError } from 'commander'

export function judge(program: Command): void {
  program
    .command('judge')
    .description('ask a judge of the config what judged metrics want to know of stored runs')
    .argument('[run...]', 'run folders (default: the runs of the last `assay run`)')
    .option('-J, --judge <name>', 'a judge of the config (default: the only one)')
    .option('-c, --config <file>', 'config file (default: assay.config.ts where there is one)')
    .option('-d, --dataset <name>', 'name or folder of the dataset')
    .option('-m, --metrics <id...>', 'only what these metrics ask (default: every judged metric)')
    .option('--allow-network', 'the judge may ask its service, and load its model, outside this machine')
    .option('--max-cost <usd>', 'stop asking when the judge has cost this many US dollars', positiveNumber)
    .option('--timeout <seconds>', 'time a question may take', positiveNumber)
    .option('--json', 'print JSON')
    .addHelpText('after', examples)
    .action(async (runs: string[], options: JudgeFlags) => {
      const { judgeRuns } = await import('../judge/judge.ts')
      await judgeRuns(runs, options)
    })
}

export interface JudgeFlags {
  readonly judge?: string
  readonly config?: string
  readonly dataset?: string
  readonly metrics?: readonly string[]
  readonly allowNetwork?: boolean
  readonly maxCost?: number
  readonly timeout?: number
  readonly json?: boolean
}

const examples = `
Examples:
  $ assay judge                                       the runs of the last \`assay run\`, by the judge of the config
  $ assay judge .assay/runs/mine-* --judge nli        some runs, by one of several judges
  $ assay judge --judge gpt --allow-network --max-cost 2
  $ assay report                                      then: scores of claim-similarity and summary-support

A judge stands in assay.config.ts: judges: { nli: transformersNli({ modelDir: './nli' }) }. Questions and answers are
kept beside each run, and no question is asked twice: start again after an interruption, or after a label fix. Runs
that share a table need the same judge; another judge replaces the answers.
`

function positiveNumber(text: string): number {
  const value = Number(text)
  if (!(value > 0) || !Number.isFinite(value)) throw new InvalidArgumentError('Give a number above 0.')
  return value
}
