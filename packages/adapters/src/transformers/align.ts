/** A stretch of a word and what became of it; no text: it is unchanged. */
export interface Group {
  readonly from: number
  readonly to: number
  readonly text?: string
}

/**
 * Which characters of a word became which of the normalized word: the smallest groups that, normalized alone,
 * give the same. A mark that is taken away stays with its letter. Letters that are composed, or a sigma that is
 * written differently at the end of a word, are one group.
 */
export function alignWord(word: string, normalize: (text: string) => string): Group[] {
  const whole = normalize(word)
  if (whole === word) return [{ from: 0, to: word.length }]
  for (const part of [/./gsu, /\P{M}\p{M}*|\p{M}+/gsu]) {
    const groups = [...word.matchAll(part)].map(({ 0: { length }, index }) =>
      made(word, index, index + length, normalize),
    )
    if (joined(groups, word) === whole) return withMarks(groups, word)
  }
  return word.length <= longestSearched ? searched(word, normalize) : [made(word, 0, word.length, normalize)]
}

/** The search below asks the normalizer as often as the square of the length; longer words are one group. */
const longestSearched = 200

/** A mark that became nothing belongs to what stands before it. */
function withMarks(groups: readonly Group[], word: string): Group[] {
  const kept: Group[] = []
  for (const group of groups) {
    const before = kept.at(-1)
    const isLost = group.text === '' && /^\p{M}/u.test(word.slice(group.from, group.to))
    if (!isLost || before === undefined) kept.push(group)
    else
      kept[kept.length - 1] = {
        from: before.from,
        to: group.to,
        text: before.text ?? word.slice(before.from, before.to),
      }
  }
  return kept
}

function made(word: string, from: number, to: number, normalize: (text: string) => string): Group {
  const before = word.slice(from, to)
  const text = normalize(before)
  return text === before ? { from, to } : { from, to, text }
}

function joined(groups: readonly Group[], word: string): string {
  return groups.map(({ from, to, text }) => text ?? word.slice(from, to)).join('')
}

function searched(word: string, normalize: (text: string) => string): Group[] {
  const groups: Group[] = []
  let start = 0
  for (const { 0: char, index } of word.matchAll(/./gsu)) {
    const bound = index + char.length
    const group = made(word, start, bound, normalize)
    if (joined([group], word) + normalize(word.slice(bound)) !== normalize(word.slice(start))) continue
    groups.push(group)
    start = bound
  }
  return groups
}
