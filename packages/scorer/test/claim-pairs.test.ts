import { describe, expect, it } from 'vitest'
import { judgePairs, pairQuality, splits } from '../tools/claim-pairs/pairs.ts'

const judged = judgePairs(new URL('../../../', import.meta.url))
const quality = (split: string) => pairQuality(judged.filter((pair) => pair.split === split))

describe('the labelled pairs of claims', () => {
  it('are 200 or more, 60 of them the same, in three splits that share no article', () => {
    const { pairs, same } = pairQuality(judged)
    expect(pairs).toBeGreaterThanOrEqual(200)
    expect(same).toBeGreaterThanOrEqual(60)
    const places = new Set(judged.map(({ article, split }) => `${article} ${split}`))
    expect(places.size).toBe(new Set(judged.map(({ article }) => article)).size)
    expect(new Set(judged.map(({ split }) => split))).toEqual(new Set(splits))
  })

  it('hold no pair twice', () => {
    const keys = judged.map(({ article, gold, predicted }) => `${article}|${gold}|${predicted}`)
    expect(new Set(keys).size).toBe(keys.length)
  })
})

describe('the matcher on the labelled pairs', () => {
  it('finds 79 of the 106 test pairs that say the same and matches 18 others: F1 158/203', () => {
    const { pairs, same, matched, right } = quality('test')
    expect({ pairs, same, matched, right }).toEqual({ pairs: 349, same: 106, matched: 97, right: 79 })
    expect((2 * right) / (same + matched)).toBe(158 / 203)
  })

  it('reaches the 0.75 of test pairs below which a board of claims must not rank', () => {
    const { same, matched, right } = quality('test')
    expect((2 * right) / (same + matched)).toBeGreaterThanOrEqual(0.75)
  })

  it('does on train and dev what its page says', () => {
    expect(quality('train')).toEqual({ pairs: 358, same: 107, matched: 92, right: 85 })
    expect(quality('dev')).toEqual({ pairs: 151, same: 43, matched: 44, right: 36 })
  })
})
