import { type Command, InvalidArgumentError, Option } from 'commander'

export function run(program: Command): void {
  program
    .command('run')
    .description('run systems over a dataset, score them and write the leaderboards')
    .option('-c, --config <file>', 'config file (default: assay.config.ts where there is one)')
    .option('-d, --dataset <name>', 'name or folder of the dataset')
    .option('-s, --system <glob...>', 'only systems whose name matches')
    .addOption(
      new Option('-t, --task <task...>', 'only these leaderboards').choices([
        'entities',
        'dates',
        'claims',
        'summaries',
      ]),
    )
    .option(
      '-p, --predictions <file...>',
      'score a predictions file (JSON lines) as a system, named after the file',
    )
    .option('-l, --limit <n>', 'only the first n articles (not a result)', wholeNumber)
    .option('-g, --grep <regex>', 'only articles whose id or title matches (not a result)')
    .option('-j, --workers <n>', 'systems that run at the same time', wholeNumber)
    .option('--timeout <seconds>', 'time an article may take', positiveNumber)
    .option('--seed <n>', 'seed of systems that draw random numbers', wholeNumber)
    .option('-o, --report-dir <folder>', 'where the report goes (default: assay-report)')
    .option('--allow-network', 'systems may ask services and load models outside this machine')
    .option('--max-cost <usd>', 'do not start, and stop, when systems cost more US dollars', positiveNumber)
    .option('--json', 'print leaderboard.json instead of tables')
    .addHelpText('after', examples)
    .action(async (options: RunFlags) => {
      const { runBenchmark } = await import('../benchmark/run.ts')
      await runBenchmark(options)
    })
}

export interface RunFlags {
  readonly config?: string
  readonly dataset?: string
  readonly system?: readonly string[]
  readonly task?: readonly string[]
  readonly predictions?: readonly string[]
  readonly limit?: number
  readonly grep?: string
  readonly workers?: number
  readonly timeout?: number
  readonly seed?: number
  readonly reportDir?: string
  readonly allowNetwork?: boolean
  readonly maxCost?: number
  readonly json?: boolean
}

const examples = `
Examples:
  $ assay run                                         all systems, all four leaderboards
  $ assay run -s wink compromise -t entities          two systems on entities
  $ assay run -d ./my-dataset -s 'my-*'               your dataset, systems by glob
  $ assay run -p spacy.jsonl                          predictions made elsewhere, beside the built-in systems
  $ assay run --limit 2 --json                        a quick look; marked as no result
  $ assay run --allow-network --max-cost 2            language models of the config, for two dollars at most
  $ assay run -j 1                                    one system at a time: comparable speed

Results go to stdout and assay-report/, progress to stderr, state to .assay/runs/.
`

function wholeNumber(text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1 || value > 0xffffffff) {
    throw new InvalidArgumentError('Give a whole number of at least 1.')
  }
  return value
}

function positiveNumber(text: string): number {
  const value = Number(text)
  if (!(value > 0) || !Number.isFinite(value)) throw new InvalidArgumentError('Give a number above 0.')
  return value
}
