import { describe, expect, it } from 'vitest'
import { claimsMetric } from '../src/metrics/claims.ts'
import { alignPair, article, claim, compare, goldOf } from './claims-harbour.ts'

const gold = 'The Port Authority fined Norvik Shipping 5 million dollars on 10 March 2026.'

// Gold has five tokens: Port Authority, fine, Norvik Shipping, 5 million dollars, the day.
describe('the worked examples of the claim rules', () => {
  it.each([
    ['Norvik Shipping was fined $5m by the Port Authority on Tuesday.', 5 / 5, 5 / 5, 'match', []],
    ['The Port Authority fined Norvik Shipping 5 million dollars in March 2026.', 5 / 5, 5 / 5, 'match', []],
    [
      'The Port Authority fined Norvik Shipping about 4.9 million dollars on 10 March 2026.',
      5 / 5,
      5 / 5,
      'match',
      [],
    ],
    [
      'According to Norvik Shipping, the Port Authority fined Norvik Shipping 5 million dollars on 10 March 2026.',
      5 / 5,
      5 / 5,
      'match',
      [],
    ],
    [
      'The Port Authority did not fine Norvik Shipping 5 million dollars on 10 March 2026.',
      5 / 5,
      5 / 5,
      'contradiction',
      ['polarity'],
    ],
    [
      'Norvik Shipping fined the Port Authority 5 million dollars on 10 March 2026.',
      5 / 5,
      5 / 5,
      'contradiction',
      ['roles'],
    ],
    [
      'The Port Authority fined Norvik Shipping 15 million dollars on 10 March 2026.',
      4 / 5,
      4 / 5,
      'contradiction',
      ['number'],
    ],
    [
      'The Port Authority fined Norvik Shipping 5 million dollars on 11 March 2026.',
      4 / 5,
      4 / 5,
      'contradiction',
      ['date'],
    ],
    [
      'The Port Authority fined Norvik Shipping 5 million dollars on 11 March.',
      4 / 5,
      4 / 5,
      'contradiction',
      ['date'],
    ],
    [
      'The Port Authority fined Halden Lines 5 million dollars on 10 March 2026.',
      4 / 5,
      4 / 5,
      'contradiction',
      ['participant'],
    ],
    ['The Port Authority fined Norvik Shipping.', 3 / 5, 3 / 3, 'match', []],
    ['Norvik Shipping was fined.', 2 / 5, 2 / 2, 'none', []],
    ['Norvik must pay the regulator five million dollars.', 2 / 5, 2 / 5, 'none', []],
  ] as const)('%s', (predicted, recall, precision, verdict, vetoes) => {
    const f1 = (2 * recall * precision) / (recall + precision)
    expect(compare(gold, predicted)).toEqual({ recall, precision, f1, verdict, vetoes: [...vetoes] })
  })

  it('a match with another holder is a match with the holder wrong', () => {
    const text =
      'According to Norvik Shipping, the Port Authority fined Norvik Shipping $5m on 10 March 2026.'
    const { matched } = alignPair(claim(gold), { text })
    expect(matched).toMatchObject([{ isHolderRight: false, isCertaintyRight: true }])
    expect(alignPair(claim(gold, { holder: { entityId: 'e2' } }), { text }).matched).toMatchObject([
      { isHolderRight: true },
    ])
  })

  it('a contradiction and a claim that says too little are both wrong; only the first is called one', () => {
    const metric = claimsMetric()
    const predicted = {
      claims: [
        { text: 'The Port Authority did not fine Norvik Shipping 5 million dollars on 10 March 2026.' },
        { text: 'Norvik Shipping was fined.' },
      ],
    }
    const counts = metric.collect({ article, gold: goldOf(claim(gold)), predicted, produced: true })
    expect(counts).toMatchObject({ matched: 0, gold: 1, predicted: 2, contradictions: 1, duplicates: 0 })
  })
})
