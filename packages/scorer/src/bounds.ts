import type {
  Claim,
  Dataset,
  GoldArticle,
  Holder,
  LengthClass,
  Metric,
  Output,
  PredictedClaim,
  ScoredSystem,
  ScoringItem,
} from '@assay/schema'
import { scoredClaims } from './claims/units.ts'
import { metrics as builtIn } from './metrics/index.ts'
import { scoreItems, type ScoreOptions } from './score.ts'

export interface BoundOptions extends ScoreOptions {
  /** The length class whose references the human row is made of. Default `short`. */
  readonly length?: LengthClass
}

/**
 * The rows that show what scores mean; they are never ranked. `oracle`: gold as a prediction, exactly 1 on
 * entities, dates and claims (none on summaries: no output agrees with all references). `empty`: looked, found
 * nothing. `human`, on summaries: each reference against the others of its length class, averaged inside the
 * article; articles with fewer than two are left out. A bound without any score is missing.
 */
export function scoreBounds(
  dataset: Dataset,
  { metrics = builtIn, length = 'short' }: BoundOptions = {},
): ScoredSystem[] {
  const isSummaries = ({ task }: Metric) => task === 'summaries'
  const extraction = metrics.filter((metric) => !isSummaries(metric))
  return [
    bound('oracle', dataset, extraction, (gold) => [produced(gold, oracleOutput(gold))]),
    bound('empty', dataset, metrics, (gold) => [produced(gold, emptyOutput)]),
    bound('human', dataset, metrics.filter(isSummaries), (gold) => humanItems(gold, length)),
  ].filter(({ sheet }) => sheet.scores.length > 0)
}

/** What a perfect extractor would answer: the core items of every layer that gold has. */
export function oracleOutput({ annotation }: GoldArticle): Output {
  const { mentions, timexes, claims } = annotation
  return {
    ...(mentions && {
      mentions: mentions.filter(isCore).map(({ span, surface, type, entityId }) => ({
        span,
        surface,
        type,
        ...(entityId !== undefined && { entityId }),
      })),
    }),
    ...(timexes && {
      timexes: timexes
        .filter(isCore)
        .map(({ span, surface, type, value }) => ({ span, surface, type, value })),
    }),
    ...(claims && { claims: scoredClaims(claims).units.map((claim) => claimOutput(claim, annotation)) }),
  }
}

const emptyOutput: Output = { mentions: [], timexes: [], claims: [], summary: { text: '' } }

function bound(
  name: string,
  dataset: Dataset,
  metrics: readonly Metric[],
  itemsOf: (gold: GoldArticle) => readonly ScoringItem[],
): ScoredSystem {
  const { scores, counts } = scoreItems(dataset, metrics, itemsOf)
  return {
    sheet: {
      schema: 'assay.scores/1',
      kind: 'bound',
      name,
      run: null,
      system: null,
      dataset: dataset.identity,
      articles: dataset.articles.length,
      failed: 0,
      skipped: 0,
      scores,
    },
    counts,
  }
}

function produced({ article, annotation }: GoldArticle, predicted: Output): ScoringItem {
  return { article, gold: annotation, predicted, produced: true }
}

/** One item per reference: the reference as the summary, the others as gold. */
function humanItems({ article, annotation }: GoldArticle, length: LengthClass): ScoringItem[] {
  const references = (annotation.summaries ?? []).filter((summary) => summary.length === length)
  if (references.length < 2) return []
  return references.map((reference) => ({
    article,
    gold: { ...annotation, summaries: references.filter((other) => other !== reference) },
    predicted: { summary: { text: reference.text } },
    produced: true,
  }))
}

function claimOutput(
  claim: Claim,
  { entities = [], sentences = [] }: GoldArticle['annotation'],
): PredictedClaim {
  const holder = holderName(claim.holder, entities)
  const evidence = claim.evidence[0]?.sentences.flatMap((index) => sentences.slice(index, index + 1))
  return {
    text: claim.text,
    ...(holder !== undefined && { holder }),
    polarity: claim.polarity,
    certainty: claim.certainty,
    ...(evidence !== undefined && evidence.length > 0 && { evidence }),
  }
}

function holderName(
  holder: Holder,
  entities: NonNullable<GoldArticle['annotation']['entities']>,
): string | undefined {
  if (holder === 'narrator') return undefined
  if ('description' in holder) return holder.description
  return entities.find(({ id }) => id === holder.entityId)?.name
}

function isCore({ tier = 'core' }: { readonly tier?: string }): boolean {
  return tier === 'core'
}
