import type { Command } from 'commander'

export function report(program: Command): void {
  program
    .command('report')
    .description('score stored runs again and write the report, without calling a system')
    .argument('[run...]', 'run folders (default: the runs of the last `assay run`)')
    .option('-c, --config <file>', 'config file (default: assay.config.ts where there is one)')
    .option('-d, --dataset <name>', 'name or folder of the dataset')
    .option('-o, --report-dir <folder>', 'where the report goes (default: assay-report)')
    .option('--json', 'print leaderboard.json instead of tables')
    .addHelpText('after', examples)
    .action(async (runs: string[], options: ReportFlags) => {
      const { reportRuns } = await import('../benchmark/report.ts')
      await reportRuns(runs, options)
    })
}

export interface ReportFlags {
  readonly config?: string
  readonly dataset?: string
  readonly reportDir?: string
  readonly json?: boolean
}

const examples = `
Examples:
  $ assay report                                      the last run again, after a label fix or a new metric
  $ assay report .assay/runs/wink-* -o two            some runs, another folder
`
