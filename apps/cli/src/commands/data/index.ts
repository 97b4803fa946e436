import type { Command } from 'commander'
import { check } from './check.ts'
import { hydrate } from './hydrate.ts'
import { splitPage } from './split-page.ts'
import { standoff } from './standoff.ts'
import { stats } from './stats.ts'

/** Every command of `assay data`, in the order of its help. One is one file here and one line below. */
const commands: readonly ((group: Command) => void)[] = [check, stats, splitPage, standoff, hydrate]

export function data(program: Command): void {
  const group = program.command('data').description('work on datasets').addHelpText('after', examples)
  for (const register of commands) register(group)
}

const examples = `
Examples:
  $ assay data check newswire
  $ assay data stats newswire --json
  $ assay data split-page page.txt
  $ assay data hydrate daily8 --page page.txt
`
