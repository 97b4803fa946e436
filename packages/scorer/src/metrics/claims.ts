import type { Claim, Metric, MetricColumn } from '@assay/schema'
import { alignClaims } from '../claims/align.ts'
import { type ClaimThresholds, defaultThresholds } from '../claims/match.ts'
import { neutralColumn, shareColumn } from './columns.ts'
import { count, precisionRecallF1, ratio } from './ratio.ts'

/**
 * Claims by content: names, dates, numbers and stems in common, unless a number, date, participant, role or
 * negation contradicts. One to one. Gold against itself is 1; a system that says nothing has recall and F1 0 and
 * no precision. Blind to other wording: a claim in quite other words is missed. Who vouches for a claim and how
 * certain it is do not decide a match; they are accuracies over the matched pairs.
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

    collect({ article, gold, predicted }) {
      if (gold.claims === undefined) return {}
      const alignment = alignClaims(article, gold, predicted.claims ?? [], { recall, precision })
      const { matched, missed, duplicates, contradictions, spurious } = alignment
      const found = matched.map((pair) => pair.gold)
      return {
        matched: matched.length,
        gold: matched.length + missed.length,
        predicted: matched.length + duplicates.length + contradictions.length + spurious.length,
        matchedWeight: weight(found),
        goldWeight: weight([...found, ...missed]),
        holders: matched.filter((pair) => pair.isHolderRight).length,
        certainties: matched.filter((pair) => pair.isCertaintyRight).length,
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
