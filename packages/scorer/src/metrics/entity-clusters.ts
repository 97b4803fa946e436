import type { Counts, Metric, MetricCard, MetricColumn, Score } from '@assay/schema'
import { bCubed } from '../clusters/b-cubed.ts'
import { blanc, blancScores } from '../clusters/blanc.ts'
import { ceafE, ceafM } from '../clusters/ceaf.ts'
import { conllAverage } from '../clusters/conll.ts'
import { lea } from '../clusters/lea.ts'
import { type ClusterBy, mentionClusters } from '../clusters/mentions.ts'
import { muc } from '../clusters/muc.ts'
import { type ClusterCounts, clusterScores } from '../clusters/score.ts'
import { type ClusterOptions, type ClusterTable, tabulateClusters } from '../clusters/table.ts'
import { shareColumn } from './columns.ts'
import { count } from './ratio.ts'

export interface EntityClustersOptions extends ClusterOptions {
  /**
   * `entity-id` (default): predicted mentions are clustered by the `entityId` they carry, and a system that gives
   * none has no score. `name`: by their folded surface, whatever they carry; a baseline that any system has.
   */
  readonly by?: ClusterBy
}

/**
 * Which mentions of an article name the same thing (coreference of names). Gold against itself is 1. Counts of each
 * article are summed (micro), as the CoNLL scorer does over documents.
 */
export function entityClustersMetric({
  by = 'entity-id',
  singletons = 'out',
}: EntityClustersOptions = {}): Metric {
  return {
    id: 'entity-clusters',
    version: '1',
    task: 'entities',
    title: 'Entity clusters',
    meaning: 'How well mentions are put together that name the same thing in one article.',
    source: 'Pradhan et al. 2014 (CoNLL scorer v8); LEA: Moosavi and Strube 2016; BLANC: Luo et al. 2014',
    options: { by, singletons },
    columns,
    card,

    collect({ article, gold, predicted }) {
      if (gold.mentions === undefined) return {}
      const clusters = mentionClusters(article.text, gold, predicted, by)
      const table = tabulateClusters(clusters.gold, clusters.predicted, { singletons })
      const { coreferent, separate } = blanc(table)
      return {
        ...Object.fromEntries(byShares.flatMap(({ id, of }) => shareCounts(id, of(table)))),
        ...prefixed('blanc.coreferent', { ...coreferent }),
        ...prefixed('blanc.separate', { ...separate }),
        mentions: clusters.mentions,
        linked: by === 'name' ? clusters.mentions : clusters.linked,
      }
    },

    finish(total) {
      if (count(total, 'mentions') > 0 && count(total, 'linked') === 0) return unlinkedScores
      const [coreferent, separate] = [linksOf(total, 'coreferent'), linksOf(total, 'separate')]
      const of = new Map(byShares.map(({ id }) => [id, clusterScores(sharesOf(total, id))]))
      of.set('blanc', blancScores({ coreferent, separate }))
      const f1 = (id: string) => of.get(id)!.f1
      return {
        'conll.f1': conllAverage(f1('muc'), f1('b-cubed'), f1('ceaf-e')),
        ...Object.assign({}, ...[...of].map(([id, scores]) => prefixed(id, { ...scores }))),
      }
    },
  }
}

const byShares: readonly { id: string; label: string; of: (table: ClusterTable) => ClusterCounts }[] = [
  { id: 'muc', label: 'MUC', of: muc },
  { id: 'b-cubed', label: 'B3', of: bCubed },
  { id: 'ceaf-e', label: 'CEAFe', of: ceafE },
  { id: 'ceaf-m', label: 'CEAFm', of: ceafM },
  { id: 'lea', label: 'LEA', of: lea },
]

function shareCounts(id: string, { recall, precision }: ClusterCounts): [string, number][] {
  return [
    [`${id}.recall.part`, recall.part],
    [`${id}.recall.whole`, recall.whole],
    [`${id}.precision.part`, precision.part],
    [`${id}.precision.whole`, precision.whole],
  ]
}

function sharesOf(total: Counts, id: string): ClusterCounts {
  const share = (side: string) => ({
    part: count(total, `${id}.${side}.part`),
    whole: count(total, `${id}.${side}.whole`),
  })
  return { recall: share('recall'), precision: share('precision') }
}

function linksOf(total: Counts, kind: string) {
  const links = (of: string) => count(total, `blanc.${kind}.${of}`)
  return { both: links('both'), gold: links('gold'), predicted: links('predicted') }
}

function prefixed<Value>(prefix: string, values: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [`${prefix}.${key}`, value]))
}

const columns: readonly MetricColumn[] = [
  shareColumn('conll.f1', 'CoNLL F1', 'Mean of the F1 of MUC, B-cubed and CEAF by entities (CoNLL-2012).'),
  ...clusterColumns('muc', 'MUC', 'links between mentions'),
  ...clusterColumns('b-cubed', 'B3', 'what stands with each mention'),
  ...clusterColumns('ceaf-e', 'CEAFe', 'clusters paired one to one'),
  ...clusterColumns('ceaf-m', 'CEAFm', 'mentions of clusters paired one to one'),
  ...clusterColumns('lea', 'LEA', 'links of clusters weighted by their size'),
  ...clusterColumns('blanc', 'BLANC', 'pairs inside clusters and pairs between them, on average'),
]

function clusterColumns(id: string, label: string, what: string): MetricColumn[] {
  return [
    shareColumn(`${id}.precision`, `${label} P`, `Share of what is predicted that gold holds: ${what}.`),
    shareColumn(`${id}.recall`, `${label} R`, `Share of what is gold that is predicted: ${what}.`),
    shareColumn(`${id}.f1`, `${label} F1`, `Harmonic mean of precision and recall: ${what}.`),
  ]
}

const unlinkedScores: Readonly<Record<string, Score>> = Object.fromEntries(
  columns.map(({ key }) => [
    key,
    { value: null, because: 'no predicted mention says which entity it names' },
  ]),
)

const card: MetricCard = {
  formula:
    'the mean of three F1, each `2 P R / (P + R)` of sums over articles. MUC: links kept, of n - 1 a cluster. B-cubed: share of the own cluster, for each mention. CEAF: `2 shared / (sizes of both)` of clusters paired one to one so that the sum is largest, of the number of clusters.',
  edgeCases: [
    'Mentions are the same if their boundaries are; an accepted alternative of a gold mention counts as that mention, and types are not compared.',
    'Only core mentions are gold; a prediction that is neutral under `mentions-nested` is left out, and so is one whose label is no entity type.',
    'A mention without an entity, on either side, is a cluster of its own; of two predictions on one span the first by `entityId` counts.',
    'A system that gives no `entityId` in any article has no score: a clustering that we made would be credited to it.',
    'With no predicted cluster precision is undefined and F1 is 0; with no gold cluster recall is; with neither all are.',
    'BLANC counts pairs inside clusters alone where gold has a single cluster, as the CoNLL scorer does.',
    'A failed article predicts nothing: its gold clusters stay in every denominator of recall.',
  ],
  options: {
    by: '`entity-id`: clusters by the `entityId` that predicted mentions carry. `name`: by their surface without case and possessive, for every system alike: a baseline.',
    singletons:
      '`out`: clusters of one mention are left out on both sides, as in CoNLL-2012. `in`: they count.',
  },
  evidence:
    '`npm run parity` compares MUC, B-cubed, CEAF, LEA and BLANC with CoVal and the CoNLL scorer 8.01 on 60 documents (2,820 numbers, 1e-9; printed percentages equal). Property tests compare them with their definitions, and CEAF with every pairing of small cases.',
}
