import { Argument, type Command } from 'commander'

const listable = ['systems', 'metrics', 'datasets', 'reporters', 'runs'] as const
export type Listable = (typeof listable)[number]

export function list(program: Command): void {
  program
    .command('list')
    .description('what there is: systems, metrics, datasets, reporters, runs')
    .addArgument(new Argument('[kind]', 'only one kind').choices(listable))
    .argument('[name]', 'one metric: how it is computed, its edge cases, and the evidence for it')
    .option('-c, --config <file>', 'config file (default: assay.config.ts where there is one)')
    .option('--json', 'print JSON')
    .addHelpText('after', examples)
    .action(async (kind: Listable | undefined, name: string | undefined, options: ListFlags) => {
      const { printList, printOne } = await import('../listing.ts')
      if (kind !== undefined && name !== undefined) await printOne(kind, name, options)
      else await printList(kind === undefined ? listable : [kind], options)
    })
}

export interface ListFlags {
  readonly config?: string
  readonly json?: boolean
}

const examples = `
Examples:
  $ assay list                                        everything
  $ assay list metrics                                metrics, a line each; --json adds their columns
  $ assay list metrics mentions                       how a metric is computed
  $ assay list systems --json                         for scripts
`
