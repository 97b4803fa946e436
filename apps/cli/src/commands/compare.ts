import { type Command, InvalidArgumentError, Option } from 'commander'

export function compare(program: Command): void {
  program
    .command('compare')
    .description(
      'what tells two runs over the same articles apart: differences, items fixed and broken, articles',
    )
    .argument('<a>', 'run folder, run id, or name of a system of the last `assay run`')
    .argument('<b>', 'the other one; differences are b minus a')
    .option('-c, --config <file>', 'config file (default: assay.config.ts where there is one)')
    .option('-d, --dataset <name>', 'name or folder of the dataset (default: the one of the runs)')
    .addOption(
      new Option('-t, --task <task...>', 'only these tasks').choices([
        'entities',
        'dates',
        'claims',
        'summaries',
      ]),
    )
    .option('-m, --metric <metric...>', 'metrics or columns instead of the headlines, as mentions.exact.f1')
    .option('--examples <n>', 'items shown of each outcome (default: 3)', naturalNumber)
    .option('--limit-articles <n>', 'articles shown (default: 10)', naturalNumber)
    .option('-o, --output <file>', 'write the comparison to a .html or .md file')
    .option('--json', 'print it whole as JSON: every item, every article')
    .addHelpText('after', examples)
    .action(async (a: string, b: string, options: CompareFlags) => {
      const { compareRuns } = await import('../compare/compare.ts')
      await compareRuns(a, b, options)
    })
}

export interface CompareFlags {
  readonly config?: string
  readonly dataset?: string
  readonly task?: readonly string[]
  readonly metric?: readonly string[]
  readonly examples?: number
  readonly limitArticles?: number
  readonly output?: string
  readonly json?: boolean
}

const examples = `
Examples:
  $ assay compare wink compromise                     two systems of the last run, by every headline they share
  $ assay compare wink spacy -m mentions.exact.f1     by another column
  $ assay compare .assay/runs/mine-* -o diff.html     two versions of one system, as a page
`

function naturalNumber(text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 0)
    throw new InvalidArgumentError('Give a whole number of at least 0.')
  return value
}
