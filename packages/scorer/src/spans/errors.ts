import type { Annotation, Output, Span } from '@assay/schema'
import { alignMentions, type PredictedStatus } from './display.ts'
import { type GoldItem, type Labelled, mentionItems, overlaps, type View } from './items.ts'
import { layOut } from './layout.ts'

/**
 * What became of a gold mention, a prediction, or an aligned pair of them. `boundary-left`: the type is right and the
 * left end is wrong; so for `right` and `both`. `type`: the boundaries alone are right. `boundary-and-type`: neither
 * is, but they overlap. `split`: a further prediction in a gold mention that another one got in part. `merge`: a
 * further gold mention in a prediction that got another one in part. `missed` and `spurious`: nothing of the above.
 */
export const mentionOutcomes = [
  'correct',
  'boundary-left',
  'boundary-right',
  'boundary-both',
  'type',
  'boundary-and-type',
  'split',
  'merge',
  'missed',
  'spurious',
] as const
export type MentionOutcome = (typeof mentionOutcomes)[number]

export interface MentionFate {
  readonly outcome: MentionOutcome
  /** The main type of the gold mention; null for `split` and `spurious`. */
  readonly gold: string | null
  /** The type predicted, that of the gold mention where an alternative was accepted; null for `merge`, `missed`. */
  readonly predicted: string | null
}

/**
 * Every required gold mention and every prediction that counts, each in one fate, aligned ones in the same. From the
 * display alignment, which takes strict credit first: so `correct` are as many as strict credit, while the other
 * schemes may match overlaps otherwise.
 */
export function mentionFates(gold: Annotation, predicted: Output, view: View = 'flat'): MentionFate[] {
  const alignment = alignMentions(gold, predicted, view)
  const required = new Map(
    layOut(mentionItems(gold.mentions ?? [], view), []).required.map((item) => [item.id, item]),
  )
  const said = (predicted.mentions ?? []).map((mention, i) => ({ ...alignment.predicted[i]!, mention }))
  const pairs = said.flatMap(({ status, gold: id, mention }) => {
    const item = id === undefined ? undefined : required.get(id)
    return item === undefined ? [] : [{ status, item, mention }]
  })
  const inexact = pairs.filter(({ status }) => status === 'boundary' || status === 'overlap')
  const missed = [...required.values()].filter(({ id }) => alignment.gold.get(id) === 'missed')
  return [
    ...pairs.map(({ status, item, mention }): MentionFate => {
      const { type } = item.readings[0]
      const hasType = status === 'correct' || status === 'boundary'
      return {
        outcome: outcomeOf(status, item, mention),
        gold: type,
        predicted: hasType ? type : mention.type,
      }
    }),
    ...missed.map((item): MentionFate => {
      const isMerged = inexact.some(({ mention }) => touches(item, mention.span))
      return { outcome: isMerged ? 'merge' : 'missed', gold: item.readings[0].type, predicted: null }
    }),
    ...said
      .filter(({ status }) => status === 'spurious')
      .map(({ mention }): MentionFate => {
        const isPiece = inexact.some(({ item }) => touches(item, mention.span))
        return { outcome: isPiece ? 'split' : 'spurious', gold: null, predicted: mention.type }
      }),
  ]
}

function outcomeOf(status: PredictedStatus, item: GoldItem, mention: Labelled): MentionOutcome {
  if (status === 'correct') return 'correct'
  if (status === 'label') return 'type'
  return status === 'boundary' ? boundaryOutcome(item, mention) : 'boundary-and-type'
}

/** By the reading of the right type that shares an end, if one does. */
function boundaryOutcome({ readings }: GoldItem, { span, type }: Labelled): MentionOutcome {
  const spans = readings
    .filter((reading) => reading.type === type && overlaps(reading.span, span))
    .map((reading) => reading.span)
  if (spans.some(({ end }) => end === span.end)) return 'boundary-left'
  return spans.some(({ start }) => start === span.start) ? 'boundary-right' : 'boundary-both'
}

function touches({ readings }: GoldItem, span: Span): boolean {
  return readings.some((reading) => overlaps(reading.span, span))
}
