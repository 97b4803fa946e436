import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Labelled } from '../src/spans/items.ts'
import { semevalCounts } from '../src/spans/match.ts'
import { mentionSchemes } from '../src/spans/schemes.ts'

/**
 * nervaluate (MantisAI/nervaluate @fce01394) matches greedily and keeps duplicates. Its credit is never larger
 * than ours, and equal where its pass reaches the largest credit: that many corpora of 100 each.
 */
const file = new URL('../../../../shared/parity/nervaluate.json', import.meta.url)
const equalCorpora = {
  list: { strict: 100, exact: 100, partial: 85, type: 82 },
  dict: { strict: 77, exact: 74, partial: 54, type: 68 },
}

type Side = readonly (readonly string[] | readonly { label: string; start: number; end: number }[])[]
type Ratios = readonly [precision: number, recall: number, f1: number]
interface Vector {
  readonly tags: readonly string[]
  readonly loader: 'list' | 'dict'
  readonly gold: Side
  readonly pred: Side
  /** correct, incorrect, partial, missed, spurious, possible, actual, precision, recall, f1 */
  readonly overall: Readonly<Record<string, readonly number[]>>
  readonly halfCreditAfterMerge: { readonly overall: Readonly<Record<string, Ratios>> }
}

describe.skipIf(!existsSync(file))(
  'nervaluate parity (skipped where shared/parity/nervaluate.json is absent)',
  () => {
    it('our credit is never lower, and P, R and F1 are equal on the known number of corpora', () => {
      const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: Vector[] }
      const equal = {
        list: { strict: 0, exact: 0, partial: 0, type: 0 },
        dict: { strict: 0, exact: 0, partial: 0, type: 0 },
      }
      for (const vector of cases) {
        for (const scheme of mentionSchemes) {
          const name = scheme.id === 'type' ? 'ent_type' : scheme.id
          const ours = score(vector, scheme)
          const [correct, , partial, , , possible, actual, ...unmerged] = vector.overall[name]!
          const theirs = vector.halfCreditAfterMerge.overall[name] ?? unmerged
          expect([ours.gold, ours.predicted]).toEqual([possible, actual])
          expect(ours.credit).toBeGreaterThanOrEqual(correct! + (scheme.id === 'partial' ? partial! / 2 : 0))
          const isEqual = ours.ratios.every((ratio, i) => Math.abs(ratio - theirs[i]!) < 1e-9)
          if (isEqual) equal[vector.loader][scheme.id as 'strict']++
        }
      }
      expect(equal).toEqual(equalCorpora)
    })
  },
)

function score({ gold, pred, tags }: Vector, scheme: (typeof mentionSchemes)[number]) {
  let [credit, goldCount, predictedCount] = [0, 0, 0]
  gold.forEach((document, i) => {
    const known = ({ type }: Labelled) => tags.includes(type)
    // Laid out by hand: its corpora repeat spans, which we would count once.
    const required = spans(document)
      .filter(known)
      .map((reading, i) => ({ id: String(i), required: true, readings: [reading] as const }))
    const predicted = spans(pred[i]!).filter(known)
    const { correct, partial } = semevalCounts({ required, predicted, neutral: [] }, scheme)
    credit += correct + partial / 2
    goldCount += required.length
    predictedCount += predicted.length
  })
  const ratio = (whole: number, part = credit) => (whole === 0 ? 0 : part / whole)
  return {
    credit,
    gold: goldCount,
    predicted: predictedCount,
    ratios: [ratio(predictedCount), ratio(goldCount), ratio(goldCount + predictedCount, 2 * credit)],
  }
}

/** Its span ends are inclusive; in tag sequences a new entity starts at every B and at every change of type. */
function spans(document: Side[number]): Labelled[] {
  const found: { type: string; span: { start: number; end: number } }[] = []
  document.forEach((item, i) => {
    if (typeof item === 'object') {
      found.push({ type: item.label, span: { start: item.start, end: item.end + 1 } })
    } else if (item !== 'O') {
      const type = item.slice(2)
      const last = found.at(-1)
      if (last?.span.end === i && last.type === type && item.startsWith('I')) last.span.end = i + 1
      else found.push({ type, span: { start: i, end: i + 1 } })
    }
  })
  return found
}
