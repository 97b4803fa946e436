/** Porter stem of one word, NLTK_EXTENSIONS mode. */
export function stem(_word: string): string {
  throw new Error('not built yet')
}
