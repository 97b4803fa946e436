import {
  type Counts,
  type EntityType,
  entityTypes,
  type Metric,
  type MetricCard,
  type MetricColumn,
  type Score,
} from '@assay/schema'
import { countedSchemes, countSchemes, type SchemeKeys, schemeKeys, schemeScores } from '../spans/counts.ts'
import { mentionItems, type View } from '../spans/items.ts'
import { distinctLabelled, layOut } from '../spans/layout.ts'
import { addUnlocated, countPlacements, placementColumns, placementScores } from '../spans/placements.ts'
import { mentionSchemes } from '../spans/schemes.ts'
import { neutralColumn, schemeColumns, shareColumn } from './columns.ts'
import { count, ratio } from './ratio.ts'

export interface MentionsOptions {
  /** `flat` (default): outermost core mentions count, those inside them are optional. `nested`: all count. */
  readonly view?: View
  /** The types that are scored, of gold and of predictions. Default: all. */
  readonly types?: readonly EntityType[]
}

/**
 * Named mentions by boundaries and type, one matching per scheme. Gold against itself is 1; a system that
 * finds nothing has recall and F1 0 and no precision. Totals are summed over articles (micro).
 */
export function mentionsMetric({ view = 'flat', types = entityTypes }: MentionsOptions = {}): Metric {
  const isScored = ({ type }: { readonly type: string }) => (types as readonly string[]).includes(type)
  const isKnown = ({ type }: { readonly type: string }) => (entityTypes as readonly string[]).includes(type)
  const typeKeys = types.map((type) => schemeKeys('strict', type))
  return {
    id: 'mentions',
    version: '2',
    task: 'entities',
    title: 'Mentions',
    meaning: 'How many named mentions are found, with the right boundaries and the right type.',
    source: 'SemEval-2013 task 9 schemes, each with its own best one-to-one matching',
    options: { view, types: entityTypes.filter((type) => types.includes(type)) },
    columns,
    card,
    headline: 'strict.f1',

    collect({ gold, predicted }) {
      if (gold.mentions === undefined) return {}
      const produced = distinctLabelled(predicted.mentions ?? [])
      const layout = layOut(mentionItems(gold.mentions.filter(isScored), view), produced.filter(isScored))
      const unlocated = predicted.unlocated?.mentions ?? []
      return {
        ...addUnlocated(countSchemes(layout, mentionSchemes), mentionSchemes, unlocated.filter(isScored)),
        produced: produced.length + unlocated.length,
        neutral: layout.neutral.length,
        unmapped: [...produced, ...unlocated].filter((item) => !isKnown(item)).length,
        ...countPlacements(predicted.mentions ?? [], unlocated),
      }
    },

    finish(total) {
      const counted = countedSchemes(total, typeKeys)
      const byType = schemeScores(total, counted)
      const scores = schemeScores(total, totalKeys)
      return Object.assign(
        scores,
        {
          'macro.f1': macroF1(total, byType, counted),
          'declared.strict.f1': scores['strict.f1']!,
          neutral: { value: count(total, 'neutral') },
          unmapped: ratio(count(total, 'unmapped'), count(total, 'produced'), 'nothing was predicted'),
        },
        placementScores(total),
        byType,
      )
    },
  }
}

const totalKeys = mentionSchemes.map(({ id }) => schemeKeys(id))

/** Mean F1 over the types with core gold. */
function macroF1(
  total: Counts,
  scores: Readonly<Record<string, Score>>,
  types: readonly SchemeKeys[],
): Score {
  const gold = types.filter((keys) => count(total, keys.gold) > 0)
  const sum = gold.reduce((sum, { f1 }) => sum + (scores[f1]?.value ?? 0), 0)
  return ratio(sum, gold.length, 'nothing is gold')
}

const columns: readonly MetricColumn[] = [
  ...schemeColumns('strict', 'mentions', 'the same boundaries and an accepted type'),
  ...schemeColumns('exact', 'mentions', 'the same boundaries, whatever the type'),
  ...schemeColumns('partial', 'mentions', 'the same boundaries, half for an overlap, whatever the type'),
  ...schemeColumns('type', 'mentions', 'an overlap and an accepted type'),
  shareColumn(
    'macro.f1',
    'macro F1',
    'Mean strict F1 over the types that gold holds: rare types weigh as much as frequent ones.',
  ),
  shareColumn(
    'declared.strict.f1',
    'declared types F1',
    'Strict F1 over the types that the system says it can give; all types where it says nothing.',
  ),
  neutralColumn,
  {
    key: 'unmapped',
    label: 'unmapped',
    meaning: 'Share of predictions dropped because their label is none of the entity types.',
    range: [0, 1],
    better: 'neither',
  },
  ...placementColumns,
]

const card: MetricCard = {
  formula:
    '`2 credit / (gold + predicted)` over the sums of all articles. Each scheme has its own one-to-one matching of largest total credit, then of most full credits, then of most overlapping pairs; an overlap is at least one code unit.',
  edgeCases: [
    'Precision is undefined where nothing is predicted, recall where nothing is gold, F1 only where both are empty.',
    'Exact duplicates count once, on both sides; two types on one span are two predictions.',
    'An alternative reading of a gold mention earns what the mention earns, once; by type it counts under the main type.',
    'Optional and excluded mentions are never asked for; a prediction that meets only them is neutral and removed.',
    'Macro F1 is the mean of strict F1 over the types with core gold: a type never predicted counts as 0.',
    'A prediction whose label is none of the entity types is dropped, and its share shown.',
    'A string without offsets that stands nowhere in the text is predicted and wrong, each time it is given.',
    'A failed article predicts nothing. That can raise F1, so coverage stands beside it.',
  ],
  options: {
    view: '`flat`: outermost core mentions count and those inside them are optional. `nested`: all core mentions count.',
    types: 'The types that are scored, of gold and of predictions.',
  },
  evidence:
    'Property tests hold order, swap, monotonicity, `strict <= exact <= partial` and `strict <= type`, and compare the matching with every matching of small cases. Against nervaluate on 200 corpora credit is never lower, and equal wherever its greedy pass reaches the largest credit.',
}
