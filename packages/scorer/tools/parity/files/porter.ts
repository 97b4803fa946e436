import { stem } from '@assay/text'
import type { Vectors } from '../vectors.ts'

/** NLTK's Porter stemmer: a word and its stem in each of the three modes. */
export const porter: Vectors = {
  file: 'porter',
  sections: {
    words: {
      inputs: ['0'],
      answer: ([word]: readonly [string]) => ({
        1: stem(word),
        2: stem(word, 'MARTIN_EXTENSIONS'),
        3: stem(word, 'ORIGINAL_ALGORITHM'),
      }),
    },
  },
}
