import type { Fingerprint, Span } from '@assay/schema'
import { exactAt, indexAt } from './anchors.ts'
import type { MatchForm } from './match-form.ts'

/** A part of a match form, and the span it comes from. */
export interface Hit {
  readonly from: number
  readonly to: number
  readonly span: Span
}

/** Finds what has a fingerprint, in order; ends that would cut a word are not looked at. */
export type Search = (wanted: Fingerprint) => readonly Hit[]

/** A search in `window` of the text of a match form. The first search for a length reads the window once. */
export function createSearch(text: MatchForm, window: Span): Search {
  const { form, starts, ends } = text
  const first = indexAt(starts, window.start)
  const last = indexAt(starts, window.end)
  const borders: number[] = []
  // A quote that the form does not hold, as in "Kabul's".
  const isDropped = (at: number): boolean => (starts[at] ?? 0) > (ends[at - 1] ?? Infinity)
  for (let at = first; at <= last; at++) if (isDropped(at) || !cutsWord(form, at)) borders.push(at)
  const isBorder = new Set(borders)
  const byLength = new Map<number, Map<string, Hit[]>>()

  const readLength = (length: number): Map<string, Hit[]> => {
    const found = new Map<string, Hit[]>()
    for (const from of borders) {
      const to = from + length
      if (!isBorder.has(to) || form[from] === ' ' || form[to - 1] === ' ') continue
      const { fingerprint } = exactAt(text, from, to)
      const hits = found.get(fingerprint) ?? []
      hits.push({ from, to, span: { start: starts[from] ?? 0, end: ends[to - 1] ?? 0 } })
      found.set(fingerprint, hits)
    }
    return found
  }
  return ({ length, fingerprint }) => {
    if (length === 0) return []
    const found = byLength.get(length) ?? readLength(length)
    byLength.set(length, found)
    return found.get(fingerprint) ?? []
  }
}

const spaceless = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`
const inWord = String.raw`(?![${spaceless}])[\p{L}\p{M}\p{N}]`
const wordBefore = new RegExp(`${inWord}$`, 'u')
const wordAfter = new RegExp(`^${inWord}`, 'u')

/** True inside a word or a surrogate pair; scripts that put no space between words have no words here. */
function cutsWord(form: string, at: number): boolean {
  const before = form.slice(Math.max(0, at - 2), at)
  const after = form.slice(at, at + 2)
  if (/[\ud800-\udbff]$/.test(before) && /^[\udc00-\udfff]/.test(after)) return true
  return wordBefore.test(before) && wordAfter.test(after)
}
