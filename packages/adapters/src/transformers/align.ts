/** A stretch of a word and what became of it; no text: it is unchanged. */
export interface Group {
  readonly from: number
  readonly to: number
  readonly text?: string
}

/**
 * Which characters of a word became which of the normalized word: the smallest groups that, normalized alone,
 * give the same. A letter stays together with its marks; Hangul letters that are composed, or a sigma that is
 * written differently at the end of a word, become one group of several.
 */
export function alignWord(word: string, normalize: (text: string) => string): Group[] {
  if (normalize(word) === word) return [{ from: 0, to: word.length }]
  const bounds = [...word.matchAll(clusters)].map(({ index }) => index)
  bounds.push(word.length)
  const alone = bounds.slice(1).map((to, i) => made(word, bounds[i]!, to, normalize))
  if (joined(alone, word) === normalize(word)) return alone
  return word.length <= longestSearched
    ? searched(word, bounds, normalize)
    : [made(word, 0, word.length, normalize)]
}

/** A character with the marks on it. A mark that begins the word stands alone. */
const clusters = /\P{M}\p{M}*|\p{M}+/gsu

/** The search below asks the normalizer as often as the square of the length; longer words are one group. */
const longestSearched = 200

function made(word: string, from: number, to: number, normalize: (text: string) => string): Group {
  const before = word.slice(from, to)
  const text = normalize(before)
  return text === before ? { from, to } : { from, to, text }
}

function joined(groups: readonly Group[], word: string): string {
  return groups.map(({ from, to, text }) => text ?? word.slice(from, to)).join('')
}

function searched(word: string, bounds: readonly number[], normalize: (text: string) => string): Group[] {
  const groups: Group[] = []
  let start = 0
  for (const bound of bounds.slice(1)) {
    const whole = normalize(word.slice(start))
    const group = made(word, start, bound, normalize)
    if (joined([group], word) + normalize(word.slice(bound)) !== whole) continue
    groups.push(group)
    start = bound
  }
  return groups
}
