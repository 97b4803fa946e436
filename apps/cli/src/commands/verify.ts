import type { Command } from 'commander'

export function verify(program: Command): void {
  program
    .command('verify')
    .description(
      'compute a published report again from its runs and dataset, and name every cell that differs',
    )
    .argument('[report]', 'folder of a report, or its leaderboard.json', 'assay-report')
    .option('-c, --config <file>', 'config file (default: assay.config.ts where there is one)')
    .option('-d, --dataset <name>', 'name or folder of the dataset (default: the one of the runs)')
    .option('-r, --runs <folder>', 'where the run folders are (default: .assay/runs)')
    .option('--json', 'print every file with all of its differences')
    .addHelpText('after', examples)
    .action(async (report: string, options: VerifyFlags) => {
      const { verifyReport } = await import('../verify/verify.ts')
      await verifyReport(report, options)
    })
}

export interface VerifyFlags {
  readonly config?: string
  readonly dataset?: string
  readonly runs?: string
  readonly json?: boolean
}

const examples = `
Examples:
  $ assay verify                                      the last report, from .assay/runs
  $ assay verify published --runs evidence            somebody else's, from the runs that came with it

Ends with 0 when every number is right, 40 when one is not, 31 when a run is gone.
`
