import type { Command } from 'commander'

export function hydrate(group: Command): void {
  group
    .command('hydrate')
    .description('lay stand-off gold over your copy of its texts, into .assay/datasets')
    .argument('<dataset>', 'name or folder of a stand-off dataset')
    .option('--page <file>', 'a scraped page that holds the articles')
    .option('--texts <folder>', 'a folder of .txt files, one article each')
    .option('--accept', 'write what could be placed, although spans are lost or in doubt')
    .option('--json', 'print what became of every span as JSON')
    .addHelpText('after', examples)
    .action(async (dataset: string, options: HydrateFlags) => {
      const { hydrateData } = await import('../../data/hydrate.ts')
      await hydrateData(dataset, options)
    })
}

export interface HydrateFlags {
  readonly page?: string
  readonly texts?: string
  readonly accept?: boolean
  readonly json?: boolean
}

const examples = `
Examples:
  $ assay data hydrate daily8 --page page.txt         then: assay run -d daily8
  $ assay data hydrate ./gold --texts ./articles      texts in files of their own
  $ assay data hydrate daily8 --page new.txt --accept although the page has changed

A span is unchanged, shifted, relocated, uncertain or lost. Lost or uncertain core spans, lost claims and new
sentences end with 2 and write nothing, unless accepted.
`
