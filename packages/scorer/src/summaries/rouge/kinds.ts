import { AssayError } from '@assay/schema'

/** What ROUGE measures by default: single words, pairs of words, common sequences of the texts and of their lines. */
export const rougeKinds = ['rouge1', 'rouge2', 'rougeL', 'rougeLsum'] as const

export type DefaultRougeKind = (typeof rougeKinds)[number]

/** `rouge3` counts runs of three words, and so on. */
export type RougeKind = DefaultRougeKind | `rouge${number}`

/** The n of ROUGE-N; null for sequences. Throws for a kind that ROUGE does not have. */
export function orderOf(kind: RougeKind): number | null {
  if (kind === 'rouge1') return 1
  if (kind === 'rouge2') return 2
  if (kind === 'rougeL' || kind === 'rougeLsum') return null
  if (/^rouge[1-9]\d*$/.test(kind)) return Number(kind.slice('rouge'.length))
  throw new AssayError('usage', `there is no ROUGE of the kind ${JSON.stringify(kind)}`, {
    hint: 'Kinds are rouge1, rouge2, rouge3 and so on, rougeL and rougeLsum.',
  })
}
