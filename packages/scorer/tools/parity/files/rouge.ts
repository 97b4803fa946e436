import { type RougeKind, rougeMany, rougePair, type RougeScore, rougeTokens } from '@assay/scorer'
import type { Vectors } from '../vectors.ts'

interface RougeCase {
  readonly ref?: string
  readonly refs?: readonly string[]
  readonly cand: string
  readonly candTokens?: readonly string[]
}

const kinds = ['rouge1', 'rouge2', 'rouge3', 'rougeL', 'rougeLsum'] as const satisfies readonly RougeKind[]

/** rouge_score: single and several references, plain and stemmed; the tokens of some candidates. */
export const rouge: Vectors = {
  file: 'rouge',
  sections: {
    cases: {
      inputs: ['id', 'kind', 'ref', 'refs', 'cand'],
      answer(given: RougeCase) {
        return {
          plain: triples(given, false),
          stem: triples(given, true),
          ...(given.candTokens !== undefined && {
            candTokens: rougeTokens(given.cand, { stemmer: false }),
            candTokensStem: rougeTokens(given.cand),
          }),
        }
      },
    },
  },
}

function triples({ ref, refs, cand }: RougeCase, stemmer: boolean): Record<string, number[]> {
  const scores =
    refs === undefined
      ? rougePair(ref!, cand, { kinds, stemmer })
      : rougeMany(refs, cand, { kinds, stemmer, references: 'best' })
  return Object.fromEntries(
    Object.entries<RougeScore>(scores).map(([kind, { precision, recall, f }]) => [
      kind,
      [precision, recall, f],
    ]),
  )
}
