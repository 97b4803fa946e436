import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { addCounts, timexesMetric } from '../src/index.ts'
import { checkFile } from '../tools/parity/check-file.ts'
import { timex as vectors } from '../tools/parity/files/timex.ts'
import { collect, dated, timex } from './cases.ts'

const file = new URL('../../../../shared/parity/timex.json', import.meta.url)

type Row = [start: number, end: number, type: 'DATE', value: string]
interface Vector {
  readonly gold: readonly Row[]
  readonly system: readonly Row[]
  readonly scores: { readonly gold: number; readonly system: number; readonly valueMatches: number }
}

describe.skipIf(!existsSync(file))(
  'TempEval-3 parity (skipped where shared/parity/timex.json is absent)',
  () => {
    const whole = () =>
      JSON.parse(readFileSync(file, 'utf8')) as { cases: Vector[]; corpus: Vector['scores'] }

    it('every number of its option is that of the toolkit', () => {
      const { compared, failures } = checkFile(vectors, { ...whole() })
      expect(failures).toEqual([])
      expect(compared).toBeGreaterThan(1_500)
    })

    it('the value F1 of our default is the same on every document, and on all of them together', () => {
      const { cases, corpus } = whole()
      const metric = timexesMetric()
      const rows = cases.map(({ gold, system, scores }) => {
        const counts = collect(
          metric,
          {
            timexes: gold.map(([start, end, type, value], i) =>
              timex(`t${i + 1}`, value, start, end, { type }),
            ),
          },
          { timexes: system.map(([start, end, type, value]) => dated(value, start, end, type)) },
        )
        expect(counts).toMatchObject({
          'value.credit': scores.valueMatches,
          'value.gold': scores.gold,
          'value.predicted': scores.system,
        })
        return counts
      })
      expect(metric.finish(addCounts(rows))['value.f1']!.value).toBeCloseTo(
        (2 * corpus.valueMatches) / (corpus.gold + corpus.system),
        9,
      )
    })
  },
)
