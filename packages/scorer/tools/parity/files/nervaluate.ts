import {
  type Labelled,
  mentionSchemes,
  nervaluate as scoreNervaluate,
  type NervaluateScore,
  type NervaluateScores,
  type NervaluateSpan,
  nervaluateSpans,
  nervaluateStrategies,
  semevalCounts,
} from '@assay/scorer'
import type { Vectors } from '../vectors.ts'

interface Given {
  readonly minOverlap: number
  readonly tags: readonly string[]
  readonly loader: 'list' | 'dict'
  readonly gold: readonly (readonly (string | NervaluateSpan)[])[]
  readonly pred: readonly (readonly (string | NervaluateSpan)[])[]
  readonly overall: Readonly<Record<string, readonly number[]>>
  /** Present where the reference was asked for them. */
  readonly indices?: unknown
}

/** nervaluate @fce01394, and its merged scores with the half credit that later versions keep. */
export const nervaluate: Vectors = {
  file: 'nervaluate',
  sections: {
    cases: {
      inputs: ['id', 'minOverlap', 'tags', 'loader', 'gold', 'pred'],
      answer,
      tolerance: () => 1e-12,
    },
  },
  deviations: [
    {
      name: 'optimal-matching',
      reason:
        'our default pairs spans for the largest credit, at any overlap and in any order; nervaluate takes the first in order that overlaps enough (counts of `overall`)',
      differing,
    },
  ],
}

function answer(given: Given) {
  const { tags: types, minOverlap } = given
  const [gold, pred] = [spans(given, 'gold'), spans(given, 'pred')]
  const merged = scoreNervaluate(gold, pred, { types, minOverlap })
  const released = scoreNervaluate(gold, pred, { types, minOverlap, mergedHalfCredit: false, indices: true })
  return {
    overall: rows(released.overall),
    entities: Object.fromEntries(released.types.map(({ type, scores }) => [type, rows(scores)])),
    halfCreditAfterMerge: Object.fromEntries([
      ['overall', halves(merged.overall)],
      ...merged.types.map(({ type, scores }) => [type, halves(scores)]),
    ]),
    ...(given.indices === undefined ? {} : { indices: released.indices }),
  }
}

function spans(given: Given, side: 'gold' | 'pred'): (readonly NervaluateSpan[])[] {
  return given.loader === 'list'
    ? nervaluateSpans(given[side] as readonly (readonly string[])[])
    : [...(given[side] as readonly (readonly NervaluateSpan[])[])]
}

function rows(scores: NervaluateScores): Record<string, number[]> {
  return Object.fromEntries(nervaluateStrategies.map((strategy) => [strategy, row(scores[strategy])]))
}

function row(score: NervaluateScore): number[] {
  const { correct, incorrect, partial, missed, spurious, possible, actual, precision, recall, f1 } = score
  return [correct, incorrect, partial, missed, spurious, possible, actual, precision, recall, f1]
}

function halves({ partial, ent_type }: NervaluateScores): Record<string, number[]> {
  return { partial: row(partial).slice(-3), ent_type: row(ent_type).slice(-3) }
}

/** The counts of `overall` that the matching of `mentionSchemes` gives otherwise. */
function differing(given: Given): number {
  const [gold, pred] = [spans(given, 'gold'), spans(given, 'pred')]
  return mentionSchemes
    .map((scheme) => {
      const total = { correct: 0, incorrect: 0, partial: 0, missed: 0, spurious: 0 }
      gold.forEach((document, d) => {
        const required = labelled(document, given.tags).map((reading, i) => ({
          id: String(i),
          required: true,
          readings: [reading] as const,
        }))
        const predicted = labelled(pred[d]!, given.tags)
        const counts = semevalCounts({ required, predicted, neutral: [] }, scheme)
        for (const key of Object.keys(total) as (keyof typeof total)[]) total[key] += counts[key]
      })
      const ours = Object.values(total)
      const theirs = given.overall[scheme.id === 'type' ? 'ent_type' : scheme.id]!
      return ours.filter((count, i) => count !== theirs[i]).length
    })
    .reduce((sum, count) => sum + count, 0)
}

function labelled(document: readonly NervaluateSpan[], types: readonly string[]): Labelled[] {
  return document
    .filter(({ label }) => types.includes(label))
    .map(({ label, start, end }) => ({ type: label, span: { start, end: end + 1 } }))
}
