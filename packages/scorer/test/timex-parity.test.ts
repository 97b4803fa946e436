import { existsSync, readFileSync } from 'node:fs'
import type { Counts, TimexType } from '@assay/schema'
import { describe, expect, it } from 'vitest'
import { addCounts, timexesMetric } from '../src/index.ts'

/**
 * Numbers of the TempEval-3 toolkit (naushadzaman/tempeval3_toolkit @e02eb2da). Counts are compared exactly.
 * Named deviations: two empty sides are undefined here and 1 there; `strict` compares offsets here and strings
 * there; its greedy alignment can lose a value or a type that the best matching finds.
 */
const file = new URL('../../../../shared/parity/timex.json', import.meta.url)
const metric = timexesMetric()

type Row = [start: number, end: number, type: TimexType, value: string]
interface Vector {
  readonly id: number
  readonly text: string
  readonly gold: readonly Row[]
  readonly system: readonly Row[]
  readonly scores: {
    readonly gold: number
    readonly system: number
    readonly matching: number
    readonly typeMatches: number
    readonly valueMatches: number
    readonly rounded: { readonly valueF1: number; readonly relaxedF1: number }
  }
}

describe.skipIf(!existsSync(file))(
  'TempEval-3 parity (skipped where shared/parity/timex.json is absent)',
  () => {
    const vectors = () =>
      JSON.parse(readFileSync(file, 'utf8')) as { cases: Vector[]; corpus: Vector['scores'] }

    it('value F1 equals on every document, and on all of them together', () => {
      const { cases, corpus } = vectors()
      expect(cases).toHaveLength(80)
      const all = cases.map((vector) => {
        const counts = collect(vector)
        const { gold, system, valueMatches, rounded } = vector.scores
        const f1 = metric.finish(counts)['value.f1']!
        if (gold + system === 0) {
          expect(f1.value, `document ${vector.id}`).toBeNull()
          expect(rounded.valueF1).toBe(100)
        } else {
          expect(f1.value, `document ${vector.id}`).toBeCloseTo((2 * valueMatches) / (gold + system), 9)
          expect(Math.abs(100 * f1.value! - rounded.valueF1), `document ${vector.id}`).toBeLessThanOrEqual(
            0.005 + 1e-9,
          )
        }
        return counts
      })
      const total = metric.finish(addCounts(all))
      expect(total['value.f1']!.value).toBeCloseTo(
        (2 * corpus.valueMatches) / (corpus.gold + corpus.system),
        9,
      )
    })

    it('gold, predicted, relaxed and type matches are the same, or better where its alignment is greedy', () => {
      const { cases } = vectors()
      let relaxed = 0
      let type = 0
      for (const vector of cases) {
        const counts = collect(vector)
        expect(counts['value.gold']).toBe(vector.scores.gold)
        expect(counts['value.predicted']).toBe(vector.scores.system)
        expect(counts['relaxed.credit']).toBeGreaterThanOrEqual(vector.scores.matching)
        expect(counts['type.credit']).toBeGreaterThanOrEqual(vector.scores.typeMatches)
        if (counts['relaxed.credit'] === vector.scores.matching) relaxed++
        if (counts['type.credit'] === vector.scores.typeMatches) type++
      }
      expect({ relaxed, type }).toEqual({ relaxed: 80, type: 80 })
    })
  },
)

function collect({ text, gold, system }: Vector): Counts {
  return metric.collect({
    article: { id: 'a', text },
    gold: {
      timexes: gold.map(([start, end, type, value], i) => ({
        id: `t${i + 1}`,
        span: { start, end },
        surface: text.slice(start, end),
        type,
        value,
        basis: 'explicit',
      })),
    },
    predicted: {
      timexes: system.map(([start, end, type, value]) => ({ span: { start, end }, type, value })),
    },
    produced: true,
  })
}
