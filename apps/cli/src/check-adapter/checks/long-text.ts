import { peakMemoryBytes } from '@assay/runner'
import type { Check, Found } from '../check.ts'
import type { Subject } from '../subject.ts'
import { long } from '../texts.ts'

const noNetwork: Check['exempts'] = ({ network }) => (network === true ? 'long texts cost money' : null)

export const longText: Check = {
  id: 'long-text',
  promise: 'ends in time with a text of 100,000 characters, longer than any article, within 2 GB',
  alone: true,
  exempts: noNetwork,
  run: (subject) => askLong(subject, 100_000),
}

export const hugeText: Check = {
  id: 'huge-text',
  promise: 'does not fail on a text of a million characters; one that is too slow for it is a note',
  alone: true,
  lossIsNote: true,
  exempts: noNetwork,
  async run(subject) {
    const found = await askLong(subject, 1_000_000)
    const late = found.faults?.filter(({ what }) => what.startsWith(noEnd)) ?? []
    if (late.length === 0) return found
    return { ...found, faults: [], notes: late }
  },
}

/** What an article may take beyond what the process held before. */
const mostBytes = 2 * 1024 ** 3

const noEnd = 'no end within'

async function askLong(subject: Subject, length: number): Promise<Found> {
  const article = long(length)
  const before = peakMemoryBytes()
  const { outcome, milliseconds } = await subject.ask(article)
  const grown = peakMemoryBytes() - before
  const measured = `${(milliseconds / 1000).toFixed(1)} s, ${Math.round(grown / 1024 ** 2)} MB more memory`
  const at = { article: article.id }
  if (outcome.status === 'too-late') {
    const hint = 'Settle the promise when `context.signal` is aborted.'
    return { faults: [{ ...at, what: `${noEnd} ${subject.timeoutMs} ms, although aborted`, hint }], measured }
  }
  if (grown > mostBytes) {
    return { faults: [{ ...at, what: 'takes too much memory', expected: 'at most 2 GB', got: measured }] }
  }
  const notes = outcome.status === 'failed' ? [{ ...at, what: `gives no answer: ${outcome.because}` }] : []
  return { notes, measured }
}
