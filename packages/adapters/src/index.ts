export { builtInSystems, type CatalogueEntry, catalogue } from './catalogue.ts'
export { capitals } from './extractors/capitals.ts'
export { chrono } from './extractors/chrono.ts'
export { chronoTimex } from './extractors/chrono-timex.ts'
export { type ClaimSentencesOptions, claimSentences } from './extractors/claim-sentences.ts'
export { claimsWink } from './extractors/claims-wink.ts'
export { compromise } from './extractors/compromise.ts'
export { type WinkGazetteerOptions, winkGazetteer } from './extractors/wink-gazetteer.ts'
export { wink } from './extractors/wink.ts'
export { http, type HttpOptions } from './http/http.ts'
export { overlapJudge } from './judges/overlap.ts'
export { type LabelMap, type LabelMapName, labelMap, labelMapNames } from './labels/label-maps.ts'
export { mapLabel, mappedTypes } from './labels/map-label.ts'
export { type GivenMention, type GivenTimex, placeMentions, placeTimexes } from './placing/place.ts'
export { type LlmExtractorOptions, llmExtractor } from './llm/extractor.ts'
export { llmJudge } from './llm/judge.ts'
export type { Prices } from './llm/money.ts'
export type { LlmOptions } from './llm/options.ts'
export type { ServiceLimits } from './service/limits.ts'
export { llmSummarizer } from './llm/summarizer.ts'
export { type PredictionsOptions, predictions } from './predictions.ts'
export { type ProcessOptions, processSystem } from './process/process.ts'
export { lead } from './summarizers/lead.ts'
export { lexrank } from './summarizers/lexrank.ts'
export { randomSentences } from './summarizers/random-sentences.ts'
export { sumbasic } from './summarizers/sumbasic.ts'
export { textrank } from './summarizers/textrank.ts'
export { transformersEmbedder, type TransformersEmbedderOptions } from './transformers/embedder.ts'
export { transformersNli, type TransformersNliOptions } from './transformers/nli.ts'
export {
  transformersSummarizer,
  type TransformersSummarizerOptions,
} from './transformers/summarizer.ts'
export { type TransformersEntitiesOptions, transformersEntities } from './transformers/entities.ts'
export { type Dtype, modelFiles, type ModelOptions } from './transformers/model-files.ts'
export {
  type ModelRegistry,
  modelSums,
  readRegistry,
  type RegisteredModel,
  registryFile,
} from './transformers/registry.ts'
