import { firstDifference } from '../difference.ts'
import type { Check, Finding } from '../check.ts'
import { dataOf } from '../subject.ts'

export const order: Check = {
  id: 'order',
  promise: 'gives the same answers in any order of articles',
  after: 'repeat',
  exempts: ({ network }) => (network === true ? 'a service may answer differently at any time' : null),
  async run(subject) {
    const forward = await subject.answers()
    const faults: Finding[] = []
    for (const { article, outcome } of forward.toReversed()) {
      const again = await subject.ask(article)
      const difference = firstDifference(dataOf(outcome), dataOf(again.outcome))
      if (difference === null) continue
      faults.push({
        article: article.id,
        what: 'another article before it changes the answer',
        ...difference,
        hint: 'Keep nothing from one article to the next.',
      })
    }
    return { faults, keep: forward.map(({ article, outcome }) => [article.id, dataOf(outcome)]) }
  },
}
