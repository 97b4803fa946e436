import type { ClaimPart, ClaimReading } from './tokens.ts'

const joining = new Set(['and', 'or', 'the'])
const forms = new Set('am is are was were be been being get gets got gotten'.split(' '))

/**
 * The first two entities of a claim, the one that acts first: the order of the text, turned round by a passive
 * ("was ... by" between the two). Null if there are not two, or if they only stand side by side ("A and B", "A, B"):
 * then their order says nothing. Who only describes somebody else, an owner or a nationality ("Norland's minister",
 * "a minister of Norland", "the Norlander minister"), has no role.
 */
export function agentAndPatient(
  parts: readonly ClaimPart[],
  describes: (part: ClaimPart) => boolean,
): ClaimReading['roles'] {
  const entities = parts.flatMap((part, at) => {
    const { token } = part
    const takesPart = token?.kind === 'entity' && !isAfterOf(parts, at) && !describes(part)
    return takesPart ? [{ entity: token.entity, at }] : []
  })
  const first = entities[0]
  const second = entities.find(({ entity }) => entity !== first?.entity)
  if (first === undefined || second === undefined) return null
  const between = parts.slice(first.at + 1, second.at).map(({ text }) => text)
  if (between.every((word) => joining.has(word))) return null
  const passive = between.findIndex((word) => forms.has(word))
  const isPassive = passive !== -1 && between.indexOf('by', passive) !== -1
  return isPassive ? [second.entity, first.entity] : [first.entity, second.entity]
}

function isAfterOf(parts: readonly ClaimPart[], at: number): boolean {
  const before = parts[at - 1]?.text === 'the' ? at - 2 : at - 1
  return parts[before]?.text === 'of'
}
