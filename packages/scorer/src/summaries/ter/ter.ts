import { type TerOptions, terWords } from './normalise.ts'
import { terEdits } from './shifts.ts'

/** What TER is made of. Counts of a corpus are the sums of those of its segments. */
export interface TerCounts {
  /** The edits towards the reference that needs fewest. */
  readonly edits: number
  /** Words of a reference, on average. */
  readonly goldLength: number
}

/**
 * The edits of one text against its references, as sacreBLEU 2.6 counts them. At least one reference. sacreBLEU
 * normalises a reference twice, which cuts a few more of its words (`a's's `): so does this where `normalised`.
 */
export function terCounts(gold: readonly string[], predicted: string, options: TerOptions = {}): TerCounts {
  const numbers = new Map<string, number>()
  const numbered = (words: readonly string[]) =>
    Int32Array.from(words, (word) => {
      const known = numbers.get(word) ?? numbers.size
      numbers.set(word, known)
      return known
    })
  const words = numbered(terWords(predicted, options))
  const references = gold.map((text) => {
    const once = terWords(text, options)
    return numbered(options.normalised === true ? terWords(once.join(' '), options) : once)
  })
  return {
    edits: Math.min(...references.map((reference) => terEdits(reference, words))),
    goldLength: references.reduce((sum, { length }) => sum + length, 0) / references.length,
  }
}

/** The counts of a corpus. Of no segment: 0. */
export function sumTerCounts(segments: readonly TerCounts[]): TerCounts {
  return {
    edits: segments.reduce((sum, { edits }) => sum + edits, 0),
    goldLength: segments.reduce((sum, { goldLength }) => sum + goldLength, 0),
  }
}

/** Edits per word of the reference: 0 is perfect, and it can exceed 1. Without a word in any reference 0 or 1. */
export function terScore({ edits, goldLength }: TerCounts): number {
  if (goldLength > 0) return edits / goldLength
  return edits > 0 ? 1 : 0
}
