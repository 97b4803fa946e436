import type { Annotation, LengthClass, ScoringItem, Summary } from '@assay/schema'
import { describe, expect, it } from 'vitest'
import { claimRecallMetric } from '../src/metrics/claim-recall.ts'
import { claimPresence, linkedUnits } from '../src/summaries/recalled.ts'
import { referencesOfOneClass, withinBudget } from '../src/summaries/references.ts'
import { article, claim, entities, readClaim } from './claims-harbour.ts'

const metric = claimRecallMetric()

function reference(claims: readonly string[], length: LengthClass = 'short'): Summary {
  return { id: claims.join(), text: 'Not read.', author: 'a', length, claims }
}

function item(gold: Annotation, summary?: string): ScoringItem {
  const predicted = summary === undefined ? {} : { summary: { text: summary } }
  return { article, gold: { entities, ...gold }, predicted, produced: summary !== undefined }
}

const gold = {
  claims: [
    claim('Red ships sailed.', { id: 'a' }),
    claim('Blue boats sank.', { id: 'b' }),
    claim('Norvik paid 5 million dollars.', { id: 'c', tier: 'optional' }),
    claim('Green cars drove.', { id: 'd' }),
  ],
  summaries: [reference(['a', 'b']), reference(['a', 'c']), reference(['a']), reference(['d'], 'standard')],
}

describe('the units of claim recall', () => {
  it('are the claims linked from the references, weighing as many as link them', () => {
    const units = linkedUnits(gold.claims, gold.summaries.slice(0, 3))
    expect(units.map(({ claim, weight }) => [claim.id, weight])).toEqual([
      ['a', 3],
      ['b', 1],
      ['c', 1],
    ])
  })
})

describe('the presence of a claim in a summary', () => {
  const presence = (text: string, summary: string) => claimPresence(readClaim(text), readClaim(summary))

  it('is the share of its tokens that the whole summary has', () => {
    expect(presence('red ships sailed', 'A ship sank. Others sailed.')).toBe(2 / 3)
    expect(presence('Norvik sailed on 10 March 2026', 'In March 2026 Norvik Shipping ships sailed.')).toBe(
      3 / 3,
    )
    expect(presence('red ships', 'blue boats')).toBe(0)
  })

  it('is 0 without one of its numbers', () => {
    expect(presence('30 red ships sailed', 'Red ships sailed.')).toBe(0)
    expect(presence('30 red ships sailed', '40 red ships sailed.')).toBe(0)
    expect(presence('30 red ships sailed', 'Thirty red ships sailed.')).toBe(1)
    expect(presence('30 ships and 4 boats', '30 ships and boats')).toBe(0)
    expect(presence('Red ships sailed', '40 red ships sailed.')).toBe(1)
  })

  it('finds a number without a unit in any unit, and one with a unit in that unit alone', () => {
    expect(presence('The ship sold for 2,200', 'The ship sold for £2,200.')).toBe(1)
    expect(presence('The ship sold for £2,200', 'The ship sold for 2,200.')).toBe(0)
    expect(presence('The ship sold for £2,200', 'The ship sold for $2,200.')).toBe(0)
    expect(presence('The ship sold for 2,025', 'The ship sold in 2025.')).toBe(0)
  })

  it('has no veto', () => {
    expect(presence('Ships sailed in 2024', 'No ships sailed in 2024.')).toBe(1)
    expect(presence('Norvik sued Halden', 'Halden sued Norvik.')).toBe(1)
    expect(presence('Red ships sailed in 2024', 'Red ships sailed in 2025.')).toBe(3 / 4)
  })
})

describe('the references of a summary', () => {
  const classOf = (...lengths: LengthClass[]) => {
    const { length, summaries } = referencesOfOneClass(lengths.map((length) => reference([], length)))
    return [length, summaries.length]
  }

  it('are those of the class with most, short before standard before headline', () => {
    expect(classOf('standard', 'short', 'standard')).toEqual(['standard', 2])
    expect(classOf('headline', 'standard', 'short')).toEqual(['short', 1])
    expect(classOf('headline', 'standard')).toEqual(['standard', 1])
    expect(classOf('headline')).toEqual(['headline', 1])
    expect(classOf()).toEqual(['short', 0])
  })

  it('see as many words as their class allows', () => {
    const words = (count: number) => Array.from({ length: count }, (_, i) => i).join(' ')
    expect(withinBudget(words(200), 'short')).toBe(words(60))
    expect(withinBudget(words(200), 'standard')).toBe(words(120))
    expect(withinBudget(words(200), 'headline')).toBe(words(15))
    expect(withinBudget(words(60), 'short')).toBe(words(60))
  })
})

describe('the claim recall metric', () => {
  it('is the recalled share of the weight of the linked claims, of one length class', () => {
    // a (3) and b (1) of a, b, c: the green cars belong to another class
    expect(metric.collect(item(gold, 'Red ships sailed; blue boats sank; green cars drove.'))).toEqual({
      recall: 4 / 5,
      articles: 1,
      found: 2,
      units: 3,
    })
    expect(metric.collect(item(gold, 'Norvik paid $5m.'))).toMatchObject({ recall: 1 / 5, found: 1 })
  })

  it('wants two thirds of the tokens, inclusive', () => {
    expect(metric.collect(item(gold, 'red ships')).recall).toBe(3 / 5)
    expect(metric.collect(item(gold, 'red')).recall).toBe(0)
    expect(claimRecallMetric({ recall: 1 / 3 }).collect(item(gold, 'red')).recall).toBe(3 / 5)
    expect(claimRecallMetric({ recall: 1 }).collect(item(gold, 'red ships')).recall).toBe(0)
  })

  it('means over articles; a failed one is 0 and stays in', () => {
    const [first, failed] = [metric.collect(item(gold, 'red ships, blue boats')), metric.collect(item(gold))]
    expect(failed).toEqual({ recall: 0, articles: 1, found: 0, units: 3 })
    const total = { recall: first.recall! + failed.recall!, articles: 2, found: 2, units: 6 }
    expect(metric.finish(total)).toEqual({
      recall: { value: 4 / 5 / 2 },
      'unweighted-recall': { value: 2 / 6 },
    })
  })

  it('reads the summary within its budget', () => {
    const late = `${'x '.repeat(59)}red ships`
    expect(metric.collect(item(gold, late)).recall).toBe(0)
    expect(metric.collect(item(gold, late.slice(2))).recall).toBe(3 / 5)
    expect(claimRecallMetric({ cut: false }).collect(item(gold, late)).recall).toBe(3 / 5)
  })

  it('takes the attribution off the claim, not off the summary', () => {
    const said = { ...gold, claims: [claim('The tired old mayor said that ships sailed', { id: 'a' })] }
    expect(metric.collect(item(said, 'ships sailed')).recall).toBe(1)
    const mayor = { ...gold, claims: [claim('A tired mayor', { id: 'a' })] }
    expect(metric.collect(item(mayor, 'A tired mayor said that ships sailed')).recall).toBe(1)
  })

  it('leaves out articles without a linked claim', () => {
    const counts = metric.collect(item({ claims: gold.claims, summaries: [reference([])] }, 'red ships'))
    expect(counts).toEqual({ recall: 0, articles: 0, found: 0, units: 0 })
    expect(metric.finish(counts)).toEqual({
      recall: { value: null, because: 'no reference is linked to a claim' },
      'unweighted-recall': { value: null, because: 'no reference is linked to a claim' },
    })
  })

  it('counts nothing where references or claims are not annotated', () => {
    expect(metric.collect(item({ claims: gold.claims }, 'red ships'))).toEqual({})
    expect(metric.collect(item({ summaries: gold.summaries }, 'red ships'))).toEqual({})
  })

  it('ranks by recall and states its choices', () => {
    expect(metric.headline).toBe('recall')
    expect(metric.options).toEqual({ recall: 2 / 3, cut: true, tokens: 'names+dates+numbers+concepts' })
    expect(claimRecallMetric({ recall: 1, cut: false }).options).toMatchObject({ recall: 1, cut: false })
    expect(metric.columns.map(({ key }) => key)).toEqual(Object.keys(metric.finish({})))
  })
})
