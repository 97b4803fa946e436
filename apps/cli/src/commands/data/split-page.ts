import type { Command } from 'commander'

export function splitPage(group: Command): void {
  group
    .command('split-page')
    .description('find the articles of a scraped page that was saved as text')
    .argument('<file>', 'the page, UTF-8 text')
    .option('-o, --out <folder>', 'write a dataset of the articles, without gold, that `assay run` takes')
    .option('--json', 'print JSON')
    .addHelpText('after', examples)
    .action(async (file: string, options: SplitPageFlags) => {
      const { splitPageFile } = await import('../../data/split-page.ts')
      await splitPageFile(file, options)
    })
}

export interface SplitPageFlags {
  readonly out?: string
  readonly json?: boolean
}

const examples = `
Examples:
  $ assay data split-page page.txt                    what is in it, and what the days rest on
  $ assay data split-page page.txt --json             with texts and spans
  $ assay data split-page page.txt -o my-news         then: assay run -d my-news
`
