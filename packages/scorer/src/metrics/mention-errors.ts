import type { Metric, MetricCard, MetricColumn } from '@assay/schema'
import { type MentionOutcome, mentionFates, mentionOutcomes } from '../spans/errors.ts'
import type { View } from '../spans/items.ts'
import { count } from './ratio.ts'

export interface MentionErrorsOptions {
  /** As for `mentionsMetric`. Default: `flat`. */
  readonly view?: View
}

/** In how many ways mentions go wrong: counts by class, in total and by type. Not a score. */
export function mentionErrorsMetric({ view = 'flat' }: MentionErrorsOptions = {}): Metric {
  return {
    id: 'mention-errors',
    version: '1',
    task: 'entities',
    title: 'Mention errors',
    meaning: 'What becomes of gold mentions and of predictions, by class of error.',
    options: { view },
    columns,
    card,

    collect({ gold, predicted }) {
      if (gold.mentions === undefined) return {}
      const counts: Record<string, number> = Object.fromEntries(
        mentionOutcomes.map((outcome) => [outcome, 0]),
      )
      for (const fate of mentionFates(gold, predicted, view)) {
        const byType = `${fate.outcome}/${fate.gold ?? fate.predicted}`
        counts[fate.outcome]! += 1
        counts[byType] = (counts[byType] ?? 0) + 1
      }
      return counts
    },

    finish(total) {
      const keys = [...mentionOutcomes, ...Object.keys(total)]
      return Object.fromEntries(keys.map((key) => [key, { value: count(total, key) }]))
    },
  }
}

const what: Readonly<Record<MentionOutcome, string>> = {
  correct: 'Mentions found with their boundaries and an accepted type.',
  'boundary-left': 'Mentions found with the right type and a wrong left end alone.',
  'boundary-right': 'Mentions found with the right type and a wrong right end alone.',
  'boundary-both': 'Mentions found with the right type and both ends wrong.',
  type: 'Mentions found with the right boundaries and a wrong type.',
  'boundary-and-type': 'Mentions overlapped with wrong boundaries and a wrong type.',
  split: 'Further predictions in a mention that another prediction got in part.',
  merge: 'Further mentions in a prediction that got another mention in part.',
  missed: 'Mentions with no prediction of their own.',
  spurious: 'Predictions with no mention of their own.',
}

const columns: readonly MetricColumn[] = mentionOutcomes.map((outcome) => ({
  key: outcome,
  label: outcome.replaceAll('-', ' '),
  meaning: what[outcome],
  range: [0, null],
  better: outcome === 'correct' ? 'higher' : 'lower',
}))

const card: MetricCard = {
  formula:
    'the number of mentions with strict credit. Every required gold mention and every prediction that counts falls in one class, an aligned pair in one together: all classes but `split` and `spurious` add up to gold, all but `merge` and `missed` to predicted.',
  edgeCases: [
    'The alignment is the one that the report draws: by strict, exact, type and partial credit, then by overlap, then earliest.',
    'Neutral predictions, duplicates and labels that are no entity type are in no class.',
    'A prediction inside a mention that was found exactly is `spurious`, not `split`; a mention inside a prediction that is exactly another one is `missed`, not `merge`.',
    'Of several readings of a gold mention, boundaries are compared with one of the right type that shares an end.',
    'By type: the main type of the gold mention, and the predicted type where there is none.',
    'A failed article predicts nothing: its mentions are missed.',
  ],
  options: { view: '`flat`: outermost core mentions count; `nested`: all core mentions do.' },
  evidence:
    'Each class has a case worked by hand. Property tests hold that the classes add up to gold and to predicted, and that `correct` equals strict credit.',
}
