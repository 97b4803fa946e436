import { alignMentions, alignTimexes, type DisplayAlignment, type PredictedStatus } from '@assay/scorer'
import type { Annotation, Output, Span } from '@assay/schema'
import type { Fault, Mark } from './marks.ts'

/** One span layer of an article as it is shown: gold, and each system that answered it. */
export interface Layer {
  readonly gold: readonly Mark[]
  readonly systems: readonly SystemMarks[]
}

export interface SystemMarks {
  readonly system: string
  /** Place among all systems of the report: names its class. */
  readonly place: number
  /** What it found, and what it missed. */
  readonly marks: readonly Mark[]
}

/** What one system answered on one article. */
export interface Answer {
  readonly system: string
  readonly place: number
  readonly output: Output
}

/** Mentions, marked by type. Answers without the layer are left out. */
export function mentionLayer(gold: Annotation, answers: readonly Answer[]): Layer {
  const items = gold.mentions ?? []
  const { gold: statuses } = alignMentions(gold, {})
  return {
    gold: goldMarks(items, statuses),
    systems: answers.flatMap(({ system, place, output }) => {
      if (output.mentions === undefined) return []
      const alignment = alignMentions(gold, output)
      return [{ system, place, marks: predictedMarks(items, output.mentions, alignment, 'type') }]
    }),
  }
}

/** Dates, marked by value, which is their label. Answers without the layer are left out. */
export function timexLayer(gold: Annotation, answers: readonly Answer[]): Layer {
  const items = (gold.timexes ?? []).map(labelled)
  const { gold: statuses } = alignTimexes(gold, {})
  return {
    gold: goldMarks(items, statuses),
    systems: answers.flatMap(({ system, place, output }) => {
      if (output.timexes === undefined) return []
      const alignment = alignTimexes(gold, output)
      return [
        { system, place, marks: predictedMarks(items, output.timexes.map(labelled), alignment, 'value') },
      ]
    }),
  }
}

interface Item {
  readonly span: Span
  readonly type: string
  readonly label?: string
}

function labelled<Timex extends Item & { readonly value: string | null }>(timex: Timex) {
  return { ...timex, label: timex.value ?? 'no value' }
}

function goldMarks(
  items: readonly (Item & { readonly id: string })[],
  statuses: DisplayAlignment['gold'],
): Mark[] {
  return items.map((item) => markOf(item, statuses.get(item.id) === 'optional' ? ['neutral'] : []))
}

function predictedMarks(
  gold: readonly (Item & { readonly id: string })[],
  predicted: readonly Item[],
  alignment: DisplayAlignment,
  label: 'type' | 'value',
): Mark[] {
  return [
    ...predicted.flatMap((item, i) => {
      const status = alignment.predicted[i]?.status ?? 'neutral'
      return status === 'duplicate' ? [] : [markOf(item, faultsOf(status, label))]
    }),
    ...gold.filter(({ id }) => alignment.gold.get(id) === 'missed').map((item) => markOf(item, ['missed'])),
  ]
}

function faultsOf(status: PredictedStatus, label: 'type' | 'value'): Fault[] {
  if (status === 'correct') return []
  if (status === 'label') return [label]
  if (status === 'overlap') return ['boundary', label]
  if (status === 'boundary' || status === 'spurious') return [status]
  return ['neutral']
}

function markOf({ span, type, label }: Item, faults: readonly Fault[]): Mark {
  return { span, type, faults, ...(label !== undefined && { label }) }
}
