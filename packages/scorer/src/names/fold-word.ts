import { foldName } from '@assay/text'

/** One word without case, possessive and the dots of an initialism: "U.S" is "us"; "4.9" stays. */
export function foldWord(word: string): string {
  return foldName(/^\p{L}(?:\.\p{L})+$/u.test(word) ? word.replaceAll('.', '') : word)
}
