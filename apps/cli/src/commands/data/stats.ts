import { type Command, InvalidArgumentError } from 'commander'

export function stats(group: Command): void {
  group
    .command('stats')
    .description('count what a dataset holds, and plan what it can show')
    .argument('<dataset>', 'name or folder')
    .option(
      '--power',
      'how large a difference between systems the dataset can show, and what it would take for less',
    )
    .option(
      '--sd <number>',
      'for --power: standard deviation per unit of the difference of two systems, as a share (default: measured on the systems of the last run over the dataset, else 0.11)',
      aboveZero,
    )
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      `
Examples:
  $ assay data stats newswire
  $ assay data stats newswire --power            after assay run: with what its systems differ by
  $ assay data stats ./my-dataset --power --sd 0.2`,
    )
    .action(async (dataset: string, options: StatsFlags) => {
      const { printStats } = await import('../../data/stats.ts')
      await printStats(dataset, options)
    })
}

export interface StatsFlags {
  readonly json?: boolean
  readonly power?: boolean
  readonly sd?: number
}

function aboveZero(text: string): number {
  const value = Number(text)
  if (!(value > 0) || !Number.isFinite(value)) throw new InvalidArgumentError('Give a number above 0.')
  return value
}
