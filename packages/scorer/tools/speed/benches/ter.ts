import { terCounts, terScore } from '@assay/scorer'
import type { Bench } from '../bench.ts'
import { newsPairs } from '../texts.ts'

/** Sentence TER, one text against one reference: the search for shifts is most of it. */
export const ter: Bench = {
  name: 'sentence TER, 60 words',
  unit: 'pairs',
  peers: [
    {
      name: 'sacreBLEU',
      python: { module: 'sacrebleu', script: 'sacrebleu_sentences.py' },
      floor: 5,
      aim: 20,
    },
  ],
  prepare() {
    const pairs = newsPairs(60, 30, 60, 4.6)
    return {
      items: pairs.length,
      ours: () => pairs.map(({ gold, predicted }) => terScore(terCounts([gold], predicted))),
      python: { items: { metric: 'ter', pairs } },
    }
  },
}
