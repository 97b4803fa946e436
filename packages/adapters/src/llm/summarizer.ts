import type { Article, Summarizer, SummaryRequest } from '@assay/schema'
import { sentenceSpans } from '@assay/text'
import { fillBudget } from '../budget.ts'
import { createClient } from './client.ts'
import { hasText, inputOf } from './article.ts'
import type { LlmOptions } from './options.ts'
import { loadPrompt } from './prompts.ts'
import { summary } from './shapes.ts'
import { askFor, expectFor, repair } from './structured.ts'

/**
 * A language model that summarizes. It is told the budget; of a longer summary the first sentences stay, as far as
 * they fit. A text without letters or digits has an empty summary, and is not sent.
 *
 * @throws AssayError `config-invalid`
 */
export function llmSummarizer(options: LlmOptions): Summarizer {
  const prompt = loadPrompt('summaries')
  const client = createClient(options, [prompt, repair])
  const ask = (article: Article, { minWords, maxWords }: SummaryRequest) => ({
    prompt,
    input: { minWords, maxWords, ...inputOf(article) },
    shape: summary,
  })
  return {
    kind: 'summarizer',
    ...client.shared,
    tasks: ['summaries'],
    expect: (article, request) => (hasText(article) ? expectFor(client, ask(article, request)) : {}),
    async summarize(article, request, context) {
      if (!hasText(article)) return { text: '' }
      const { summary: text } = await askFor(client, ask(article, request), context)
      return { text: fillBudget(text, sentenceSpans(text), request.maxWords, 'stop') }
    },
  }
}
