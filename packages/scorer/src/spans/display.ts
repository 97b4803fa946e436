import { type Annotation, entityTypes, type Output } from '@assay/schema'
import { assign } from '../matching/assignment.ts'
import {
  type GoldItem,
  type Labelled,
  mentionItems,
  overlapLength,
  sameSpan,
  timexItems,
  type View,
} from './items.ts'
import { labelKey, layOut } from './layout.ts'

/**
 * What a prediction turned out to be. `correct`: boundaries and label. `boundary`: the label alone is right.
 * `label`: the boundaries alone. `overlap`: neither, but it touches its gold item. `spurious`: it has no gold
 * item. `neutral`: neither asked for nor wrong. `duplicate`: said before. `unmapped`: no label of ours.
 * The label is the type of a mention and the value of a timex.
 */
export type PredictedStatus =
  | 'correct'
  | 'boundary'
  | 'label'
  | 'overlap'
  | 'spurious'
  | 'neutral'
  | 'duplicate'
  | 'unmapped'

export interface DisplayAlignment {
  /** One entry per prediction, in the order given; `gold` is the id of its gold item. */
  readonly predicted: readonly { readonly status: PredictedStatus; readonly gold?: string }[]
  /** By gold id. `optional`: not asked for. */
  readonly gold: ReadonlyMap<string, 'found' | 'missed' | 'optional'>
}

/** For highlighting: which prediction stands for which gold mention. Moves no score. */
export function alignMentions(gold: Annotation, predicted: Output, view: View = 'flat'): DisplayAlignment {
  const isMapped = ({ type }: Labelled) => (entityTypes as readonly string[]).includes(type)
  const accepts = (reading: Labelled, candidate: Labelled) => reading.type === candidate.type
  return align(mentionItems(gold.mentions ?? [], view), predicted.mentions ?? [], accepts, isMapped)
}

/** The same for timexes, by value. Gold whose value cannot be known accepts every value. */
export function alignTimexes(gold: Annotation, predicted: Output): DisplayAlignment {
  const accepts = (reading: Labelled, candidate: Labelled) =>
    reading.value === null || reading.value === candidate.value
  return align(timexItems(gold.timexes ?? []), predicted.timexes ?? [], accepts, () => true)
}

type Accepts = (gold: Labelled, predicted: Labelled) => boolean

/** One matching by strict, exact, type, partial credit, then overlap length, then earliest. */
function align(
  gold: readonly GoldItem[],
  predicted: readonly Labelled[],
  accepts: Accepts,
  isMapped: (predicted: Labelled) => boolean,
): DisplayAlignment {
  const layout = layOut(gold, predicted.filter(isMapped))
  const pairs = assign(
    layout.required.flatMap((item, g) =>
      layout.predicted.flatMap((candidate, p) => {
        const fit = fitOf(item, candidate, accepts)
        if (fit.overlap === 0) return []
        const earliness = layout.required.length - g + (layout.predicted.length - p)
        const credits = [fit.strict, fit.exact, fit.type, fit.exact + 1]
        return [{ gold: g, predicted: p, fit, weight: [...credits, fit.overlap, earliness] }]
      }),
    ),
  )
  const statuses = new Map<string, DisplayAlignment['predicted'][number]>([
    ...layout.predicted.map((item) => [labelKey(item), { status: 'spurious' }] as const),
    ...layout.neutral.map((item) => [labelKey(item), { status: 'neutral' }] as const),
    ...pairs.map(({ gold, predicted, fit }) => {
      const status = statusOf(fit)
      return [labelKey(layout.predicted[predicted]!), { status, gold: layout.required[gold]!.id }] as const
    }),
  ])
  const found = new Set(pairs.map((pair) => layout.required[pair.gold]!.id))
  const seen = new Set<string>()
  return {
    predicted: predicted.map((item) => {
      if (!isMapped(item)) return { status: 'unmapped' }
      const key = labelKey(item)
      if (seen.has(key)) return { status: 'duplicate' }
      seen.add(key)
      return statuses.get(key)!
    }),
    gold: new Map(
      gold.map(({ id, required }) => [id, !required ? 'optional' : found.has(id) ? 'found' : 'missed']),
    ),
  }
}

interface Fit {
  readonly strict: number
  readonly exact: number
  readonly type: number
  readonly overlap: number
}

/** Each credit is the best over the readings of the gold item. */
function fitOf({ readings }: GoldItem, candidate: Labelled, accepts: Accepts): Fit {
  const some = (test: (reading: Labelled) => boolean) => (readings.some(test) ? 1 : 0)
  const isExact = (reading: Labelled) => sameSpan(reading.span, candidate.span)
  const overlapOf = (reading: Labelled) => overlapLength(reading.span, candidate.span)
  return {
    strict: some((reading) => isExact(reading) && accepts(reading, candidate)),
    exact: some(isExact),
    type: some((reading) => overlapOf(reading) > 0 && accepts(reading, candidate)),
    overlap: Math.max(...readings.map(overlapOf)),
  }
}

function statusOf({ strict, exact, type }: Fit): PredictedStatus {
  if (strict === 1) return 'correct'
  if (exact === 1) return 'label'
  return type === 1 ? 'boundary' : 'overlap'
}
