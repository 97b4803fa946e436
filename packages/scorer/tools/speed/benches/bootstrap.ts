import { resampleSums } from '@assay/scorer'
import type { Bench } from '../bench.ts'

const resamples = 10_000
const articles = 1_000

/**
 * The difference of two systems' micro F1 on samples of articles, from counts to one difference per sample. NumPy
 * and the plain limit build the matrix of indices and add up the same counts.
 */
export const bootstrap: Bench = {
  name: 'paired bootstrap of F1, 1,000 articles',
  unit: 'resamples',
  peers: [
    {
      name: 'numpy index matrix',
      python: { module: 'numpy', script: 'numpy_bootstrap.py' },
      floor: 4,
      aim: 8,
    },
    { name: 'plain index loop' },
  ],
  prepare() {
    const { creditA, sizeA, creditB, sizeB } = countsOf()
    const columns = [creditA, sizeA, creditB, sizeB]
    return {
      items: resamples,
      ours() {
        const [a, ofA, b, ofB] = resampleSums(columns, { resamples })
        const differences = new Float64Array(resamples)
        for (let r = 0; r < resamples; r++) differences[r] = (2 * a![r]!) / ofA![r]! - (2 * b![r]!) / ofB![r]!
        return differences
      },
      javascript: {
        'plain index loop': () =>
          Array.from({ length: resamples }, () => {
            const indices = Array.from({ length: articles }, () => Math.floor(Math.random() * articles))
            const sum = (column: readonly number[]) =>
              indices.reduce((total, index) => total + column[index]!, 0)
            return (2 * sum(creditA)) / sum(sizeA) - (2 * sum(creditB)) / sum(sizeB)
          }),
      },
      python: { items: { resamples, creditA, sizeA, creditB, sizeB } },
    }
  },
}

/** Two systems on articles of 4 to 19 gold items. */
function countsOf() {
  let state = 1
  const below = (end: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0
    return (state >>> 16) % end
  }
  const gold = Array.from({ length: articles }, () => 4 + below(16))
  const system = () => gold.map((size) => ({ credit: below(size + 1), wrong: below(6) }))
  const [a, b] = [system(), system()]
  const credits = (answers: typeof a) => answers.map(({ credit }) => credit)
  const sizes = (answers: typeof a) => answers.map(({ credit, wrong }, i) => gold[i]! + credit + wrong)
  return { creditA: credits(a), sizeA: sizes(a), creditB: credits(b), sizeB: sizes(b) }
}
