import { describe, expect, it } from 'vitest'
import { conllevalText, countTags } from '../src/index.ts'

describe('the text of conlleval', () => {
  it('has a line for all and one a type, in code-unit order', () => {
    // PER: 1 of 2 predicted, 1 of 1 gold. LOC: missed. 3 of 5 tags are equal.
    const gold = [['B-PER', 'I-PER', 'O', 'B-LOC', 'O']]
    const predicted = [['B-PER', 'I-PER', 'B-PER', 'O', 'O']]
    expect(conllevalText(countTags(gold, predicted))).toBe(
      [
        'processed 5 tokens with 2 phrases; found: 2 phrases; correct: 1.',
        'accuracy:  60.00%; precision:  50.00%; recall:  50.00%; FB1:  50.00',
        '              LOC: precision:   0.00%; recall:   0.00%; FB1:   0.00  0',
        '              PER: precision:  50.00%; recall: 100.00%; FB1:  66.67  2',
        '',
      ].join('\n'),
    )
  })

  it.each([
    // 1/32 = 3.125 %, 3/32 = 9.375 %, 5/32 = 15.625 %, 7/32 = 21.875 %, 9/32 = 28.125 %: half way, to the even digit.
    [1, '3.12'],
    [3, '9.38'],
    [5, '15.62'],
    [7, '21.88'],
    [9, '28.12'],
    [2, '6.25'],
  ])('rounds %i of 32 as C does, to %s', (correct, share) => {
    const gold = Array.from({ length: 32 }, (_, i) => [i < correct ? 'B-PER' : 'O'])
    const predicted = gold.map(() => ['B-PER'])
    expect(conllevalText(countTags(gold, predicted))).toContain(`PER: precision: ${share.padStart(6)}%;`)
  })

  it('of no tokens is its first line', () => {
    expect(conllevalText(countTags([], []))).toBe(
      'processed 0 tokens with 0 phrases; found: 0 phrases; correct: 0.\n',
    )
  })

  it('leaves the type of bare prefixes blank', () => {
    const tags = [['B', 'I', 'O']]
    expect(conllevalText(countTags(tags, tags)).split('\n')[2]).toBe(
      `${' '.repeat(17)}: precision: 100.00%; recall: 100.00%; FB1: 100.00  1`,
    )
  })
})
