import {
  bCubed,
  blanc,
  blancScores,
  ceafE,
  ceafM,
  type ClusterCounts,
  clusterScores,
  type ClusterScores,
  lea,
  muc,
  tabulateClusters,
} from '@assay/scorer'
import type { Vectors } from '../vectors.ts'

interface Given {
  readonly key: readonly (readonly number[])[]
  readonly sys: readonly (readonly number[])[]
}

/** Numbers of CoVal, and rows as the CoNLL scorer prints them. */
export const coref: Vectors = {
  file: 'coref',
  sections: {
    cases: {
      inputs: ['id', 'key', 'sys'],
      answer(given: Given) {
        const table = tabulateClusters(given.key, given.sys)
        const [ofMuc, ofBCubed, ofCeafE] = [muc(table), bCubed(table), ceafE(table)]
        return {
          muc: prf(clusterScores(ofMuc)),
          b_cubed: prf(clusterScores(ofBCubed)),
          ceafe: prf(clusterScores(ofCeafE)),
          lea: prf(clusterScores(lea(table))),
          'perl.muc': printedCounts(ofMuc),
          'perl.bcub': printedCounts(ofBCubed),
          'perl.ceafm': printedCounts(ceafM(table)),
          'perl.ceafe': printedCounts(ofCeafE),
          'perl.blanc': printedScores(blancScores(blanc(table))),
        }
      },
    },
  },
  deviations: [
    {
      name: 'empty side',
      reason: 'precision with nothing predicted and recall with nothing gold are undefined here and 0 there',
      differing({ key, sys }: Given) {
        const table = tabulateClusters(key, sys)
        const all = [muc, bCubed, ceafE, lea, ceafM].map((metric) => clusterScores(metric(table)))
        const undefinedOnes = (scores: ClusterScores) => Object.values(scores).filter(isUndefined).length
        return [...all, blancScores(blanc(table))].reduce((sum, scores) => sum + undefinedOnes(scores), 0)
      },
    },
  ],
}

/** Precision, recall, F1; 0 where we say undefined. */
function prf({ precision, recall, f1 }: ClusterScores): number[] {
  return [precision, recall, f1].map(({ value }) => value ?? 0)
}

/** A line of the CoNLL scorer: recall's numerator, denominator and percentage, precision's, and F1. */
function printedCounts(counts: ClusterCounts): number[] {
  const [precision, recall, f1] = prf(clusterScores(counts)).map(percentage)
  return [
    counts.recall.part,
    counts.recall.whole,
    recall!,
    counts.precision.part,
    counts.precision.whole,
    precision!,
    f1!,
  ]
}

/** Its BLANC line holds the scores where other lines hold counts. */
function printedScores(scores: ClusterScores): number[] {
  const [precision, recall, f1] = prf(scores)
  return [recall!, 1, percentage(recall!), precision!, 1, percentage(precision!), percentage(f1!)]
}

/** It cuts behind the second decimal, without rounding. */
function percentage(share: number): number {
  return Math.trunc(share * 10_000) / 100
}

function isUndefined({ value }: { readonly value: number | null }): boolean {
  return value === null
}
