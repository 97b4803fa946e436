import type { PredictedMention, PredictedTimex, Unlocated } from '@assay/schema'
import { type Place, placeStrings } from './places.ts'

type Given<T> = Omit<T, 'span' | 'surface' | 'placement'> & {
  readonly surface: string
  /** A longer stretch of the text that holds the surface, for example its sentence, where the system gave one. */
  readonly context?: string
}

/** A mention without offsets. */
export type GivenMention = Given<PredictedMention>
/** A timex without offsets. */
export type GivenTimex = Given<PredictedTimex>

/**
 * Mentions from strings, by the rule of `placeStrings`, in the order in which they were given; each says how it was
 * placed. What stands nowhere in the text is `unlocated`: put it into the output, where it counts as wrong.
 */
export function placeMentions(
  text: string,
  given: readonly GivenMention[],
): { mentions: PredictedMention[]; unlocated: Unlocated[] } {
  const { placed, unlocated } = place(text, given, ({ type }) => type)
  return { mentions: placed, unlocated }
}

/** As `placeMentions`, for timexes. */
export function placeTimexes(
  text: string,
  given: readonly GivenTimex[],
): { timexes: PredictedTimex[]; unlocated: Unlocated[] } {
  const { placed, unlocated } = place(text, given, ({ type, value, mod }) =>
    JSON.stringify([type, value, mod]),
  )
  return { timexes: placed, unlocated }
}

type Text = { readonly surface: string; readonly context?: string; readonly type: string }

function place<T extends Text>(text: string, given: readonly T[], labelOf: (item: T) => string) {
  const strings = given.map((item) => ({
    surface: item.surface,
    label: labelOf(item),
    ...(item.context !== undefined && { context: item.context }),
  }))
  const placed: (Omit<T, 'surface' | 'context'> & Place)[] = []
  const unlocated: Unlocated[] = []
  for (const [i, place] of placeStrings(text, strings).entries()) {
    const { surface, context: _, ...rest } = given[i]!
    if (place === null) unlocated.push({ surface, type: rest.type })
    else placed.push({ ...rest, ...place })
  }
  return { placed, unlocated }
}
