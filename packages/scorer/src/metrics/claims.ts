import type { Claim, Metric, MetricCard, MetricColumn } from '@assay/schema'
import { alignClaims } from '../claims/align.ts'
import { type ClaimThresholds, defaultThresholds } from '../claims/match.ts'
import { neutralColumn, shareColumn } from './columns.ts'
import { count, precisionRecallF1, ratio } from './ratio.ts'

/**
 * Claims by content: names, dates, numbers and words in common, unless a number, date, participant, role or
 * negation contradicts. One to one. Gold against itself is 1; a system that says nothing has recall and F1 0 and
 * no precision. Blind to quite other words: of pairs that say the same about three in four are matched. Who vouches
 * for a claim and how certain it is do not decide a match; they are accuracies over the matched pairs.
 */
export function claimsMetric({
  recall = defaultThresholds.recall,
  precision = defaultThresholds.precision,
}: Partial<ClaimThresholds> = {}): Metric {
  return {
    id: 'claims',
    version: '2',
    task: 'claims',
    title: 'Claims',
    meaning: 'How many of the statements of an article are found, and how many found ones are in it.',
    options: { recall, precision, tokens: 'names+dates+numbers+concepts' },
    columns,
    headline: 'f1',
    card,

    collect({ article, gold, predicted }) {
      if (gold.claims === undefined) return {}
      const alignment = alignClaims(article, gold, predicted.claims ?? [], { recall, precision })
      const { matched, missed, duplicates, contradictions, spurious } = alignment
      const found = matched.map((pair) => pair.gold)
      const overlaps = matched.flatMap(({ evidence }) => evidence ?? [])
      return {
        matched: matched.length,
        gold: matched.length + missed.length,
        predicted: matched.length + duplicates.length + contradictions.length + spurious.length,
        matchedWeight: weight(found),
        goldWeight: weight([...found, ...missed]),
        holders: matched.filter((pair) => pair.isHolderRight).length,
        certainties: matched.filter((pair) => pair.isCertaintyRight).length,
        evidence: overlaps.reduce((sum, overlap) => sum + overlap, 0),
        evidenced: overlaps.length,
        covered: alignment.covered.length,
        duplicates: duplicates.length,
        contradictions: contradictions.length,
        neutral: alignment.neutral.length,
      }
    },

    finish(total) {
      const of = (key: string) => count(total, key)
      return {
        ...precisionRecallF1(of('matched'), of('gold'), of('predicted')),
        'weighted-recall': ratio(of('matchedWeight'), of('goldWeight'), 'nothing is gold'),
        'holder-accuracy': ratio(of('holders'), of('matched'), 'no claim was matched'),
        'certainty-accuracy': ratio(of('certainties'), of('matched'), 'no claim was matched'),
        'evidence-overlap': ratio(of('evidence'), of('evidenced'), 'no matched claim points to evidence'),
        'coverage-recall': ratio(of('covered'), of('gold'), 'nothing is gold'),
        duplicates: { value: of('duplicates') },
        contradictions: { value: of('contradictions') },
        neutral: { value: of('neutral') },
      }
    },
  }
}

function weight(claims: readonly Claim[]): number {
  return claims.reduce((sum, claim) => sum + claim.weight, 0)
}

function wrongColumn(key: string, meaning: string): MetricColumn {
  return { key, label: key, meaning: `${meaning} Perfect 0.`, range: [0, null], better: 'lower' }
}

const columns: readonly MetricColumn[] = [
  shareColumn('precision', 'claim P', 'Share of predicted claims that are matched with a gold claim.'),
  shareColumn('recall', 'claim R', 'Share of gold claims that are matched with a predicted one.'),
  shareColumn('f1', 'claim F1', 'Harmonic mean of precision and recall over claims.'),
  shareColumn('weighted-recall', 'weighted R', 'Recall in which a claim counts by its weight, 1 to 3.'),
  shareColumn(
    'holder-accuracy',
    'holder',
    'Share of matched claims with the right holder: who vouches for it.',
  ),
  shareColumn('certainty-accuracy', 'certainty', 'Share of matched claims that are as certain as in gold.'),
  shareColumn(
    'evidence-overlap',
    'evidence',
    'Mean share of sentences in common, of those that matched claims and gold give as evidence.',
  ),
  shareColumn(
    'coverage-recall',
    'covered',
    'Share of gold claims that match some predicted claim, be it one that is matched with another.',
  ),
  wrongColumn(
    'duplicates',
    'Number of predicted claims that say what another one says; they count as wrong.',
  ),
  wrongColumn(
    'contradictions',
    'Number of predicted claims that contradict the gold claim they resemble; they count as wrong.',
  ),
  neutralColumn,
]

const card: MetricCard = {
  formula:
    '`2 matched / (gold + predicted)` over the sums of all articles. Two claims match if enough of their tokens agree and no veto fires; one to one, the most pairs, then the largest sum of token F1.',
  edgeCases: [
    'Tokens: names of gold entities, dates as intervals, numbers with their class, other words as concepts (Porter stem, irregular forms and a short list of synonyms joined). Attribution ("X said that") is taken off first.',
    'Vetoes: a number, date, participant, role or negation that contradicts. A prediction that only a veto keeps from a unit is a contradiction and counts as wrong.',
    'A composite is replaced by its parts; its own text, and optional and extra claims, may be said: such a prediction is neutral where it matches no unit.',
    'A second prediction of one unit is a duplicate and counts as wrong.',
    'Holder, certainty and evidence never decide a match. Evidence counts for matched claims that give any.',
    'Precision is undefined where nothing is predicted, recall where nothing is gold, F1 only where both are empty.',
    'A failed article predicts nothing. That can raise F1, so coverage stands beside it.',
    'Known weakness: a claim in quite other words is missed, and two claims of one event that differ in a word without a number, date or name can match.',
  ],
  options: {
    recall: 'Least share of the gold tokens that the prediction must have, inclusive.',
    precision: 'Least share of the predicted tokens that gold must have, inclusive.',
    tokens: 'What is compared.',
  },
  evidence:
    '858 pairs of claims from two annotations of ten articles, labelled by reading: pair F1 0.778 on the 349 test pairs, 0.854 and 0.828 on the train and dev pairs that it was set on (`npm run claim-pairs`). Both annotations and the labels are by one model family: self-consistency. Minimal pairs for negation, numbers, dates, entities, roles, attribution and hedges, half of which must not fire.',
}
