import type { Command } from 'commander'

export function data(program: Command): void {
  const group = program.command('data').description('work on datasets').addHelpText('after', examples)

  group
    .command('check')
    .description('find every fault of a dataset; exit 2 if there is one')
    .argument('<dataset>', 'name or folder')
    .option('--json', 'print the findings as JSON')
    .addHelpText('after', '\nExample:\n  $ assay data check ./my-dataset\n')
    .action(async (dataset: string, options: DataFlags) => {
      const { checkData } = await import('../data.ts')
      await checkData(dataset, options)
    })

  group
    .command('stats')
    .description('count what a dataset holds')
    .argument('<dataset>', 'name or folder')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  $ assay data stats newswire\n')
    .action(async (dataset: string, options: DataFlags) => {
      const { printStats } = await import('../data.ts')
      await printStats(dataset, options)
    })
}

export interface DataFlags {
  readonly json?: boolean
}

const examples = `
Examples:
  $ assay data check newswire
  $ assay data stats newswire --json
`
