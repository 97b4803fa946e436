import { bleuCounts, bleuScore } from '@assay/scorer'
import type { Bench } from '../bench.ts'
import { newsPairs } from '../texts.ts'

/** Sentence BLEU with the 13a tokenizer, one text against one reference. */
export const bleuShort = bleuBench({ words: 60, lines: 4.6, pairs: 1000 })
export const bleuLong = bleuBench({ words: 600, lines: 41, pairs: 100 })

interface Size {
  readonly words: number
  readonly lines: number
  readonly pairs: number
}

function bleuBench({ words, lines, pairs: size }: Size): Bench {
  return {
    name: `sentence BLEU, ${words} words`,
    unit: 'pairs',
    peers: [
      {
        name: 'sacreBLEU',
        python: { module: 'sacrebleu', script: 'sacrebleu_sentences.py' },
        floor: 2,
        aim: 4,
      },
    ],
    prepare() {
      const pairs = newsPairs(words, size, words, lines)
      return {
        items: pairs.length,
        ours: () =>
          pairs.map(({ gold, predicted }) =>
            bleuScore(bleuCounts([gold], predicted), { effectiveOrder: true }),
          ),
        python: { items: { metric: 'bleu', pairs } },
      }
    },
  }
}
