import type { Check } from '../check.ts'
import { answered, itemsOf, onlyWith, shapeFaults } from '../shape.ts'

export const claims: Check = {
  id: 'claims',
  promise: 'gives well-formed claims, each with a text',
  exempts: onlyWith('claims'),
  async run(subject) {
    const all = await answered(subject)
    const count = all.reduce((sum, answer) => sum + itemsOf(answer, 'claims').length, 0)
    return { faults: shapeFaults(all, 'claims'), measured: `${count} claims` }
  },
}
