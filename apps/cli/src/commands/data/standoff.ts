import type { Command } from 'commander'

export function standoff(group: Command): void {
  group
    .command('standoff')
    .description('write the gold of a dataset without its texts, to be shared where they may not be')
    .argument('<dataset>', 'name or folder')
    .requiredOption('-o, --out <folder>', 'where the stand-off dataset goes')
    .option('--page <file>', 'the page the texts were taken from: where they stand in it is kept')
    .addHelpText('after', examples)
    .action(async (dataset: string, options: StandoffFlags) => {
      const { makeStandoff } = await import('../../data/standoff.ts')
      await makeStandoff(dataset, options)
    })
}

export interface StandoffFlags {
  readonly out: string
  readonly page?: string
}

const examples = `
Example:
  $ assay data standoff .assay/datasets/my-news -o datasets/my-news --page page.txt

An article's source.licence says whether its text may be copied; the dataset's licence does where it is not given.
`
