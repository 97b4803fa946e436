import { aggregateRouge, type RougeScore } from '@assay/scorer'
import { createNumpyChoice } from '../numpy/mt19937.ts'
import type { Vectors } from '../vectors.ts'

interface BootstrapCase {
  readonly seed: number
  readonly confidence: number
  readonly n_samples: number
  readonly scores: readonly (readonly [precision: number, recall: number, f: number])[]
}

/** rouge_score's aggregator on NumPy's generator, and the indices of its first sample. */
export const bootstrap: Vectors = {
  file: 'bootstrap',
  sections: {
    cases: {
      inputs: ['id', 'seed', 'confidence', 'n_samples', 'scores'],
      answer({ seed, confidence, n_samples: samples, scores }: BootstrapCase) {
        const choose = createNumpyChoice(seed)
        const drawn: number[] = []
        const draw = (size: number) => {
          const index = choose(size)
          if (drawn.length < Math.min(size, listed)) drawn.push(index)
          return index
        }
        const named = scores.map(([precision, recall, f]) => ({ precision, recall, f }))
        const { low, mid, high } = aggregateRouge(named, draw, { samples, confidence })
        return { firstIndices: drawn, low: triple(low), mid: triple(mid), high: triple(high) }
      },
    },
  },
}

/** How many indices of the first sample a file lists at most. */
const listed = 20

function triple({ precision, recall, f }: RougeScore): number[] {
  return [precision, recall, f]
}
