import { describe, expect, it } from 'vitest'
import {
  bCubed,
  blanc,
  blancScores,
  ceafE,
  ceafM,
  type ClusterCounts,
  clusterScores,
  conllAverage,
  lea,
  type MentionKey,
  muc,
  tabulateClusters,
} from '../src/index.ts'

type Clusters = readonly (readonly MentionKey[])[]

/** The numbers of a metric as [recall part, recall whole, precision part, precision whole]. */
function numbers({ recall, precision }: ClusterCounts): number[] {
  return [recall.part, recall.whole, precision.part, precision.whole]
}

/** Gold {a, b, c} and {d, e, f, g}; the prediction takes c to the second, lacks g, and makes up {h, i}. */
const gold: Clusters = [
  ['a', 'b', 'c'],
  ['d', 'e', 'f', 'g'],
]
const predicted: Clusters = [
  ['a', 'b'],
  ['c', 'd', 'e', 'f'],
  ['h', 'i'],
]
const table = tabulateClusters(gold, predicted)

describe('cluster metrics on two clusterings worked by hand', () => {
  it('MUC counts the links that survive', () => {
    // Recall: {ab}{c} 3 - 2, {def}{g} 4 - 2. Precision: {ab} 2 - 1, {c}{def} 4 - 2, {h}{i} 2 - 2.
    expect(numbers(muc(table))).toEqual([1 + 2, 2 + 3, 1 + 2, 1 + 3 + 1])
  })

  it('B-cubed averages over mentions', () => {
    // Recall: a, b 2/3, c 1/3, d, e, f 3/4, g 0. Precision: a, b 1, c 1/4, d, e, f 3/4, h, i 0.
    const [recall, ...rest] = numbers(bCubed(table))
    expect(recall).toBeCloseTo(2 / 3 + 2 / 3 + 1 / 3 + 9 / 4, 12)
    expect(rest).toEqual([7, 1 + 1 + 1 / 4 + 9 / 4, 8])
  })

  it('CEAF pairs the clusters one to one', () => {
    // {abc} with {ab}, {defg} with {cdef}: 2 + 3 mentions, 4/5 + 6/8.
    expect(numbers(ceafM(table))).toEqual([5, 7, 5, 8])
    const [part, ...wholes] = numbers(ceafE(table))
    expect(part).toBeCloseTo(4 / 5 + 6 / 8, 12)
    expect(wholes).toEqual([2, 4 / 5 + 6 / 8, 3].map((value) => expect.closeTo(value, 12)))
  })

  it('LEA weighs the links of a cluster by its size', () => {
    // Recall: 3 x 1/3 + 4 x 3/6. Precision: 2 x 1/1 + 4 x 3/6 + 2 x 0.
    expect(numbers(lea(table))).toEqual([1 + 2, 7, 2 + 2, 8])
  })

  it('BLANC counts pairs inside clusters and pairs between them', () => {
    // Inside: ab; de, df, ef of 3 + 6 and 1 + 6 + 1. Between: a and b with d, e, f of 21 - 9 and 28 - 8.
    const counts = blanc(table)
    expect(counts).toEqual({
      coreferent: { both: 4, gold: 9, predicted: 8 },
      separate: { both: 6, gold: 12, predicted: 20 },
    })
    expect(blancScores(counts)).toEqual({
      precision: { value: (4 / 8 + 6 / 20) / 2 },
      recall: { value: (4 / 9 + 6 / 12) / 2 },
      f1: { value: expect.closeTo((8 / 17 + 12 / 32) / 2, 12) },
    })
  })

  it('the CoNLL average is the mean of three F1', () => {
    const [f1OfMuc, f1OfBCubed, f1OfCeafE] = [muc, bCubed, ceafE].map(
      (metric) => clusterScores(metric(table)).f1,
    )
    const bCubedRecall = (2 / 3 + 2 / 3 + 1 / 3 + 9 / 4) / 7
    const bCubedF1 = (2 * bCubedRecall * (4.5 / 8)) / (bCubedRecall + 4.5 / 8)
    expect(conllAverage(f1OfMuc!, f1OfBCubed!, f1OfCeafE!).value).toBeCloseTo(
      (3 / 5 + bCubedF1 + (2 * 1.55) / 5) / 3,
      12,
    )
  })
})

describe('a table of clusters', () => {
  it('leaves singletons out on both sides, or keeps them', () => {
    const sides = [
      [['a'], ['b', 'c']],
      [['a'], ['b'], ['c']],
    ] as const
    expect(tabulateClusters(...sides)).toEqual({ gold: [2], predicted: [], cells: [], mentions: [] })
    const kept = tabulateClusters(...sides, { singletons: 'in' })
    expect(kept).toMatchObject({ gold: [1, 2], predicted: [1, 1, 1] })
    expect(numbers(lea(kept))).toEqual([1, 3, 1, 3])
    expect(numbers(bCubed(kept))).toEqual([1 + 1 / 2 + 1 / 2, 3, 3, 3])
    expect(numbers(muc(kept))).toEqual([0, 1, 0, 0])
  })

  it('takes a mention once, for the first of its clusters, and no empty cluster', () => {
    const table = tabulateClusters([[1, 2, 1], [], [2, 3, 4]], [[1, 2]])
    expect(table).toMatchObject({ gold: [2, 2], predicted: [2] })
    expect(table.cells).toEqual([{ gold: 0, predicted: 0, shared: 2 }])
  })

  it('tells the number 1 from the text 1', () => {
    expect(tabulateClusters([[1, 2]], [['1', '2']]).cells).toEqual([])
  })
})

describe('what is undefined in cluster metrics', () => {
  const only = (clusters: Clusters, other: Clusters) =>
    clusterScores(bCubed(tabulateClusters(clusters, other)))

  it('is precision with nothing predicted, recall with nothing gold, F1 with neither', () => {
    const noPrecision = { value: null, because: 'no predicted cluster counts' }
    const noRecall = { value: null, because: 'no gold cluster counts' }
    expect(only(gold, [])).toEqual({ precision: noPrecision, recall: { value: 0 }, f1: { value: 0 } })
    expect(only([], gold)).toEqual({ precision: { value: 0 }, recall: noRecall, f1: { value: 0 } })
    expect(only([], [])).toEqual({
      precision: noPrecision,
      recall: noRecall,
      f1: { value: null, because: 'no gold cluster counts, nor a predicted one' },
    })
  })

  it('holds for BLANC too', () => {
    const of = (a: Clusters, b: Clusters) => {
      const { precision, recall, f1 } = blancScores(blanc(tabulateClusters(a, b)))
      return [precision.value, recall.value, f1.value]
    }
    expect(of([], [])).toEqual([null, null, null])
    expect(of(gold, [])).toEqual([null, 0, 0])
    expect(of([], gold)).toEqual([0, null, 0])
  })

  it('BLANC with one gold cluster counts pairs inside clusters alone, as the CoNLL scorer does', () => {
    // Gold: 6 pairs inside, none between. Predicted: 1 + 1 inside, right; 4 between.
    const counts = blanc(
      tabulateClusters(
        [[1, 2, 3, 4]],
        [
          [1, 2],
          [3, 4],
        ],
      ),
    )
    expect(counts.separate).toEqual({ both: 0, gold: 0, predicted: 4 })
    expect(blancScores(counts)).toEqual({
      precision: { value: 2 / 2 },
      recall: { value: 2 / 6 },
      f1: { value: expect.closeTo(4 / 8, 12) },
    })
  })

  it('the CoNLL average says why', () => {
    const none = { value: null, because: 'no reason' }
    expect(conllAverage({ value: 1 }, none, { value: 0 })).toEqual(none)
  })
})

describe('the table of two clusterings', () => {
  it('counts a mention once, in the first of its clusters, and drops a cluster that is then empty', () => {
    const { gold, predicted } = tabulateClusters([['a'], ['a'], []], [['a', 'a']], { singletons: 'in' })
    expect({ gold, predicted }).toEqual({ gold: [1], predicted: [1] })
  })

  it('puts the beginning of a cluster before the cluster', () => {
    for (const rows of [
      [
        [1, 2, 3, 4],
        [1, 2],
      ],
      [
        [1, 2],
        [1, 2, 3, 4],
      ],
    ]) {
      const { gold, cells } = tabulateClusters(rows, [[1, 2, 3]])
      // {1, 2} comes first and keeps both; {3, 4} is left of the other.
      expect(gold).toEqual([2, 2])
      expect(cells).toEqual([
        { gold: 0, predicted: 0, shared: 2 },
        { gold: 1, predicted: 0, shared: 1 },
      ])
    }
  })

  it('puts numbers before strings, numbers by size', () => {
    const rows: Clusters = [
      ['b', 'a'],
      [10, 9],
      ['c', 2, 11],
    ]
    const { gold, cells } = tabulateClusters(rows, [
      [2, 'c'],
      [9, 10, 11],
    ])
    // In order: {2, 11, c}, {9, 10}, {a, b}; the prediction: {2, c}, {9, 10, 11}.
    expect(gold).toEqual([3, 2, 2])
    expect(cells).toEqual([
      { gold: 0, predicted: 0, shared: 2 },
      { gold: 1, predicted: 1, shared: 2 },
      { gold: 0, predicted: 1, shared: 1 },
    ])
  })
})
