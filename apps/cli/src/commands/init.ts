import type { Command } from 'commander'

export function init(program: Command): void {
  program
    .command('init')
    .description('write a config with a system and a metric of your own to start from')
    .argument('[folder]', 'where (made if missing)', '.')
    .addHelpText('after', '\nExamples:\n  $ assay init my-bench\n  $ cd my-bench && npx assay run\n')
    .action(async (folder: string) => {
      const { initFolder } = await import('../init.ts')
      await initFolder(folder)
    })
}
