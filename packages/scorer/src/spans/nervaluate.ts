import { AssayError } from '@assay/schema'
import { createGreedyMatcher, type Pairing } from './nervaluate-match.ts'

/** A labelled span in the reference's form. */
export interface NervaluateSpan {
  readonly label: string
  readonly start: number
  /** Included: a span of one token ends where it starts. */
  readonly end: number
}

/** Its names for the schemes `strict`, `exact`, `partial` and `type`. */
export const nervaluateStrategies = ['strict', 'exact', 'partial', 'ent_type'] as const

export type NervaluateStrategy = (typeof nervaluateStrategies)[number]

export interface NervaluateOptions {
  /** The labels that count; spans of others are dropped first. Default: all. */
  readonly types?: readonly string[]
  /** Least overlap in percent of the gold span, both ends included: 1 to 100. Default: 1. */
  readonly minOverlap?: number
  /**
   * Whether `partial` keeps the half credit over two or more documents. False: commit fce01394, where merged scores
   * count no partial match at all (its issue 108). Default: true, as later versions.
   */
  readonly mergedHalfCredit?: boolean
  /** Whether to list which span had which outcome. Default: false. */
  readonly indices?: boolean
}

/** Ratios whose denominator is 0 are 0, as the reference has them. */
export interface NervaluateScore {
  readonly correct: number
  readonly incorrect: number
  readonly partial: number
  readonly missed: number
  readonly spurious: number
  /** Gold spans. */
  readonly possible: number
  /** Predicted spans. */
  readonly actual: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

export type NervaluateScores = Readonly<Record<NervaluateStrategy, NervaluateScore>>

export const nervaluateOutcomes = ['correct', 'incorrect', 'partial', 'missed', 'spurious'] as const

export type NervaluateOutcome = (typeof nervaluateOutcomes)[number]

/** Document and span, counted from 0 after other labels were dropped: of gold where missed, else of predicted. */
export type NervaluateIndices = Readonly<
  Record<NervaluateStrategy, Readonly<Record<NervaluateOutcome, readonly (readonly [number, number])[]>>>
>

export interface NervaluateResult {
  readonly overall: NervaluateScores
  /**
   * Each label that occurs, in code-unit order, matched on its own: a wrong label is spurious for one and missed for
   * the other, so these do not add up to `overall`.
   */
  readonly types: readonly { readonly type: string; readonly scores: NervaluateScores }[]
  readonly indices?: NervaluateIndices
}

/**
 * The scores of nervaluate (MantisAI/nervaluate @fce01394): each prediction, in the given order, takes the first gold
 * span that is free and overlaps enough. One span may so take what fits a later one better; the order of spans can
 * change the scores, and duplicates count. `matchSpans`, our default elsewhere, finds the largest credit instead.
 *
 * @throws AssayError `file-invalid` where gold and predicted differ in the number of documents, or a span has no
 * label or ends before it starts; `config-invalid` for `minOverlap` outside 1 to 100.
 */
export function nervaluate(
  gold: readonly (readonly NervaluateSpan[])[],
  predicted: readonly (readonly NervaluateSpan[])[],
  options: NervaluateOptions = {},
): NervaluateResult {
  const { minOverlap = 1, mergedHalfCredit = true } = options
  if (!(minOverlap >= 1 && minOverlap <= 100)) {
    throw new AssayError('config-invalid', `minOverlap is ${minOverlap}`, {
      hint: 'It is a percentage of the gold span, from 1 to 100.',
    })
  }
  if (gold.length !== predicted.length) {
    const message = `gold has ${gold.length} documents, predicted has ${predicted.length}`
    throw new AssayError('file-invalid', message, { hint: 'Give the spans of the same documents.' })
  }
  const matcher = createGreedyMatcher(options.types, minOverlap)
  const total = newTally()
  const byType: Tally[] = []
  const indices = options.indices === true ? newIndices() : null
  for (let d = 0; d < gold.length; d++) {
    matcher.load(gold[d]!, predicted[d]!, d)
    const overall = matcher.match(false)
    addDocument(overall, () => total)
    if (indices !== null) addIndices(indices, overall, d)
    addDocument(matcher.match(true), (type) => (byType[type] ??= newTally()))
  }
  const score = (tally: Tally) => scoresOf(tally, mergedHalfCredit || gold.length < 2)
  const types = [...byType.entries()]
    .filter(([, tally]) => tally !== undefined)
    .map(([type, tally]) => ({ type: matcher.label(type), scores: score(tally) }))
    .sort((a, b) => (a.type < b.type ? -1 : 1))
  return { overall: score(total), types, ...(indices === null ? {} : { indices }) }
}

/** All strategies pair the same spans, so one set of counts holds what each of them says of a pair. */
interface Tally {
  sameSpanSameType: number
  sameSpan: number
  sameType: number
  overlap: number
  spurious: number
  missed: number
}

function newTally(): Tally {
  return {
    sameSpanSameType: 0,
    sameSpan: 0,
    sameType: 0,
    overlap: 0,
    spurious: 0,
    missed: 0,
  }
}

/** Adds the pairs of a document to the tally of their type. */
function addDocument(pairing: Pairing, tallyOf: (type: number) => Tally): void {
  const { gold, predicted } = pairing
  for (let p = 0; p < predicted.length; p++) {
    const type = predicted.type[p]!
    const tally = tallyOf(type)
    const g = pairing.partner[p]!
    if (g < 0) {
      tally.spurious++
      continue
    }
    const sameSpan = gold.start[g] === predicted.start[p] && gold.end[g] === predicted.end[p]
    const sameType = gold.type[g] === type
    if (sameSpan && sameType) tally.sameSpanSameType++
    else if (sameSpan) tally.sameSpan++
    else if (sameType) tally.sameType++
    else tally.overlap++
  }
  for (let g = 0; g < gold.length; g++) {
    const tally = tallyOf(gold.type[g]!)
    if (pairing.taken[g] === 0) tally.missed++
  }
}

function scoresOf(tally: Tally, halfCredit: boolean): NervaluateScores {
  const { sameSpanSameType, sameSpan, sameType, overlap, spurious, missed } = tally
  const pairs = sameSpanSameType + sameSpan + sameType + overlap
  const score = (correct: number, partial = 0): NervaluateScore => {
    const possible = pairs + missed
    const actual = pairs + spurious
    const credit = correct + (halfCredit ? 0.5 * partial : 0)
    const precision = actual > 0 ? credit / actual : 0
    const recall = possible > 0 ? credit / possible : 0
    const f1 = precision + recall > 0 ? (2 * (precision * recall)) / (precision + recall) : 0
    const incorrect = pairs - correct - partial
    return { correct, incorrect, partial, missed, spurious, possible, actual, precision, recall, f1 }
  }
  return {
    strict: score(sameSpanSameType),
    exact: score(sameSpanSameType + sameSpan),
    partial: score(sameSpanSameType + sameSpan, sameType + overlap),
    ent_type: score(sameSpanSameType + sameType),
  }
}

type GrowingIndices = Record<NervaluateStrategy, Record<NervaluateOutcome, [number, number][]>>

function newIndices(): GrowingIndices {
  const none = () => ({ correct: [], incorrect: [], partial: [], missed: [], spurious: [] })
  return { strict: none(), exact: none(), partial: none(), ent_type: none() }
}

function addIndices(indices: GrowingIndices, pairing: Pairing, document: number): void {
  const { gold, predicted } = pairing
  const add = (outcomes: readonly NervaluateOutcome[], index: number) =>
    nervaluateStrategies.forEach((strategy, s) => indices[strategy][outcomes[s]!].push([document, index]))
  for (let p = 0; p < predicted.length; p++) {
    const g = pairing.partner[p]!
    if (g < 0) {
      add(['spurious', 'spurious', 'spurious', 'spurious'], p)
      continue
    }
    const sameSpan = gold.start[g] === predicted.start[p] && gold.end[g] === predicted.end[p]
    const sameType = gold.type[g] === predicted.type[p]
    const right = (is: boolean) => (is ? 'correct' : 'incorrect')
    add([right(sameSpan && sameType), right(sameSpan), sameSpan ? 'correct' : 'partial', right(sameType)], p)
  }
  for (let g = 0; g < gold.length; g++) {
    if (pairing.taken[g] === 0) add(['missed', 'missed', 'missed', 'missed'], g)
  }
}
