import { readFileSync } from 'node:fs'
import { Command } from 'commander'
import { commands } from './commands/index.ts'
import { exitCodes } from './exit-codes.ts'

/** The command line. Each command loads its own work only when it is called. */
export function createProgram(): Command {
  const program = new Command('assay')
    .description(packageJson.description)
    .version(packageJson.version)
    .showHelpAfterError('(run with --help for usage and examples)')
    .showSuggestionAfterError()
    .addHelpText('after', help)
    .exitOverride()
  for (const register of commands) register(program)
  return program
}

const packageJson: { version: string; description: string } = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
)

const help = `
Examples:
  $ assay run                                  every built-in system on the embedded dataset
  $ assay run --system wink --task entities    one system, one leaderboard
  $ assay data check ./my-dataset              find every fault of a dataset
  $ assay init my-bench                        a config of your own to start from

Exit codes:
${Object.entries(exitCodes)
  .map(([code, meaning]) => `  ${code.padStart(3)}  ${meaning}`)
  .join('\n')}
`
