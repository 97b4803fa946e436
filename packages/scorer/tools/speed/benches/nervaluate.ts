import { nervaluate as scoreNervaluate } from '@assay/scorer'
import type { Bench } from '../bench.ts'
import { spanCorpus, type TypedSpan } from '../tagged.ts'

/** Counts, precision, recall and F1 of four strategies, of all spans and of each of seven types. */
export const nervaluate: Bench = {
  name: 'nervaluate, 4 strategies and by type',
  unit: 'documents',
  peers: [
    {
      name: 'nervaluate',
      python: { module: 'nervaluate', script: 'nervaluate.py' },
      floor: 10,
      aim: 20,
    },
  ],
  prepare() {
    const corpus = spanCorpus(40, 5000)
    const gold = corpus.gold.map(written)
    const predicted = corpus.predicted.map(written)
    return {
      items: gold.length,
      ours: () => scoreNervaluate(gold, predicted),
      python: { items: { gold, predicted } },
    }
  },
}

function written(spans: readonly TypedSpan[]) {
  return spans.map(({ type, start, end }) => ({ label: type, start, end: end - 1 }))
}
