import {
  addCounts,
  tempEvalCounts,
  type TempEvalCounts,
  tempEvalIds,
  tempEvalScores,
  type TempEvalTimex,
  timexesMetric,
} from '@assay/scorer'
import type { Counts, Timex, TimexType } from '@assay/schema'
import type { Vectors } from '../vectors.ts'

type Row = readonly [start: number, end: number, type: TimexType, value: string]

interface Given {
  readonly text: string
  readonly gold: readonly Row[]
  readonly system: readonly Row[]
  readonly scores: { readonly matching: number; readonly typeMatches: number; readonly valueMatches: number }
}

interface Whole {
  readonly cases: readonly Given[]
}

/** Numbers of the TempEval-3 toolkit, of each document and of all of them together. */
export const timex: Vectors = {
  file: 'timex',
  sections: {
    cases: {
      inputs: ['id', 'text', 'gold', 'system'],
      answer(given: Given) {
        const ids = tempEvalIds(given.gold.map(timexOf), given.system.map(timexOf))
        return {
          normalisedSystemIds: ids.predicted,
          normalisedGoldIds: ids.gold,
          scores: report(countsOf(given)),
        }
      },
    },
    corpus: {
      inputs: [],
      answer: (_: unknown, { cases }: Whole) => report(total(cases.map(countsOf))),
    },
  },
  deviations: [
    {
      name: 'best matching',
      reason:
        'the metric `timexes` matches each scheme by itself, so that order changes nothing; strict is offsets',
      differing(given: Partial<Given>) {
        if (!isDocument(given)) return 0
        const [ours, theirs] = [metricCounts(given), countsOf(given)]
        return (['strict', 'relaxed', 'type', 'value'] as const).filter(
          (scheme) => ours[`${scheme}.credit`] !== theirs[scheme],
        ).length
      },
    },
    {
      name: 'empty against empty',
      reason: 'the metric `timexes` leaves F1 undefined where the toolkit says 1',
      differing(given: Partial<Given>) {
        if (!isDocument(given)) return 0
        const scores = timexesMetric().finish(metricCounts(given))
        return ['strict', 'relaxed', 'type', 'value'].filter((id) => scores[`${id}.f1`]!.value === null)
          .length
      },
    },
  ],
}

function timexOf([start, end, type, value]: Row): TempEvalTimex {
  return { span: { start, end }, type, value }
}

function countsOf({ text, gold, system }: Given): TempEvalCounts {
  return tempEvalCounts(text, gold.map(timexOf), system.map(timexOf))
}

function total(counts: readonly TempEvalCounts[]): TempEvalCounts {
  const none = { gold: 0, predicted: 0, relaxed: 0, strict: 0, type: 0, value: 0 }
  return { ...none, ...addCounts(counts.map((row): Counts => ({ ...row }))) }
}

function report(counts: TempEvalCounts) {
  const { strict, relaxed, typeF1, valueF1 } = tempEvalScores(counts)
  return {
    strictRecall: strict.recall,
    relaxedRecall: relaxed.recall,
    strictPrecision: strict.precision,
    relaxedPrecision: relaxed.precision,
    gold: counts.gold,
    system: counts.predicted,
    matching: counts.relaxed,
    typeMatches: counts.type,
    valueMatches: counts.value,
    rounded: {
      strictF1: percentage(strict.f1),
      relaxedF1: percentage(relaxed.f1),
      valueF1: percentage(valueF1),
      typeF1: percentage(typeF1),
    },
  }
}

/** Two decimals as Python rounds them: the exact binary value decides, a tie goes to the even digit. */
function percentage(share: number): number {
  const percent = share * 100
  const isTie = Number.isInteger(percent * 8) && !Number.isInteger(percent * 4)
  return isTie ? (2 * Math.round(percent * 50)) / 100 : Number(percent.toFixed(2))
}

function isDocument(given: Partial<Given>): given is Given {
  return given.text !== undefined
}

function metricCounts({ text, gold, system }: Given): Counts {
  return timexesMetric().collect({
    article: { id: 'a', text },
    gold: {
      timexes: gold.map(
        ([start, end, type, value], i): Timex => ({
          id: `t${i + 1}`,
          span: { start, end },
          surface: text.slice(start, end),
          type,
          value,
          basis: 'explicit',
        }),
      ),
    },
    predicted: {
      timexes: system.map(([start, end, type, value]) => ({ span: { start, end }, type, value })),
    },
    produced: true,
  })
}
