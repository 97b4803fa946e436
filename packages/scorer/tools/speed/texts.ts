/** What a bench of summaries scores: sentences on lines of their own. */
export interface TextPair {
  readonly gold: string
  readonly predicted: string
}

/**
 * Pairs like news and a summary of it that shares about two thirds of its words, made from a seed: the same seed
 * gives the same pairs. `words` in `lines`, both about, on each side.
 */
export function newsPairs(seed: number, pairs: number, words: number, lines: number): TextPair[] {
  const random = createRandom(seed)
  const lexicon = createLexicon(random)
  return Array.from({ length: pairs }, () => {
    const sentences = Array.from({ length: vary(random, lines) }, () =>
      Array.from({ length: vary(random, words / lines) }, () => wordOf(random, lexicon)),
    )
    const edited = sentences.map((sentence) => sentence.flatMap((word) => edit(random, lexicon, word)))
    if (random() < 0.5) edited.reverse()
    return { gold: written(sentences), predicted: written(edited) }
  })
}

/** Uniform in [0, 1): the 32-bit generator xorshift (Marsaglia 2003). */
export function createRandom(seed: number): () => number {
  let state = (seed | 0) * 2_654_435_761 + 88_675_123 || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}

interface Lexicon {
  readonly small: readonly string[]
  readonly content: readonly string[]
  readonly names: readonly string[]
}

const small =
  'the of to in a and for on that with at by from as was is has its after over said be not it are who will'
const roots =
  'port strike govern elect market nation attack report minist confer trade council protest bank resign launch budget train hospital court invest inflat polic storm teach climb research recover nego vaccin transport regul custom employ produc deliver exhibit migrat announc demonstr organis contribut'
const endings = ' s ed ing ation er ment ly ive al ness ism ational iveness'

/** About 600 content words by roots and endings, and 400 invented names. */
function createLexicon(random: () => number): Lexicon {
  const syllables = 'ba lin dor vek mas tri ola nor hal zen ric per sta mo ber gu til ka ren wo'.split(' ')
  const name = () => {
    const letters = Array.from({ length: 2 + Math.floor(random() * 2) }, () => pick(random, syllables)).join(
      '',
    )
    return letters[0]!.toUpperCase() + letters.slice(1)
  }
  return {
    small: small.split(' '),
    content: roots.split(' ').flatMap((root) => endings.split(' ').map((ending) => root + ending)),
    names: Array.from({ length: 400 }, name),
  }
}

function wordOf(random: () => number, { small, content, names }: Lexicon): string {
  const kind = random()
  // Squares and cubes of a share make the first words of a list frequent and the last ones rare.
  if (kind < 0.42) return small[Math.floor(random() ** 3 * small.length)]!
  if (kind < 0.86) return content[Math.floor(random() ** 2 * content.length)]!
  if (kind < 0.96) return pick(random, names)
  return (Math.floor(random() * 3000) / 10).toString()
}

/** Left out, replaced, or with a word before it: a third of all words. */
function edit(random: () => number, lexicon: Lexicon, word: string): string[] {
  const kind = random()
  if (kind < 0.12) return []
  if (kind < 0.24) return [wordOf(random, lexicon)]
  if (kind < 0.36) return [wordOf(random, lexicon), word]
  return [word]
}

function written(sentences: readonly (readonly string[])[]): string {
  return sentences
    .filter((words) => words.length > 0)
    .map(([first = '', ...rest]) => `${[first[0]!.toUpperCase() + first.slice(1), ...rest].join(' ')}.`)
    .join('\n')
}

function pick(random: () => number, words: readonly string[]): string {
  return words[Math.floor(random() * words.length)]!
}

/** A whole number within a third of the mean, which it has on average. */
function vary(random: () => number, mean: number): number {
  return Math.max(1, Math.round(mean * (2 / 3 + (2 / 3) * random())))
}
