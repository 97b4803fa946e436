import type { Metric, MetricCard, MetricColumn } from '@assay/schema'
import { stripAttribution } from '../claims/attribution.ts'
import { createClaimReader } from '../claims/reader.ts'
import { claimPresence, linkedUnits } from '../summaries/recalled.ts'
import { referencesOfOneClass, withinBudget } from '../summaries/references.ts'
import { shareColumn } from './columns.ts'
import { count, ratio } from './ratio.ts'

export interface ClaimRecallOptions {
  /** Least share of a claim's tokens that the summary must have; inclusive. Default 2/3. */
  readonly recall?: number
  /** Whether a summary is cut to the upper bound of its length class. Default true. */
  readonly cut?: boolean
}

/**
 * How much of what the references say a summary says: claims weighted by the number of references that express
 * them, article by article, then the mean. An article without an output is 0 and stays in the mean. Coverage of
 * wording, not faithfulness: a summary that contradicts a claim in its own words can count as having it.
 */
export function claimRecallMetric({ recall = 2 / 3, cut = true }: ClaimRecallOptions = {}): Metric {
  return {
    id: 'claim-recall',
    version: '2',
    task: 'summaries',
    title: 'Claim recall',
    meaning: 'How much of what reference summaries say a summary says within its budget of words.',
    source: 'Nenkova and Passonneau 2004, with the presence of a claim decided by its words',
    options: { recall, cut, tokens: 'names+dates+numbers+concepts' },
    columns,
    headline: 'recall',
    card,

    collect({ article, gold, predicted }) {
      if (gold.summaries === undefined || gold.claims === undefined) return {}
      const { length, summaries } = referencesOfOneClass(gold.summaries)
      const units = linkedUnits(gold.claims, summaries)
      const text = predicted.summary?.text ?? ''
      const read = createClaimReader({ article, gold })
      const summary = read(cut ? withinBudget(text, length) : text)
      const found = units.filter(
        ({ claim }) => claimPresence(read(stripAttribution(claim.text).text), summary) >= recall,
      )
      const weightOf = (list: typeof units) => list.reduce((sum, { weight }) => sum + weight, 0)
      return {
        recall: units.length === 0 ? 0 : weightOf(found) / weightOf(units),
        articles: units.length === 0 ? 0 : 1,
        found: found.length,
        units: units.length,
      }
    },

    finish(total) {
      return {
        recall: ratio(count(total, 'recall'), count(total, 'articles'), 'no reference is linked to a claim'),
        'unweighted-recall': ratio(
          count(total, 'found'),
          count(total, 'units'),
          'no reference is linked to a claim',
        ),
      }
    },
  }
}

const columns: readonly MetricColumn[] = [
  shareColumn(
    'recall',
    'claim recall',
    'Mean share of the reference claims, by weight, that a summary says. Wording, not faithfulness: a contradiction can count.',
  ),
  shareColumn(
    'unweighted-recall',
    'claims said',
    'Share of all reference claims that are said, each counted once.',
  ),
]

const card: MetricCard = {
  formula:
    'Weight of the recalled claims / weight of all claims that the references link, article by article, then the mean; a claim weighs as many as the references that express it.',
  edgeCases: [
    'A claim is recalled if the whole summary has enough of its tokens and all its numbers. Tokens are those of the metric `claims`.',
    'References are those of one length class, the one with most; the summary is cut to the upper bound of that class, so that length earns nothing.',
    'There is no veto: a summary that says the opposite in the same words has the claim. It is coverage of wording, not faithfulness.',
    'An article without an output is 0 and stays in the mean; one whose references link no claim is left out.',
  ],
  options: {
    recall: 'Least share of the tokens of a claim that the summary must have, inclusive.',
    cut: 'Whether a summary is cut to the budget of words.',
    tokens: 'What is compared.',
  },
  evidence:
    'Human labels of REALSumm, 14,784 units in 1,400 summaries of 14 systems: AUC 0.879, kappa 0.605, r over systems 0.964, r over the summaries of an article 0.646 (`npm run realsumm -- <folder>`). With a veto on negation AUC fell to 0.74.',
}
