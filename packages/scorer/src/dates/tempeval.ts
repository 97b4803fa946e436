import type { PredictedTimex, Span } from '@assay/schema'
import { harmonicMean } from '../clusters/score.ts'
import { overlaps } from '../spans/items.ts'

/** A temporal expression as TempEval-3 sees it. */
export interface TempEvalTimex extends Omit<PredictedTimex, 'type'> {
  /** `t0`, the publication date, is skipped. */
  readonly id?: string
  readonly type: string
}

/** Counts of one document, or summed over documents. */
export interface TempEvalCounts {
  readonly gold: number
  readonly predicted: number
  /** Aligned pairs. */
  readonly relaxed: number
  /** Aligned pairs whose texts are equal; where they stand is not compared. */
  readonly strict: number
  /** Aligned pairs of equal type. */
  readonly type: number
  /** Aligned pairs of equal value. */
  readonly value: number
}

/** Shares, unrounded: the toolkit prints them as percentages. */
export interface TempEvalScores {
  readonly strict: { readonly precision: number; readonly recall: number; readonly f1: number }
  readonly relaxed: { readonly precision: number; readonly recall: number; readonly f1: number }
  readonly typeF1: number
  readonly valueF1: number
}

/**
 * Counts as the TempEval-3 toolkit does (UzZaman et al. 2013, section 4.1). It differs from the metric `timexes`:
 * the alignment is greedy and one for all scores, `strict` compares texts, a missing value equals a missing value,
 * and neither tiers nor alternatives are known. For comparison with published numbers.
 */
export function tempEvalCounts(
  text: string,
  gold: readonly TempEvalTimex[],
  predicted: readonly TempEvalTimex[],
): TempEvalCounts {
  const [golds, predicteds] = [scored(gold), scored(predicted)]
  const pairs = alignTempEval(golds, predicteds).map(([g, p]) => [golds[g]!, predicteds[p]!] as const)
  const surface = ({ start, end }: Span) => text.slice(start, end)
  const count = (same: (gold: TempEvalTimex, predicted: TempEvalTimex) => boolean) =>
    pairs.filter(([g, p]) => same(g, p)).length
  return {
    gold: golds.length,
    predicted: predicteds.length,
    relaxed: pairs.length,
    strict: count((g, p) => surface(g.span) === surface(p.span)),
    type: count((g, p) => g.type === p.type),
    value: count((g, p) => (g.value ?? '') === (p.value ?? '')),
  }
}

/**
 * The scores of counts, with the toolkit's conventions: F1 is 1 where both sides are empty, everything else that
 * would divide by nothing is 0. The F1 of an attribute is its accuracy over aligned pairs times relaxed F1.
 */
export function tempEvalScores(counts: TempEvalCounts): TempEvalScores {
  const { gold, predicted, relaxed } = counts
  const isEmpty = gold + predicted === 0
  const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole)
  const ofMatches = (matches: number) => {
    const [precision, recall] = [share(matches, predicted), share(matches, gold)]
    return { precision, recall, f1: isEmpty ? 1 : harmonicMean(precision, recall) }
  }
  const relaxedScores = ofMatches(relaxed)
  const attribute = (matches: number) => (isEmpty ? 1 : share(matches, relaxed) * relaxedScores.f1)
  return {
    strict: ofMatches(counts.strict),
    relaxed: relaxedScores,
    typeF1: attribute(counts.type),
    valueF1: attribute(counts.value),
  }
}

/**
 * The ids that the toolkit's normaliser gives to both sides, in the order given: `t1`, `t2` and on in text order, one
 * for an aligned pair. Equal ids are its alignment. `t0` keeps its id.
 */
export function tempEvalIds(
  gold: readonly TempEvalTimex[],
  predicted: readonly TempEvalTimex[],
): { readonly gold: readonly string[]; readonly predicted: readonly string[] } {
  const [golds, predicteds] = [scored(gold), scored(predicted)]
  const goldOf = new Map(alignTempEval(golds, predicteds).map(([g, p]) => [predicteds[p]!, golds[g]!]))
  const alone = predicteds.filter((timex) => !goldOf.has(timex))
  const ids = new Map([...golds, ...alone].sort(byPlace).map((timex, i) => [timex, `t${i + 1}`]))
  return {
    gold: gold.map((timex) => ids.get(timex) ?? 't0'),
    predicted: predicted.map((timex) => ids.get(goldOf.get(timex) ?? timex) ?? 't0'),
  }
}

/** In text order, each gold expression takes the first overlapping one that is not taken yet. */
function alignTempEval(
  gold: readonly TempEvalTimex[],
  predicted: readonly TempEvalTimex[],
): (readonly [gold: number, predicted: number])[] {
  const taken = new Set<number>()
  return gold.flatMap(({ span }, g) => {
    const p = predicted.findIndex((candidate, i) => !taken.has(i) && overlaps(span, candidate.span))
    if (p === -1) return []
    taken.add(p)
    return [[g, p] as const]
  })
}

/** What is scored, in text order. */
function scored(timexes: readonly TempEvalTimex[]): TempEvalTimex[] {
  return timexes.filter(({ id }) => id !== 't0').sort(byPlace)
}

function byPlace(a: TempEvalTimex, b: TempEvalTimex): number {
  return a.span.start - b.span.start || a.span.end - b.span.end
}
