import { meteorScore } from '@assay/scorer'
import type { Vectors } from '../vectors.ts'

interface Given {
  readonly refs: readonly (readonly string[])[]
  readonly hyp: readonly string[]
}

/** NLTK's METEOR without synonyms: its own parameters, and a second set. */
export const meteor: Vectors = {
  file: 'meteor',
  sections: {
    cases: {
      inputs: ['id', 'refs', 'hyp'],
      answer: ({ refs, hyp }: Given) => ({
        default: meteorScore(refs, hyp),
        'a.85b2g.4': meteorScore(refs, hyp, { alpha: 0.85, beta: 2, gamma: 0.4 }),
      }),
    },
  },
}
