import { lengthBands } from '@assay/schema'
import { firstDifference } from '../difference.ts'
import type { Check, Finding } from '../check.ts'
import { odd, plain } from '../texts.ts'

export const input: Check = {
  id: 'input',
  promise: 'leaves the article and the request as they were',
  async run(subject) {
    const faults: Finding[] = []
    for (const original of [...plain, ...odd]) {
      const article = structuredClone(original)
      const request = { ...lengthBands.short }
      await subject.ask(article, { request, uncopied: true })
      const given = { article: original, request: lengthBands.short }
      const difference = firstDifference(given, { article, request })
      if (difference !== null) {
        const what = 'was changed by the adapter'
        faults.push({ article: original.id, what, ...difference, hint: 'Work on a copy.' })
      }
    }
    return { faults }
  },
}
