import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createBeamDistance } from '../src/summaries/ter/distance.ts'

describe('the beam distance of TER', () => {
  it('is that of a table filled cell by cell', () => {
    fc.assert(
      fc.property(sequences, ({ gold, words }) => {
        expect(createBeamDistance(gold, words.length).measure(words)).toBe(tableDistance(gold, words))
      }),
      { numRuns: 1000 },
    )
  })

  it('of another order, started in the middle, is the one measured from the beginning', () => {
    fc.assert(
      fc.property(sequences, fc.nat(), fc.nat(), fc.nat(), ({ gold, words }, a, b, c) => {
        const distance = createBeamDistance(gold, words.length)
        distance.measure(words)
        const moved = withBlockMoved(words, a, b, c)
        const expected = tableDistance(gold, moved)
        expect(distance.neighbour(moved, Number.POSITIVE_INFINITY)).toBe(expected)
        expect(distance.neighbour(moved, expected)).toBe(expected)
        if (expected > 0) expect(distance.neighbour(moved, expected - 1)).toBeGreaterThanOrEqual(expected)
      }),
      { numRuns: 1000 },
    )
  })

  it('is traced by as many edits, which lead from one sequence to the other', () => {
    fc.assert(
      fc.property(sequences, ({ gold, words }) => {
        const distance = createBeamDistance(gold, words.length)
        const edits = distance.measure(words)
        const trace = distance.trace()
        expect(trace.filter((edit) => edit !== 'same')).toHaveLength(edits)
        expect(trace.filter((edit) => edit !== 'missed')).toHaveLength(words.length)
        expect(trace.filter((edit) => edit !== 'spurious')).toHaveLength(gold.length)
        let [i, j] = [0, 0]
        for (const edit of trace) {
          if (edit === 'same') expect(words[i]).toBe(gold[j])
          if (edit === 'other') expect(words[i]).not.toBe(gold[j])
          if (edit !== 'missed') i++
          if (edit !== 'spurious') j++
        }
      }),
      { numRuns: 500 },
    )
  })

  it('reaches half the stretch and 25 more, rounded up, where gold is far longer', () => {
    // One word against 101: 51 + 25 places back from the last, so from the 25th word of gold on.
    const gold = Int32Array.from({ length: 101 }, (_, i) => i)
    const measure = (word: number) => createBeamDistance(gold, 1).measure(Int32Array.of(word))
    expect([measure(24), measure(23)]).toEqual([100, 101])
  })

  // A row reaches 25 places to the left of the diagonal, and 24 to the right.
  it.each([
    { pushed: 24, left: 48, right: 48 },
    { pushed: 25, left: 50, right: 85 },
    { pushed: 26, left: 86, right: 86 },
  ])('finds 60 words pushed along by $pushed while they are inside the beam', ({ pushed, left, right }) => {
    const shared = Array.from({ length: 60 }, (_, i) => i)
    const foreign = Array.from({ length: pushed }, (_, i) => 100 + i)
    const early = Int32Array.from([...shared, ...foreign])
    const late = Int32Array.from([...foreign.map((word) => word + 100), ...shared])
    expect(createBeamDistance(early, late.length).measure(late)).toBe(left)
    expect(createBeamDistance(late, early.length).measure(early)).toBe(right)
  })
})

/** Few words, so that many are equal; lengths on both sides of the beam; one often the other, pushed along. */
const lengths = fc.oneof(fc.nat(5), fc.nat(12), fc.nat(70))
const letters = fc.array(fc.nat(3), { minLength: 140, maxLength: 140 })
const sequences = fc
  .tuple(fc.nat(3), lengths, lengths, lengths, letters)
  .map(([kinds, goldLength, length, pushed, letters]) => {
    const all = Int32Array.from(letters, (letter) => letter % (kinds + 1))
    const gold = all.slice(0, goldLength)
    const own = all.slice(70, 70 + length)
    return {
      gold,
      words: pushed % 2 === 0 ? own : Int32Array.from([...gold, ...own.subarray(0, pushed), ...gold]),
    }
  })

function withBlockMoved(words: Int32Array, a: number, b: number, c: number): Int32Array {
  if (words.length === 0) return words
  const start = a % words.length
  const end = start + 1 + (b % Math.min(10, words.length - start))
  const rest = [...words.subarray(0, start), ...words.subarray(end)]
  const at = c % (rest.length + 1)
  return Int32Array.from([...rest.slice(0, at), ...words.subarray(start, end), ...rest.slice(at)])
}

/** Levenshtein inside the beam of Tercom as sacreBLEU ports it, by its definition: a row, a column, one cell. */
function tableDistance(gold: Int32Array, words: Int32Array): number {
  const [n, m] = [words.length, gold.length]
  const ratio = n > 0 ? m / n : 1
  const reach = ratio / 2 > 25 ? Math.ceil(ratio / 2 + 25) : 25
  const isInside = (i: number, j: number) => {
    if (i === 0) return true
    const diagonal = Math.floor(i * ratio)
    return j >= diagonal - reach && (i === n || j < diagonal + reach)
  }
  const cells = new Map<string, number>()
  const cell = (i: number, j: number) => cells.get(`${i} ${j}`) ?? Number.POSITIVE_INFINITY
  for (let i = 0; i <= n; i++) {
    for (let j = 0; j <= m; j++) {
      if (!isInside(i, j)) continue
      const ways = [
        i === 0 && j === 0 ? 0 : Number.POSITIVE_INFINITY,
        cell(i - 1, j) + 1,
        cell(i, j - 1) + 1,
        cell(i - 1, j - 1) + (words[i - 1] === gold[j - 1] ? 0 : 1),
      ]
      cells.set(`${i} ${j}`, Math.min(...ways))
    }
  }
  return cell(n, m)
}
