import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkFile } from '../tools/parity/check-file.ts'
import { bootstrap } from '../tools/parity/files/bootstrap.ts'
import { porter } from '../tools/parity/files/porter.ts'
import { rouge } from '../tools/parity/files/rouge.ts'

const folder = new URL('../../../../shared/parity/', import.meta.url)

describe.skipIf(!existsSync(folder))(
  'against rouge_score 0.1.2 and its stemmer (the vectors beside the repository; skipped where they are absent)',
  () => {
    it.each([
      [rouge, 400 * 2 * 5 * 3],
      [porter, 3200 * 3],
      [bootstrap, 12 * 9],
    ])('gives every number of $file within 1e-9', (vectors, least) => {
      const whole = JSON.parse(readFileSync(new URL(`${vectors.file}.json`, folder), 'utf8'))
      const { failures, compared } = checkFile(vectors, whole)
      expect(failures).toEqual([])
      expect(compared).toBeGreaterThanOrEqual(least)
    })
  },
)

describe('a file of reference numbers', () => {
  // "ab cd": 2 of 3 and 2 of 2 words, one pair of two and of one.
  const two = [2 / 3, 1, 4 / 5]
  const pair = [1 / 2, 1, 2 / 3]
  const numbers = { rouge1: two, rouge2: pair, rouge3: [0, 0, 0], rougeL: two, rougeLsum: two }
  const one = { id: 0, kind: 0, ref: 'Ab cd.', cand: 'ab cd, ef', plain: numbers, stem: numbers }

  it('is answered whole', () => {
    const listed = { ...one, candTokens: ['ab', 'cd', 'ef'], candTokensStem: ['ab', 'cd', 'ef'] }
    const { ref, ...rest } = listed
    expect(checkFile(rouge, { meta: {}, cases: [one, listed, { ...rest, refs: ['x', ref] }] })).toMatchObject(
      {
        failures: [],
        compared: 30 * 3 + 6 * 2,
      },
    )
  })

  it('fails for one changed digit', () => {
    const changed = { ...one, stem: { ...numbers, rougeLsum: [2 / 3, 1, 0.80001] } }
    expect(checkFile(rouge, { cases: [changed] }).failures).toHaveLength(1)
    expect(checkFile(porter, { words: [['ties', 'tie', 'ti', 'ti']] }).failures).toEqual([])
    expect(checkFile(porter, { words: [['ties', 'tie', 'ti', 'tie']] }).failures).toHaveLength(1)
  })
})
