import type { Command } from 'commander'

export function check(group: Command): void {
  group
    .command('check')
    .description('find every fault of a dataset; exit 2 if there is one')
    .argument('<dataset>', 'name or folder')
    .option('--json', 'print the findings as JSON')
    .addHelpText('after', '\nExample:\n  $ assay data check ./my-dataset\n')
    .action(async (dataset: string, options: CheckFlags) => {
      const { checkData } = await import('../../data/check.ts')
      await checkData(dataset, options)
    })
}

export interface CheckFlags {
  readonly json?: boolean
}
