import { peakMemoryBytes } from '@assay/runner'
import type { Check } from '../check.ts'
import { long } from '../texts.ts'

/** What an article of a million characters may take beyond what the process held before. */
const mostBytes = 2 * 1024 ** 3

export const longText: Check = {
  id: 'long-text',
  promise: 'survives a text of a million characters: an answer, or a clean end in time, within 2 GB',
  alone: true,
  exempts: ({ network }) => (network === true ? 'a million characters cost money' : null),
  async run(subject) {
    const article = long()
    const before = peakMemoryBytes()
    const { outcome, milliseconds } = await subject.ask(article)
    const grown = peakMemoryBytes() - before
    const measured = `${(milliseconds / 1000).toFixed(1)} s, ${Math.round(grown / 1024 ** 2)} MB more memory`
    const at = { article: article.id }
    if (outcome.status === 'too-late') {
      const hint = 'Settle the promise when `context.signal` is aborted.'
      return {
        faults: [{ ...at, what: `no end within ${subject.timeoutMs} ms, although aborted`, hint }],
        measured,
      }
    }
    if (grown > mostBytes) {
      return { faults: [{ ...at, what: 'takes too much memory', expected: 'at most 2 GB', got: measured }] }
    }
    const notes = outcome.status === 'failed' ? [{ ...at, what: `gives no answer: ${outcome.because}` }] : []
    return { notes, measured }
  },
}
