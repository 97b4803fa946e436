import { firstDifference } from '../difference.ts'
import type { Check, Finding } from '../check.ts'
import { dataOf } from '../subject.ts'
import { plain } from '../texts.ts'

export const repeat: Check = {
  id: 'repeat',
  promise: 'gives the same answer to the same text and seed',
  async run(subject) {
    const differences: Finding[] = []
    for (const article of plain) {
      // The first call is not compared: what hangs on the text before is another check.
      await subject.ask(article)
      const [once, again] = [await subject.ask(article), await subject.ask(article)]
      const difference = firstDifference(dataOf(once.outcome), dataOf(again.outcome))
      if (difference === null) continue
      differences.push({
        article: article.id,
        what: 'the same text and seed gave another answer',
        ...difference,
        hint: 'Draw random numbers from `context.seed`; use no clock.',
      })
    }
    // A service may be of many machines; that it differs is good to know, and no fault of the adapter.
    return subject.system.network === true ? { notes: differences } : { faults: differences }
  },
}
