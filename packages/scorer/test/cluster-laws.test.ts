import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bCubed,
  blanc,
  blancScores,
  ceafE,
  ceafM,
  type ClusterCounts,
  clusterScores,
  type ClusterTable,
  lea,
  muc,
  tabulateClusters,
} from '../src/index.ts'

const metrics: Readonly<Record<string, (table: ClusterTable) => ClusterCounts>> = {
  muc,
  bCubed,
  ceafE,
  ceafM,
  lea,
}
const options = fc.constantFrom({ singletons: 'in' } as const, { singletons: 'out' } as const)

/** A clustering of some of 12 mentions into at most 5 clusters. */
const clustering = fc
  .array(fc.option(fc.nat(4), { nil: null }), { minLength: 12, maxLength: 12 })
  .map((labels) => {
    const clusters: number[][] = [[], [], [], [], []]
    labels.forEach((label, mention) => label !== null && clusters[label]!.push(mention))
    return clusters.filter((cluster) => cluster.length > 0)
  })

const numbers = ({ recall, precision }: ClusterCounts) => [
  recall.part,
  recall.whole,
  precision.part,
  precision.whole,
]

describe('the laws of cluster metrics', () => {
  it('neither the order of clusters nor the order inside them changes anything', () => {
    const shuffled = clustering.chain((clusters) =>
      fc.tuple(
        fc.constant(clusters),
        fc
          .tuple(...clusters.map((cluster) => fc.shuffledSubarray(cluster, { minLength: cluster.length })))
          .chain((inner) => fc.shuffledSubarray(inner, { minLength: inner.length })),
      ),
    )
    fc.assert(
      fc.property(shuffled, shuffled, options, ([gold, otherGold], [predicted, otherPredicted], options) => {
        const table = tabulateClusters(gold, predicted, options)
        const other = tabulateClusters(otherGold, otherPredicted, options)
        expect(other).toEqual(table)
      }),
      { numRuns: 200 },
    )
  })

  it('exchanging the sides exchanges precision and recall', () => {
    fc.assert(
      fc.property(clustering, clustering, options, (gold, predicted, options) => {
        const forth = tabulateClusters(gold, predicted, options)
        const back = tabulateClusters(predicted, gold, options)
        for (const metric of Object.values(metrics)) {
          const { recall, precision } = metric(back)
          numbers(metric(forth)).forEach((value, i) => {
            expect(value).toBeCloseTo([precision, recall].flatMap(({ part, whole }) => [part, whole])[i]!, 9)
          })
        }
        const { coreferent, separate } = blanc(back)
        const swap = ({ both, gold, predicted }: typeof separate) => ({
          both,
          gold: predicted,
          predicted: gold,
        })
        expect(blanc(forth)).toEqual({ coreferent: swap(coreferent), separate: swap(separate) })
      }),
      { numRuns: 200 },
    )
  })

  it('gold against itself is 1, and every score lies between 0 and 1', () => {
    fc.assert(
      fc.property(clustering, clustering, options, (gold, predicted, options) => {
        const itself = tabulateClusters(gold, gold, options)
        const table = tabulateClusters(gold, predicted, options)
        const all = Object.values(metrics).map((metric) => (t: ClusterTable) => clusterScores(metric(t)))
        for (const scores of [...all, (t: ClusterTable) => blancScores(blanc(t))]) {
          for (const { value } of Object.values(scores(itself))) {
            if (value !== null) expect(value).toBeCloseTo(1, 9)
          }
          for (const { value } of Object.values(scores(table))) {
            if (value === null) continue
            expect(value).toBeGreaterThanOrEqual(0)
            expect(value).toBeLessThanOrEqual(1 + 1e-9)
          }
        }
      }),
      { numRuns: 200 },
    )
  })

  it('mentions that gold does not know lower precision alone, or leave it', () => {
    fc.assert(
      fc.property(clustering, clustering, (gold, predicted) => {
        const before = tabulateClusters(gold, predicted)
        const after = tabulateClusters(gold, [...predicted, ['x', 'y']])
        for (const [name, metric] of Object.entries(metrics)) {
          const [old, now] = [clusterScores(metric(before)), clusterScores(metric(after))]
          expect(now.recall, name).toEqual(old.recall)
          expect(now.precision.value!, name).toBeLessThanOrEqual((old.precision.value ?? 1) + 1e-12)
        }
      }),
    )
  })

  it('CEAF finds the best pairing of all', () => {
    fc.assert(
      fc.property(clustering, clustering, options, (gold, predicted, options) => {
        const table = tabulateClusters(gold, predicted, options)
        const best = (likeness: (shared: number, gold: number, predicted: number) => number) =>
          bestPairing(table, likeness)
        expect(ceafM(table).recall.part).toBe(best((shared) => shared))
        expect(ceafE(table).recall.part).toBeCloseTo(
          best((shared, a, b) => (2 * shared) / (a + b)),
          10,
        )
      }),
      { numRuns: 200 },
    )
  })

  it('MUC, B-cubed, LEA and BLANC are what their definitions say, mention by mention', () => {
    fc.assert(
      fc.property(clustering, clustering, options, (gold, predicted, options) => {
        const smallest = options.singletons === 'in' ? 1 : 2
        const [key, answer] = [gold, predicted].map((side) => side.filter(({ length }) => length >= smallest))
        const table = tabulateClusters(gold, predicted, options)
        expect(muc(table).recall.part).toBe(mucByPieces(key!, answer!))
        expect(bCubed(table).recall.part).toBeCloseTo(bCubedByMention(key!, answer!), 9)
        expect(lea(table).recall.part).toBeCloseTo(leaByLink(key!, answer!), 9)
        expect(blanc(table)).toEqual(blancByPair(key!, answer!))
      }),
      { numRuns: 200 },
    )
  })
})

function bestPairing(
  { gold, predicted, cells }: ClusterTable,
  likeness: (shared: number, gold: number, predicted: number) => number,
): number {
  const visit = (g: number, taken: readonly number[]): number => {
    if (g === gold.length) return 0
    const choices = cells
      .filter((cell) => cell.gold === g && !taken.includes(cell.predicted))
      .map((cell) => {
        const own = likeness(cell.shared, gold[g]!, predicted[cell.predicted]!)
        return own + visit(g + 1, [...taken, cell.predicted])
      })
    return Math.max(visit(g + 1, taken), ...choices)
  }
  return visit(0, [])
}

type Clusters = readonly (readonly number[])[]

const clusterOf = (clusters: Clusters, mention: number) =>
  clusters.findIndex((cluster) => cluster.includes(mention))
const linksOf = (clusters: Clusters) =>
  clusters.flatMap((cluster) => cluster.flatMap((a, i) => cluster.slice(i + 1).map((b) => `${a} ${b}`)))

function mucByPieces(key: Clusters, answer: Clusters): number {
  return key.reduce((sum, cluster) => {
    const pieces = new Set(
      cluster.map((mention) =>
        clusterOf(answer, mention) === -1 ? `alone ${mention}` : clusterOf(answer, mention),
      ),
    )
    return sum + cluster.length - pieces.size
  }, 0)
}

function bCubedByMention(key: Clusters, answer: Clusters): number {
  return key.flat().reduce((sum, mention) => {
    const [own, other] = [key[clusterOf(key, mention)]!, answer[clusterOf(answer, mention)] ?? []]
    return sum + own.filter((item) => other.includes(item)).length / own.length
  }, 0)
}

function leaByLink(key: Clusters, answer: Clusters): number {
  const links = new Set([
    ...linksOf(answer),
    ...answer.filter(({ length }) => length === 1).map(([only]) => `${only} ${only}`),
  ])
  return key.reduce((sum, cluster) => {
    const own = cluster.length === 1 ? [`${cluster[0]} ${cluster[0]}`] : linksOf([cluster])
    return sum + (cluster.length * own.filter((link) => links.has(link)).length) / own.length
  }, 0)
}

function blancByPair(key: Clusters, answer: Clusters) {
  const between = (clusters: Clusters) => {
    const inside = new Set(linksOf(clusters))
    const all = linksOf([clusters.flat().sort((a, b) => a - b)])
    return all.filter((link) => !inside.has(link))
  }
  const counts = (a: readonly string[], b: readonly string[]) => ({
    both: a.filter((link) => b.includes(link)).length,
    gold: a.length,
    predicted: b.length,
  })
  return {
    coreferent: counts(linksOf(key), linksOf(answer)),
    separate: counts(between(key), between(answer)),
  }
}
