import type { ClaimReading } from './tokens.ts'
import { conceptOf } from './wording.ts'

/**
 * Whether one text says the opposite of what stands in its place in the other: "fell" for "rose". Negated on one
 * side alone they agree: "did not rise" and "fell" may both be true.
 */
export function isOpposed(gold: ClaimReading, predicted: ClaimReading): boolean {
  const [own, other] = [keysOf(gold), keysOf(predicted)]
  return [...own].some((word) =>
    (opposites.get(word) ?? []).some(
      (opposite) =>
        other.has(opposite) &&
        !other.has(word) &&
        !own.has(opposite) &&
        gold.negated.has(word) === predicted.negated.has(opposite),
    ),
  )
}

function keysOf({ tokens }: ClaimReading): Set<string> {
  return new Set(tokens.map(({ key }) => key))
}

/** Without what two sides of one event are called: who sells has a buyer, who wins has somebody who loses. */
const opposites = bothWays(
  `accept reject
   accept refuse
   allow ban
   approve reject
   approve oppose
   begin end
   begin halt
   confirm deny
   convict acquit
   deficit surplus
   east west
   export import
   guilty innocent
   high low
   higher lower
   legal illegal
   likely unlikely
   maximum minimum
   north south
   open close
   rise fall
   rise reduce
   safe dangerous
   strengthen weaken
   support oppose
   worsen improve`,
)

function bothWays(lines: string): ReadonlyMap<string, readonly string[]> {
  const pairs = lines.split('\n').map((line) =>
    line
      .trim()
      .split(' ')
      .map((word) => conceptOf(word)),
  )
  const map = new Map<string, string[]>()
  for (const [a = '', b = ''] of pairs) {
    map.set(a, [...(map.get(a) ?? []), b])
    map.set(b, [...(map.get(b) ?? []), a])
  }
  return map
}
