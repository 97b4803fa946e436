import { prefixes, type TagRules } from './schemes.ts'

/** What happens to the span of a side before a token. */
export const opens = 1
export const closes = 2
/** The open span ends without counting, or after it was counted. */
export const forgets = 4

/** Added to the index of a step while no span is open. */
export const shut = 128

/** The place of a step: two prefix codes and whether the types are the same. */
export function stepAt(before: number, after: number, sameType: boolean): number {
  return (before << 4) | (after << 1) | (sameType ? 1 : 0)
}

/**
 * The rules as a table of bits. In a reading with `continues` a span is followed from its start; while none is
 * open, nothing closes. Without, every close counts, whatever came before.
 */
export function createSteps(rules: TagRules): Uint8Array {
  const [opening, continuing, closing] = [rules.opens, rules.continues, rules.closes].map(readRules)
  const follows = rules.continues !== ''
  const steps = new Uint8Array(2 * shut)
  for (const before of prefixes) {
    for (const after of prefixes) {
      for (const sameType of [true, false]) {
        const holds = (list: readonly string[]) => list.some((rule) => fits(rule, before, after, sameType))
        const at = stepAt(prefixes.indexOf(before), prefixes.indexOf(after), sameType)
        const open = holds(opening!) ? opens : 0
        const close = holds(closing!) ? closes : 0
        steps[at + shut] = open
        steps[at] = holds(continuing!) ? 0 : open | close | (follows ? forgets : 0)
      }
    }
  }
  return steps
}

function readRules(list: string): string[] {
  return list.split(' ').filter((rule) => rule !== '')
}

function fits(rule: string, before: string, after: string, sameType: boolean): boolean {
  const [first, second, condition] = rule
  return (
    (first === '*' || first === before) &&
    (second === '*' || second === after) &&
    (condition === undefined || (condition === '=') === sameType)
  )
}
