import type { Span } from '@assay/schema'

/**
 * Every occurrence of `needle` in `text`, case and all, left to right, not overlapping, whose ends do not cut a
 * word: "Oman" is not found in "Romania", "Kabul" is found in "Kabul's" and "Al-Kabul". An end of the needle
 * that is not a letter or digit itself needs no border. An empty needle is found nowhere.
 */
export function locateAll(text: string, needle: string): Span[] {
  const found: Span[] = []
  if (needle === '') return found
  let at = text.indexOf(needle)
  while (at !== -1) {
    const end = at + needle.length
    const isWhole = !cutsWord(text, at) && !cutsWord(text, end)
    if (isWhole) found.push({ start: at, end })
    at = text.indexOf(needle, isWhole ? end : at + 1)
  }
  return found
}

const endsInWord = /[\p{L}\p{M}\p{N}]$/u
const startsInWord = /^[\p{L}\p{M}\p{N}]/u

/** True if the characters on both sides of `offset` belong to one word. */
function cutsWord(text: string, offset: number): boolean {
  return (
    endsInWord.test(text.slice(Math.max(0, offset - 2), offset)) &&
    startsInWord.test(text.slice(offset, offset + 2))
  )
}
