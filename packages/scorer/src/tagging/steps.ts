import { prefixes, type TagRules } from './schemes.ts'

/** What happens to the span of a side before a token, as bits of a step. */
const opens = 1
export const closes = 2
/** The open span ends: it was counted, or never will be. */
const forgets = 4

/** The start of a span while none is open. */
export const none = -1

/** The code before the first token: O, of a type that no tag has. */
export const nothingBefore = -8

/** Added to the place of a step while no span is open. */
const shut = 128

/** The place of the step from one code to the next. */
export function stepAt(before: number, code: number, start: number): number {
  const sameType = (before ^ code) >>> 3 === 0 ? 1 : 0
  return (start < 0 ? shut : 0) | ((before & 7) << 4) | ((code & 7) << 1) | sameType
}

/** The start of the open span behind a step before the token `at`. */
export function startAfter(step: number, start: number, at: number): number {
  return step & opens ? at : step & forgets ? none : start
}

/** The steps of rules, made once: sentences may be counted one by one. */
export function stepsOf(rules: TagRules): Uint8Array {
  const made = tables.get(rules) ?? createSteps(rules)
  tables.set(rules, made)
  return made
}

const tables = new WeakMap<TagRules, Uint8Array>()

/**
 * The rules as a table of bits. In a reading with `continues` a span is followed from its start; while none is
 * open, nothing closes. Without, every close counts, whatever came before.
 */
function createSteps(rules: TagRules): Uint8Array {
  const [opening, continuing, closing] = [rules.opens, rules.continues, rules.closes].map(readRules)
  const follows = rules.continues !== ''
  const steps = new Uint8Array(2 * shut)
  for (const before of prefixes) {
    for (const after of prefixes) {
      for (const sameType of [true, false]) {
        const holds = (list: readonly string[]) => list.some((rule) => fits(rule, before, after, sameType))
        const at = (prefixes.indexOf(before) << 4) | (prefixes.indexOf(after) << 1) | (sameType ? 1 : 0)
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
