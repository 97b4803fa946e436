import { addUsage, AssayError, type Extractor, layerOfTask, type Output } from '@assay/schema'
import { hasText, inputOf } from './article.ts'
import { createClient } from './client.ts'
import { type ExtractionTask, layers } from './layers.ts'
import type { LlmOptions } from './options.ts'
import { loadPrompt } from './prompts.ts'
import { expectFor, repair } from './structured.ts'

export interface LlmExtractorOptions extends LlmOptions {
  /** One request an article for each. Default: entities, dates and claims. */
  readonly tasks?: readonly ExtractionTask[]
}

/**
 * A language model that finds names, dates and claims. It gives strings; `placeMentions` and `placeTimexes` put them
 * into the text, and what stands nowhere counts as predicted and wrong. A text without letters or digits is not sent.
 *
 * @throws AssayError `config-invalid`
 */
export function llmExtractor(options: LlmExtractorOptions): Extractor {
  const { tasks = ['entities', 'dates', 'claims'] } = options
  if (tasks.length === 0 || tasks.some((task) => !Object.hasOwn(layers, task))) {
    throw new AssayError(
      'config-invalid',
      'llmExtractor: `tasks` are entities, dates and claims, one at least',
      {
        hint: 'A summarizer is made with llmSummarizer.',
      },
    )
  }
  const prompts = new Map(tasks.map((task) => [task, loadPrompt(task)]))
  const client = createClient(options, [...prompts.values(), repair])
  return {
    kind: 'extractor',
    ...client.shared,
    tasks,
    expect: (article) =>
      addUsage(
        [...prompts]
          .filter(() => hasText(article))
          .map(([task, prompt]) => {
            const { shape } = layers[task]
            return expectFor(client, { prompt, input: inputOf(article), shape })
          }),
      ),
    async extract(article, context) {
      if (!hasText(article)) return Object.fromEntries(tasks.map((task) => [layerOfTask[task], []]))
      const outputs: Output[] = []
      // One after another: when one fails, the others are not paid for.
      for (const [task, prompt] of prompts) {
        outputs.push(await layers[task].find(client, prompt, article, context))
      }
      return merged(outputs)
    },
  }
}

function merged(outputs: readonly Output[]): Output {
  const unlocated = outputs.flatMap((output) => output.unlocated ?? [])
  return Object.assign(
    {},
    ...outputs,
    unlocated.length === 0 ? {} : { unlocated: Object.assign({}, ...unlocated) },
  )
}
