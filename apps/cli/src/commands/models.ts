import { type Command, Option } from 'commander'

export function models(program: Command): void {
  const group = program
    .command('models')
    .description('local models by name: register a folder, list, check that nothing has changed')
    .addHelpText('after', examples)
  group
    .command('add')
    .description('register a folder in the layout of transformers.js, with the SHA-256 of each file')
    .argument('<name>', 'what a config calls it: transformersEntities({ model: name })')
    .argument('<folder>', 'where the model lies; with --allow-network also an id of the Hugging Face hub')
    .option('--allow-network', 'fetch a model of the hub into .assay/models')
    .addOption(
      new Option('--dtype <type>', 'which weights to fetch')
        .choices(['fp32', 'fp16', 'q8', 'int8', 'uint8', 'q4', 'q4f16', 'bnb4'])
        .default('fp32'),
    )
    .addHelpText('after', '\nExample:\n  $ assay models add ner ./models/bert-ner\n')
    .action(async (name: string, folder: string, options: AddFlags) => {
      const { addModel } = await import('../models/add.ts')
      await addModel(name, folder, options)
    })
  group
    .command('list')
    .description('the registered models')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  $ assay models list\n')
    .action(async (options: JsonFlag) => {
      const { listModels } = await import('../models/list.ts')
      listModels(options)
    })
  group
    .command('check')
    .description('hash every file again; exit 60 if one is missing, cut short or changed')
    .argument('[name...]', 'only these models')
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExample:\n  $ assay models check ner\n')
    .action(async (names: readonly string[], options: JsonFlag) => {
      const { checkModels } = await import('../models/check.ts')
      await checkModels(names, options)
    })
}

export interface AddFlags {
  readonly allowNetwork?: boolean
  readonly dtype: 'fp32' | 'fp16' | 'q8' | 'int8' | 'uint8' | 'q4' | 'q4f16' | 'bnb4'
}

export interface JsonFlag {
  readonly json?: boolean
}

const examples = `
Examples:
  $ assay models add ner ./models/bert-ner            then: transformersEntities({ model: 'ner' })
  $ assay models add ner Xenova/bert-base-NER --allow-network --dtype q8
  $ assay models list
  $ assay models check

Names, paths and sums are kept in .assay/models.json.
`
