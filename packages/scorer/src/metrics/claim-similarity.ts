import {
  type Annotation,
  createQuestion,
  type Metric,
  type MetricCard,
  type MetricColumn,
  type Output,
} from '@assay/schema'
import { scoredClaims } from '../claims/units.ts'
import { distinct, judgedScore, plain } from '../judged/answers.ts'
import { assign } from '../matching/assignment.ts'
import { neutralColumn, shareColumn } from './columns.ts'
import { count, precisionRecallF1, ratio } from './ratio.ts'

export interface ClaimSimilarityOptions {
  /** Least score of two claims that may be given to each other; inclusive. Default 1/2. */
  readonly threshold?: number
}

/**
 * Claims by meaning, as a judge sees it: how much each pair of a gold and a predicted claim says the same, 0 to 1, one
 * to one, for the largest sum. As good as its judge; there is no score without one.
 */
export function claimSimilarityMetric({ threshold = 0.5 }: ClaimSimilarityOptions = {}): Metric {
  return {
    id: 'claim-similarity',
    version: '1',
    task: 'claims',
    title: 'Claim similarity',
    meaning: 'How much the found statements say the same as those of the article, in the eyes of a judge.',
    options: { threshold },
    columns,
    card,

    questions({ gold, predicted }) {
      if (gold.claims === undefined) return []
      const { units, optional, answers } = textsOf(gold, predicted)
      const pairs = [...units, ...optional].flatMap((said) =>
        answers.filter((answer) => answer !== said).map((answer) => [said, answer] as const),
      )
      return distinct(pairs.map(([said, answer]) => createQuestion('equivalence', said, answer)))
    },

    collect({ gold, predicted, judgements }) {
      if (gold.claims === undefined || judgements === undefined) return {}
      const { units, optional, answers } = textsOf(gold, predicted)
      const scoreOf = (said: string, answer: string) =>
        said === answer ? 1 : judgedScore(judgements, 'equivalence', said, answer)
      const table = answers.map((answer) => units.map((unit) => scoreOf(unit, answer)))
      const isAlike = (score: number | null) => score !== null && score >= threshold && score > 0
      const pairs = assign(
        table.flatMap((row, predicted) =>
          row.flatMap((score, gold) =>
            isAlike(score) ? [{ gold, predicted, weight: [Math.round(score! * 1e6)], score: score! }] : [],
          ),
        ),
      )
      const isMatched = new Set(pairs.map((pair) => pair.predicted))
      const neutral = answers.filter(
        (answer, at) =>
          !isMatched.has(at) &&
          !table[at]!.some(isAlike) &&
          optional.some((text) => isAlike(scoreOf(text, answer))),
      )
      return {
        credit: pairs.reduce((sum, { score }) => sum + score, 0),
        matched: pairs.length,
        gold: units.length,
        predicted: answers.length - neutral.length,
        neutral: neutral.length,
        pairs: table.flat().length,
        unanswered: table.flat().filter((score) => score === null).length,
      }
    },

    finish(total) {
      const of = (key: string) => count(total, key)
      return {
        ...precisionRecallF1(of('credit'), of('gold'), of('predicted')),
        similarity: ratio(of('credit'), of('matched'), 'no claim was matched'),
        matched: { value: of('matched') },
        neutral: { value: of('neutral') },
        unanswered: ratio(of('unanswered'), of('pairs'), 'there is no pair of claims'),
      }
    },
  }
}

/** Sorted, so that the order in which claims come changes nothing. */
function textsOf({ claims = [] }: Annotation, predicted: Output) {
  const { units, optional } = scoredClaims(claims)
  const sorted = (list: readonly { readonly text: string }[]) => list.map(({ text }) => plain(text)).sort()
  return { units: sorted(units), optional: sorted(optional), answers: sorted(predicted.claims ?? []) }
}

const columns: readonly MetricColumn[] = [
  shareColumn('f1', 'similar F1', 'Harmonic mean of precision and recall.'),
  shareColumn('precision', 'similar P', 'Similarity of matched claims, summed, per predicted claim.'),
  shareColumn('recall', 'similar R', 'Similarity of matched claims, summed, per gold claim.'),
  shareColumn('similarity', 'similarity', 'Mean similarity of the matched pairs.'),
  {
    key: 'matched',
    label: 'matched',
    meaning: 'Number of pairs that were given to each other.',
    range: [0, null],
    better: 'neither',
  },
  neutralColumn,
  {
    key: 'unanswered',
    label: 'unanswered',
    meaning: 'Share of pairs for which the judge gave no usable answer; they match nothing.',
    range: [0, 1],
    better: 'lower',
  },
]

const card: MetricCard = {
  formula:
    '`2 credit / (gold + predicted)` over the sums of all articles; the credit of a matched pair is its `equivalence` score by the judge. Matched are pairs that score at least `threshold`, one to one, for the largest sum of scores in millionths.',
  edgeCases: [
    'Claims of the same words, white space aside, score 1, and nobody is asked.',
    'A composite is replaced by its parts; its own text, and optional and extra claims, may be said: such a prediction is neutral where it is like no unit.',
    'A second prediction that is like a unit already matched counts as predicted, and earns nothing.',
    'A pair without a usable answer matches nothing, and shows under `unanswered`.',
    'Without judgements there is no score; a judge that saw only some of the pairs gives none either.',
    'Precision is undefined where nothing is predicted, recall where nothing is gold, F1 only where both are empty.',
    'A failed article predicts nothing. That can raise F1, so coverage stands beside it.',
  ],
  options: { threshold: 'Least score of two claims that may be given to each other, inclusive.' },
  evidence:
    'Hand-worked alignments in `packages/scorer/test/claim-similarity.test.ts`. What a score means depends on the judge, which is part of the signature; no judge was held against human labels here.',
}
