import type { Annotation, Claim, Span } from '@assay/schema'

/**
 * How far the sentences that a prediction points to are those of the gold evidence, 0 to 1: sentences in both
 * over sentences in either (Jaccard), with the best of the alternative gold sets. A sentence is pointed to if a
 * predicted span has a code unit of it. Null: the prediction points to nothing, or gold does not know its sentences.
 */
export function evidenceOverlap(
  gold: Pick<Claim, 'evidence'>,
  predicted: readonly Span[] | undefined,
  sentences: Annotation['sentences'],
): number | null {
  if (predicted === undefined || predicted.length === 0 || sentences === undefined) return null
  const touched = new Set(
    sentences.flatMap(({ start, end }, at) =>
      predicted.some((span) => span.start < end && start < span.end) ? [at] : [],
    ),
  )
  return Math.max(0, ...gold.evidence.map((set) => jaccard(new Set(set.sentences), touched)))
}

function jaccard(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const shared = [...a].filter((one) => b.has(one)).length
  return shared / (a.size + b.size - shared)
}
