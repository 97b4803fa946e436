import { lengthBands } from '@assay/schema'
import { countWords } from '@assay/text'
import type { Check, Finding } from '../check.ts'
import { answered, onlyWith, shapeFaults } from '../shape.ts'
import { plain } from '../texts.ts'

/** The band of a run, and one that asks for a single sentence. */
const bands = [lengthBands.short, lengthBands.headline] as const

export const summary: Check = {
  id: 'summary',
  promise: 'gives a well-formed summary; one that is longer than asked is a note',
  exempts: onlyWith('summaries'),
  async run(subject) {
    const notes: Finding[] = []
    for (const request of bands) {
      for (const article of plain) {
        const { outcome } = await subject.ask(article, { request })
        const text = outcome.status === 'answered' ? textOf(outcome.output) : undefined
        if (text === undefined) continue
        const words = countWords(text)
        if (words > request.maxWords) {
          notes.push({
            article: article.id,
            path: 'summary.text',
            what: 'is longer than asked: reference metrics do not see the rest',
            expected: `at most ${request.maxWords} words`,
            got: `${words} words`,
          })
        }
        if (words === 0) notes.push({ article: article.id, path: 'summary.text', what: 'has no words' })
      }
    }
    return { faults: shapeFaults(await answered(subject), 'summary'), notes }
  },
}

function textOf(output: unknown): string | undefined {
  const text: unknown = (output as { readonly summary?: { readonly text?: unknown } } | null)?.summary?.text
  return typeof text === 'string' ? text : undefined
}
