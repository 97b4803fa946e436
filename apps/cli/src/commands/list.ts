import { Argument, type Command } from 'commander'

const listable = ['systems', 'metrics', 'datasets', 'reporters', 'runs'] as const
export type Listable = (typeof listable)[number]

export function list(program: Command): void {
  program
    .command('list')
    .description('what there is: systems, metrics, datasets, reporters, runs')
    .addArgument(new Argument('[kind]', 'only one kind').choices(listable))
    .option('-c, --config <file>', 'config file (default: assay.config.ts where there is one)')
    .option('--json', 'print JSON')
    .addHelpText('after', examples)
    .action(async (kind: Listable | undefined, options: ListFlags) => {
      const { printList } = await import('../listing.ts')
      await printList(kind === undefined ? listable : [kind], options)
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
  $ assay list systems --json                         for scripts
`
