import type { Command } from 'commander'

export function stats(group: Command): void {
  group
    .command('stats')
    .description('count what a dataset holds')
    .argument('<dataset>', 'name or folder')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  $ assay data stats newswire\n')
    .action(async (dataset: string, options: StatsFlags) => {
      const { printStats } = await import('../../data/stats.ts')
      await printStats(dataset, options)
    })
}

export interface StatsFlags {
  readonly json?: boolean
}
