import type { Check, Finding } from '../check.ts'
import type { Asked } from '../subject.ts'

export const answers: Check = {
  id: 'answers',
  promise: 'answers every text in time, the odd ones too',
  async run(subject) {
    const all = await subject.answers()
    const times = all.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b)
    const median = times[Math.floor(times.length / 2)] ?? 0
    return {
      faults: all.flatMap((asked) => faultOf(asked, subject.timeoutMs)),
      measured: `${all.length} texts, ${median.toFixed(median < 10 ? 1 : 0)} ms each`,
    }
  },
}

function faultOf({ article: { id: article }, milliseconds, outcome }: Asked, timeoutMs: number): Finding[] {
  if (outcome.status === 'too-late') {
    return [
      {
        article,
        what: `no answer within ${timeoutMs} ms, and it goes on although its signal was aborted`,
        hint: 'Settle the promise when `context.signal` is aborted; --timeout gives more time.',
      },
    ]
  }
  if (outcome.status === 'failed') return [{ article, what: `failed: ${outcome.because}` }]
  if (milliseconds < timeoutMs) return []
  return [
    { article, what: `answered after ${Math.round(milliseconds)} ms, where ${timeoutMs} ms are allowed` },
  ]
}
