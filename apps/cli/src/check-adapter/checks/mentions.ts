import { entityTypes, type System } from '@assay/schema'
import type { Check, Finding } from '../check.ts'
import { type Answered, answered, itemsOf, onlyWith, shapeFaults } from '../shape.ts'

export const mentions: Check = {
  id: 'mentions',
  promise: 'gives well-formed mentions, of the entity types it declares',
  exempts: onlyWith('entities'),
  async run(subject) {
    const all = await answered(subject)
    const count = all.reduce((sum, answer) => sum + itemsOf(answer, 'mentions').length, 0)
    const { entityTypes: declared } = subject.system
    return {
      faults: [
        ...shapeFaults(all, 'mentions'),
        ...(declared === undefined ? [] : all.flatMap((answer) => undeclared(answer, declared))),
      ],
      notes: declared === undefined ? unknownTypes(all) : [],
      measured: `${count} mentions`,
    }
  },
}

function undeclared(answer: Answered, declared: NonNullable<System['entityTypes']>): Finding[] {
  return itemsOf(answer, 'mentions')
    .filter(({ item }) => !(declared as readonly string[]).includes(item.type))
    .map(({ item, index }) => ({
      article: answer.article.id,
      path: `mentions[${index}].type`,
      what: 'is a type that the system does not declare',
      expected: declared.join(', '),
      got: item.type,
      hint: 'Add it to `entityTypes`, or map the label to one of ours.',
    }))
}

/** Dropped when scored, so worth a line; a system that has no map yet is still well-behaved. */
function unknownTypes(all: readonly Answered[]): Finding[] {
  const types = all.flatMap((answer) => itemsOf(answer, 'mentions').map(({ item }) => item.type))
  const unknown = [...new Set(types)]
    .filter((type) => !(entityTypes as readonly string[]).includes(type))
    .sort()
  if (unknown.length === 0) return []
  return [{ what: `types that are none of ours are not scored: ${unknown.join(', ')}` }]
}
