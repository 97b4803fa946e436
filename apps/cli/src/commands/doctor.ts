import type { Command } from 'commander'

export function doctor(program: Command): void {
  program
    .command('doctor')
    .description('find what is missing on this machine, and the command that cures it')
    .argument('[system...]', 'only systems whose name matches (globs)')
    .option('-c, --config <file>', 'config file (default: assay.config.ts where there is one)')
    .option('-d, --dataset <name>', 'name or folder of the dataset')
    .option('--allow-network', 'also ask services outside this machine whether they are there')
    .option('--json', 'print the findings as JSON')
    .addHelpText('after', examples)
    .action(async (systems: readonly string[], options: DoctorFlags) => {
      const { runDoctor } = await import('../doctor/doctor.ts')
      await runDoctor(systems, options)
    })
}

export interface DoctorFlags {
  readonly config?: string
  readonly dataset?: string
  readonly allowNetwork?: boolean
  readonly json?: boolean
}

const examples = `
Examples:
  $ assay doctor                                      this machine, the dataset, every system
  $ assay doctor house 'my-*'                         some systems
  $ assay doctor gpt --allow-network                  is the service there?

Ends with 0 when all is well, 2 when config or dataset are invalid, 50 when the machine lacks something, 60 when
a system does.
`
