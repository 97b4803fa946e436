import { goldBits } from './bits.ts'
import { createComparer } from './comparison.ts'
import { type DefaultRougeKind, orderOf, type RougeKind, rougeKinds } from './kinds.ts'
import { ngramHits } from './ngrams.ts'
import { type RougeScore, rougeScore } from './score.ts'
import { unionHits, wholeSequence } from './sequences.ts'
import { createRougeText, type RougeText, readText } from './text.ts'
import { createVocabulary } from './vocabulary.ts'

export interface RougeOptions<Kind extends RougeKind = DefaultRougeKind> {
  /** Porter stems for tokens longer than three characters. Default true. */
  readonly stemmer?: boolean
  /** What is measured. Default: `rouge1`, `rouge2`, `rougeL`, `rougeLsum`. */
  readonly kinds?: readonly Kind[]
}

export type RougeScores<Kind extends RougeKind = DefaultRougeKind> = Readonly<Record<Kind, RougeScore>>

/**
 * ROUGE of one text against one reference, as rouge_score 0.1.2 computes it. Sentences for Lsum stand on lines of
 * their own (`\n`). A side without tokens scores 0. Time, and memory for Lsum, grow with the product of the two
 * lengths; a thirtieth of it in steps.
 */
export function rougePair<Kind extends RougeKind = DefaultRougeKind>(
  gold: string,
  predicted: string,
  options: RougeOptions<Kind> = {},
): RougeScores<Kind> {
  const score = createScorer(predicted, options)
  return score(gold)
}

/** How several references make one score: their mean, or the one with the best F, for each kind by itself. */
export type RougeReferences = 'mean' | 'best'

/**
 * ROUGE against several references. `best` is rouge_score's own rule: the first reference with the best F gives
 * precision and recall too. No reference: every score 0.
 */
export function rougeMany<Kind extends RougeKind = DefaultRougeKind>(
  gold: readonly string[],
  predicted: string,
  options: RougeOptions<Kind> & { readonly references?: RougeReferences } = {},
): RougeScores<Kind> {
  const score = createScorer(predicted, options)
  const all = gold.map(score)
  const merge = options.references === 'best' ? best : mean
  return record(kindsOf(options), (kind) => merge(all.map((scores) => scores[kind])))
}

/**
 * Numbers are shared by all comparisons, so that a word is stemmed once; when there are too many, the next comparison
 * begins anew.
 */
const mostTokens = 100_000
let vocabulary = createVocabulary()
let compare = createComparer()
const goldText = createRougeText()
const predictedText = createRougeText()

/** The scorer of one predicted text: good until the next one is made, because all of them use the same arrays. */
function createScorer<Kind extends RougeKind>(
  predicted: string,
  options: RougeOptions<Kind>,
): (gold: string) => RougeScores<Kind> {
  const kinds = kindsOf(options)
  const isStemmed = options.stemmer !== false
  if (vocabulary.size > mostTokens) {
    vocabulary = createVocabulary()
    compare = createComparer()
  }
  readText(predicted, vocabulary, isStemmed, predictedText)
  return (gold) => {
    readText(gold, vocabulary, isStemmed, goldText)
    return scores(goldText, predictedText, kinds)
  }
}

function scores<Kind extends RougeKind>(
  gold: RougeText,
  predicted: RougeText,
  kinds: readonly Kind[],
): RougeScores<Kind> {
  const pair = compare(gold, predicted, vocabulary.size)
  const orders = kinds.map(orderOf)
  const ngrams = ngramHits(pair, Math.max(0, ...orders.map((order) => order ?? 0)))
  const bits = orders.includes(null) ? goldBits(pair) : null
  return record(kinds, (kind) => {
    const order = orderOf(kind)
    if (order !== null) {
      const [own, other] = [gold.length - order + 1, predicted.length - order + 1]
      return rougeScore(ngrams[order - 1]!, Math.max(0, own), Math.max(0, other))
    }
    const hits = kind === 'rougeL' ? wholeSequence(pair, bits!) : unionHits(pair, bits!)
    return rougeScore(hits, gold.length, predicted.length)
  })
}

function kindsOf<Kind extends RougeKind>({ kinds }: RougeOptions<Kind>): readonly Kind[] {
  // Where no kind is named, the type of kinds is that of the default.
  return kinds ?? (rougeKinds as readonly RougeKind[] as readonly Kind[])
}

function record<Kind extends RougeKind>(
  kinds: readonly Kind[],
  score: (kind: Kind) => RougeScore,
): RougeScores<Kind> {
  const scores = {} as Record<Kind, RougeScore>
  for (const kind of kinds) scores[kind] = score(kind)
  return scores
}

const nothing: RougeScore = { precision: 0, recall: 0, f: 0 }

function best(scores: readonly RougeScore[]): RougeScore {
  return scores.reduce((best, score) => (score.f > best.f ? score : best), scores[0] ?? nothing)
}

function mean(scores: readonly RougeScore[]): RougeScore {
  const meanOf = (key: keyof RougeScore) =>
    scores.reduce((sum, score) => sum + score[key], 0) / Math.max(scores.length, 1)
  return { precision: meanOf('precision'), recall: meanOf('recall'), f: meanOf('f') }
}
