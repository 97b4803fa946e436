import { AssayError, type Score } from '@assay/schema'
import type { Labelled } from '../spans/items.ts'
import { layOut } from '../spans/layout.ts'
import { matchSpans } from '../spans/match.ts'
import { mentionSchemes, type Scheme } from '../spans/schemes.ts'
import { meanOf, scorePairs } from './pairs.ts'

/** What one annotator marked: documents, the same in the same order for all, with their spans. */
export type MarkedSpans = readonly (readonly Labelled[])[]

export interface SpanAgreementOptions {
  /** Of two spans with the same type. `exact` (default): the same boundaries. `overlap`: one shared code unit. */
  readonly match?: 'exact' | 'overlap'
}

/**
 * F1 of one annotator's spans against another's, averaged over all pairs of annotators (Hripcsak and Rothschild
 * 2005: without a number of true negatives, kappa comes near it). Spans are matched one to one in each document;
 * which of the two is called gold changes nothing. A pair that marked nothing is left out.
 *
 * @throws AssayError `usage` with fewer than two annotators, or different numbers of documents.
 */
export function spanAgreement(
  annotators: readonly MarkedSpans[],
  { match = 'exact' }: SpanAgreementOptions = {},
): Score {
  const documents = annotators.map(({ length }) => length)
  if (documents.length < 2 || documents.some((count) => count !== documents[0])) {
    throw new AssayError('usage', `${documents.length} annotators of ${documents.join(', ')} documents`, {
      hint: 'Give two annotators or more, each with the spans of every document.',
    })
  }
  const scheme = mentionSchemes.find(({ id }) => id === (match === 'exact' ? 'strict' : 'type'))!
  const values = scorePairs(annotators, (a, b) => pairF1(a, b, scheme)).flatMap(({ value }) =>
    value === null ? [] : [value],
  )
  return values.length === 0 ? { value: null, because: 'nobody marked a span' } : { value: meanOf(values) }
}

function pairF1(a: MarkedSpans, b: MarkedSpans, scheme: Scheme): Score {
  let [credit, marked] = [0, 0]
  a.forEach((spans, document) => {
    const items = spans.map((span, i) => ({ id: `${i}`, required: true, readings: [span] as const }))
    const layout = layOut(items, b[document]!)
    credit += matchSpans(layout, scheme).reduce((sum, pair) => sum + pair.credit, 0)
    marked += layout.required.length + layout.predicted.length
  })
  return marked === 0 ? { value: null, because: 'neither marked a span' } : { value: (2 * credit) / marked }
}
