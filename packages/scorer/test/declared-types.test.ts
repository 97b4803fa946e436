import { describe, expect, it } from 'vitest'
import { restrictToTypes } from '../src/metrics/declared-types.ts'

describe('the counts of some types', () => {
  it('are the sums over those types; what is not counted by type stays', () => {
    const counts = {
      'strict.gold': 6,
      'strict.gold/ORG': 1,
      'strict.gold/LAW': 2,
      'strict.gold/GPE': 3,
      'strict.credit': 2,
      'strict.credit/LAW': 2,
      neutral: 4,
    }
    expect(restrictToTypes(counts, ['ORG', 'GPE', 'WORK'])).toEqual({
      'strict.gold': 4,
      'strict.gold/ORG': 1,
      'strict.gold/GPE': 3,
      'strict.credit': 0,
      neutral: 4,
    })
  })

  it('are 0 for no type', () => {
    expect(restrictToTypes({ gold: 2, 'gold/ORG': 2 }, [])).toEqual({ gold: 0 })
  })
})
