export { cohenKappa, type CohenOptions } from './agreement/cohen.ts'
export { fleissKappa } from './agreement/fleiss.ts'
export { krippendorffAlpha, type KrippendorffOptions } from './agreement/krippendorff.ts'
export { observedAgreement } from './agreement/observed.ts'
export { daviesFleissKappa, meanCohenKappa } from './agreement/pairwise-kappa.ts'
export { randolphKappa } from './agreement/randolph.ts'
export { type Label, type Ratings, type RatingsWithGaps } from './agreement/ratings.ts'
export { scottPi } from './agreement/scott.ts'
export { type MarkedSpans, spanAgreement, type SpanAgreementOptions } from './agreement/span-agreement.ts'
export { type BoundOptions, oracleOutput, scoreBounds } from './bounds.ts'
export { alignClaims, type AlignedClaim, type ClaimAlignment } from './claims/align.ts'
export { type ClaimMatch, type ClaimThresholds, defaultThresholds } from './claims/match.ts'
export { createClaimReader, type ReadingContext } from './claims/reader.ts'
export { type ClaimReading } from './claims/tokens.ts'
export { type Veto, vetoNames } from './claims/vetoes.ts'
export { bCubed } from './clusters/b-cubed.ts'
export { blanc, type BlancCounts, blancScores, type LinkCounts } from './clusters/blanc.ts'
export { ceafE, ceafM } from './clusters/ceaf.ts'
export { conllAverage } from './clusters/conll.ts'
export { lea } from './clusters/lea.ts'
export { muc } from './clusters/muc.ts'
export { type ClusterCounts, type ClusterScores, clusterScores, type Share } from './clusters/score.ts'
export {
  type ClusterOptions,
  type ClusterTable,
  type MentionKey,
  tabulateClusters,
} from './clusters/table.ts'
export {
  tempEvalCounts,
  type TempEvalCounts,
  tempEvalIds,
  tempEvalScores,
  type TempEvalScores,
  type TempEvalTimex,
} from './dates/tempeval.ts'
export { valueErrorOf, valueErrors, type ValueError } from './dates/value-errors.ts'
export { JudgementMissing } from './judged/answers.ts'
export { type Judged, questionsOf } from './judged/judged.ts'
export { assign, type WeightedPair } from './matching/assignment.ts'
export { bleuMetric, type BleuMetricOptions } from './metrics/bleu.ts'
export { chrfMetric, type ChrfMetricOptions } from './metrics/chrf.ts'
export { type ClaimRecallOptions, claimRecallMetric } from './metrics/claim-recall.ts'
export { type ClaimSimilarityOptions, claimSimilarityMetric } from './metrics/claim-similarity.ts'
export { claimsMetric } from './metrics/claims.ts'
export { dateErrorsMetric } from './metrics/date-errors.ts'
export { dateValuesMetric } from './metrics/date-values.ts'
export { documentEntitiesMetric } from './metrics/document-entities.ts'
export { type EntityClustersOptions, entityClustersMetric } from './metrics/entity-clusters.ts'
export { extractivenessMetric } from './metrics/extractiveness.ts'
export { metrics, moreMetrics } from './metrics/index.ts'
export { type MentionConfusionOptions, mentionConfusionMetric } from './metrics/mention-confusion.ts'
export { type MentionErrorsOptions, mentionErrorsMetric } from './metrics/mention-errors.ts'
export { type MentionsSweepOptions, mentionsSweepMetric } from './metrics/mentions-sweep.ts'
export { type MentionsOptions, mentionsMetric } from './metrics/mentions.ts'
export { meteorMetric, type MeteorMetricOptions } from './metrics/meteor.ts'
export { nestedMentionsMetric } from './metrics/nested-mentions.ts'
export { rougeMetric, type RougeMetricOptions } from './metrics/rouge.ts'
export { summarySupportMetric, type SummarySupportOptions } from './metrics/summary-support.ts'
export { surfaceFormsMetric } from './metrics/surface-forms.ts'
export { terMetric, type TerMetricOptions } from './metrics/ter.ts'
export { timexesMetric } from './metrics/timexes.ts'
export { unsupportedMetric } from './metrics/unsupported.ts'
export { type ScoreOptions, scoreSystem } from './score.ts'
export { signatureOf } from './signature.ts'
export { alignMentions, alignTimexes, type DisplayAlignment, type PredictedStatus } from './spans/display.ts'
export { type MentionFate, mentionFates, type MentionOutcome, mentionOutcomes } from './spans/errors.ts'
export { type GoldItem, type Labelled, mentionItems, timexItems, type View } from './spans/items.ts'
export { type Layout, layOut } from './spans/layout.ts'
export { type MatchedPair, matchSpans, type SemevalCounts, semevalCounts } from './spans/match.ts'
export {
  nervaluate,
  type NervaluateIndices,
  type NervaluateOptions,
  nervaluateOutcomes,
  type NervaluateOutcome,
  type NervaluateResult,
  type NervaluateScore,
  type NervaluateScores,
  type NervaluateSpan,
  nervaluateStrategies,
  type NervaluateStrategy,
} from './spans/nervaluate.ts'
export { nervaluateSpans } from './spans/nervaluate-tags.ts'
export { mentionSchemes, type Scheme, timexSpanSchemes, timexValueSchemes } from './spans/schemes.ts'
export { bcaInterval, percentileInterval } from './statistics/bootstrap.ts'
export { holm } from './statistics/holm.ts'
export {
  fewestUnits,
  fewUnits,
  type IntervalOptions,
  scoresWithIntervals,
  withInterval,
} from './statistics/interval.ts'
export {
  bootstrapPaired,
  type PairedBootstrap,
  type PairedBootstrapOptions,
} from './statistics/paired-bootstrap.ts'
export { comparePaired, type PairedComparison, type PairedOptions } from './statistics/paired.ts'
export { plannedStandardError, smallestDifference, type UnitCredit, unitsNeeded } from './statistics/power.ts'
export { leastCoverage, type Rank, type Ranking, type RankOptions, rankRows } from './statistics/ranks.ts'
export { type ResampleOptions, resampleSums } from './statistics/resample.ts'
export { studentTCdf, studentTQuantile, twoSidedP } from './statistics/student-t.ts'
export { createUnitSums, type Unit, type UnitSums } from './statistics/unit-sums.ts'
export { addCounts, leaveOneOut, unitsOf } from './statistics/units.ts'
export { createStreamScorer, type StreamOptions, type StreamScorer } from './stream.ts'
export { type BleuCounts, bleuCounts, type BleuOptions, sumBleuCounts } from './summaries/bleu/counts.ts'
export {
  type BleuScore,
  bleuScore,
  type BleuScoreOptions,
  type BleuSmoothing,
} from './summaries/bleu/score.ts'
export { bleuTokenizedLine, type BleuTokenizer, bleuTokens } from './summaries/bleu/tokenize.ts'
export { chrfCounts, type ChrfOptions, sumChrfCounts } from './summaries/chrf/counts.ts'
export { type ChrfCounts, chrfScore, type ChrfScoreOptions } from './summaries/chrf/score.ts'
export { type MeteorOptions, meteorScore } from './summaries/meteor/meteor.ts'
export {
  type SacrebleuBootstrap,
  sacrebleuBootstrap,
  sacrebleuRandomisation,
  type SacrebleuResampled,
} from './summaries/resampling.ts'
export { type AggregateOptions, aggregateRouge, type RougeAggregate } from './summaries/rouge/aggregate.ts'
export { type DefaultRougeKind, type RougeKind, rougeKinds } from './summaries/rouge/kinds.ts'
export {
  rougeMany,
  type RougeOptions,
  rougePair,
  type RougeReferences,
  type RougeScores,
} from './summaries/rouge/pair.ts'
export { claimPresence } from './summaries/recalled.ts'
export { type RougeScore } from './summaries/rouge/score.ts'
export { rougeTokens } from './summaries/rouge/text.ts'
export { createSupportChecker, type SummaryUnit, type UnitKind } from './summaries/support.ts'
export { type TerOptions, terWords } from './summaries/ter/normalise.ts'
export { type TerCounts, sumTerCounts, terCounts, terScore } from './summaries/ter/ter.ts'
export { conllevalText } from './tagging/conlleval.ts'
export { countTags } from './tagging/count.ts'
export { decodeTags, type TagSpan } from './tagging/decode.ts'
export { detectTagScheme, type TagOptions } from './tagging/reading.ts'
export { type TagScheme, tagSchemes } from './tagging/schemes.ts'
export {
  scoreTags,
  type TagScore,
  type TagScoreOptions,
  type TagScores,
  tagScores,
  type TypeTagScore,
} from './tagging/score.ts'
