import { parseTimexValue } from '@assay/text'
import type { Check } from '../check.ts'
import { answered, itemsOf, onlyWith, shapeFaults } from '../shape.ts'

export const timexes: Check = {
  id: 'timexes',
  promise: 'gives well-formed timexes, whose values are TIMEX3 or null',
  exempts: onlyWith('dates'),
  async run(subject) {
    const all = await answered(subject)
    const found = all.flatMap((answer) =>
      itemsOf(answer, 'timexes').map(({ item, index }) => ({ ...item, index, article: answer.article.id })),
    )
    const values = found
      .filter(({ value }) => value !== null && parseTimexValue(value) === null)
      .map(({ value, index, article }) => ({
        article,
        path: `timexes[${index}].value`,
        what: 'is no TIMEX3 value',
        got: JSON.stringify(value),
        hint: 'For example 2026-03-04, 2026-W10, P3W, PAST_REF; null where it cannot be resolved.',
      }))
    return { faults: [...shapeFaults(all, 'timexes'), ...values], measured: `${found.length} timexes` }
  },
}
