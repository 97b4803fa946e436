import { rougePair } from '@assay/scorer'
import { l, n } from 'js-rouge'
import type { Bench } from '../bench.ts'
import { newsPairs, type TextPair } from '../texts.ts'

/** rouge_score's four scores with the stemmer, on a summary of 60 words. */
export const rougeShort = rougeBench({ words: 60, lines: 4.6, pairs: 300, floor: 15, aim: 100 })

/** On a text of 600 words: the sequences cost with the product of the lengths. */
export const rougeLong = rougeBench({ words: 600, lines: 41, pairs: 30, floor: 40, aim: 300 })

interface RougeSize {
  readonly words: number
  readonly lines: number
  readonly pairs: number
  /** Against rouge_score. */
  readonly floor: number
  readonly aim: number
}

function rougeBench({ words, lines, pairs: size, floor, aim }: RougeSize): Bench {
  return {
    name: `ROUGE-1, 2, L, Lsum, stemmer, ${words} words`,
    unit: 'pairs',
    peers: [
      { name: 'js-rouge 1+2+L, defaults', aim: 75 },
      { name: 'js-rouge 1+2+L, plain tokens' },
      { name: 'rouge_score', python: { module: 'rouge_score', script: 'rouge_score.py' }, floor, aim },
    ],
    prepare() {
      const pairs = newsPairs(words, size, words, lines)
      return {
        items: pairs.length,
        ours: () => pairs.map(({ gold, predicted }) => rougePair(gold, predicted)),
        javascript: {
          'js-rouge 1+2+L, defaults': () => pairs.map(jsRouge),
          'js-rouge 1+2+L, plain tokens': () => pairs.map(jsRougePlain),
        },
        python: { items: pairs },
      }
    },
  }
}

function jsRouge({ gold, predicted }: TextPair): number[] {
  return [n(predicted, gold), n(predicted, gold, { n: 2 }), l(predicted, gold)]
}

/** The tokens and lines of rouge_score without its stemmer. */
function jsRougePlain({ gold, predicted }: TextPair): number[] {
  return [
    n(predicted, gold, { tokenizer }),
    n(predicted, gold, { n: 2, tokenizer }),
    l(predicted, gold, { tokenizer, segmenter }),
  ]
}

const tokenizer = (text: string) => text.toLowerCase().match(/[a-z0-9]+/g) ?? []
const segmenter = (text: string) => text.split('\n').filter((line) => line !== '')
