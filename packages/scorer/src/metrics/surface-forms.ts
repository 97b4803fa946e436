import { entityTypes, type Metric, type MetricCard, type MetricColumn } from '@assay/schema'
import type { Labelled } from '../spans/items.ts'
import { surfaceForms } from '../spans/surface.ts'
import { shareColumn } from './columns.ts'
import { precisionRecallF1 } from './ratio.ts'

/**
 * Distinct names over the whole corpus: a name that stands in every article counts as much as one that stands once,
 * so that a system cannot live on the frequent ones.
 */
export function surfaceFormsMetric(): Metric {
  return {
    id: 'surface-forms',
    version: '1',
    task: 'entities',
    title: 'Surface forms',
    meaning:
      'How many of the different names of the corpus are found with the right type, each counted once.',
    source: 'Derczynski et al. 2017 (WNUT 2017), F1 (surface)',
    options: {},
    columns,
    card,
    additive: false,

    collect({ article, gold, predicted }) {
      if (gold.mentions === undefined) return {}
      const forms = surfaceForms(article.text, gold, predicted, isKnown)
      return Object.fromEntries([
        ...[...forms.gold].map((form) => [goldMark + form, 1] as const),
        ...[...forms.predicted].map((form) => [predictedMark + form, 1] as const),
      ])
    },

    finish(total) {
      const formsOf = (mark: string) =>
        Object.keys(total)
          .filter((key) => key.startsWith(mark) && total[key]! > 0)
          .map((key) => key.slice(mark.length))
      const gold = new Set(formsOf(goldMark))
      const predicted = formsOf(predictedMark)
      const found = predicted.filter((form) => gold.has(form)).length
      return precisionRecallF1(found, gold.size, predicted.length)
    },
  }
}

const goldMark = 'gold '
const predictedMark = 'predicted '

function isKnown({ type }: Labelled): boolean {
  return (entityTypes as readonly string[]).includes(type)
}

const columns: readonly MetricColumn[] = [
  shareColumn(
    'precision',
    'surface P',
    'Share of the different predicted names, with their type, that are gold.',
  ),
  shareColumn(
    'recall',
    'surface R',
    'Share of the different gold names, with their type, that are predicted.',
  ),
  shareColumn('f1', 'surface F1', 'Harmonic mean of precision and recall over different names.'),
]

const card: MetricCard = {
  formula:
    '`found / predicted` over the sets of different (surface, type) pairs of the whole corpus, found being those in both; recall is `found / gold` and F1 `2 found / (gold + predicted)`.',
  edgeCases: [
    'A name found in one article and missed in another counts as found; a pair predicted anywhere is predicted.',
    'Surfaces are compared as written, runs of white space as one space; case counts.',
    'A prediction with strict credit counts as the main reading of its gold mention; neutral predictions and unknown labels are left out.',
    'Under repeats a name counts if one of them gave it.',
    'It is a score of the corpus: no sum over articles gives it, so it has no interval and no test.',
    'A failed article adds its gold names and no predicted one. Undefined as in `mentions`.',
  ],
  evidence:
    'Cases worked by hand; property tests compare it with sets built over a corpus, in any order and any split of the articles. No reference numbers.',
}
