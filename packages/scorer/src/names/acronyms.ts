import { wordTokens } from '@assay/text'

/** "UN", "U.N.", up to six letters. */
export function isAcronym(name: string): boolean {
  return /^(?:\p{Lu}\.?){2,6}$/u.test(name)
}

/** The letters of an acronym without its dots. */
export function plainLetters(acronym: string): string {
  return acronym.replaceAll('.', '')
}

/** The acronym of a name: the first letters of its capitalised words. Null if it has fewer than two. */
export function initialsOf(name: string): string | null {
  const letters = wordTokens(name).flatMap(({ text }) => (/^\p{Lu}/u.test(text) ? text[0]! : []))
  return letters.length > 1 ? letters.join('') : null
}
