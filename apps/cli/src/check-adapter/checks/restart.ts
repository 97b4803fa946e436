import { firstDifference } from '../difference.ts'
import type { Check, Finding } from '../check.ts'
import { dataOf } from '../subject.ts'

export const restart: Check = {
  id: 'restart',
  promise: 'gives the same answers in another process',
  after: 'order',
  alone: true,
  async run(subject) {
    const before = new Map(subject.kept as readonly [string, unknown][])
    const faults = (await subject.answers()).flatMap(({ article, outcome }): Finding[] => {
      const difference = firstDifference(before.get(article.id), dataOf(outcome))
      if (difference === null) return []
      const hint = 'Nothing drawn or read when the process starts may reach an answer.'
      return [{ article: article.id, what: 'another process gave another answer', ...difference, hint }]
    })
    return { faults }
  },
}
