import { chrfCounts, chrfScore } from '@assay/scorer'
import type { Bench } from '../bench.ts'
import { newsPairs } from '../texts.ts'

/** Sentence chrF, one text against one reference. */
export const chrfShort = chrfBench('chrf', { words: 60, lines: 4.6, pairs: 1000 })
export const chrfLong = chrfBench('chrf', { words: 600, lines: 41, pairs: 100 })
export const chrfWordsShort = chrfBench('chrf++', { words: 60, lines: 4.6, pairs: 1000 })

interface Size {
  readonly words: number
  readonly lines: number
  readonly pairs: number
}

function chrfBench(metric: 'chrf' | 'chrf++', { words, lines, pairs: size }: Size): Bench {
  const options = { wordOrder: metric === 'chrf' ? 0 : 2 }
  return {
    name: `sentence ${metric === 'chrf' ? 'chrF' : 'chrF++'}, ${words} words`,
    unit: 'pairs',
    peers: [
      {
        name: 'sacreBLEU',
        python: { module: 'sacrebleu', script: 'sacrebleu_sentences.py' },
        floor: 5,
        aim: 10,
      },
    ],
    prepare() {
      const pairs = newsPairs(words, size, words, lines)
      return {
        items: pairs.length,
        ours: () => pairs.map(({ gold, predicted }) => chrfScore(chrfCounts([gold], predicted, options))),
        python: { items: { metric, pairs } },
      }
    },
  }
}
