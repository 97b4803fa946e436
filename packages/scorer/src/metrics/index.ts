import type { Metric } from '@assay/schema'
import { bleuMetric } from './bleu.ts'
import { chrfMetric } from './chrf.ts'
import { claimRecallMetric } from './claim-recall.ts'
import { claimSimilarityMetric } from './claim-similarity.ts'
import { claimsMetric } from './claims.ts'
import { dateErrorsMetric } from './date-errors.ts'
import { dateValuesMetric } from './date-values.ts'
import { documentEntitiesMetric } from './document-entities.ts'
import { entityClustersMetric } from './entity-clusters.ts'
import { extractivenessMetric } from './extractiveness.ts'
import { mentionConfusionMetric } from './mention-confusion.ts'
import { mentionErrorsMetric } from './mention-errors.ts'
import { mentionsSweepMetric } from './mentions-sweep.ts'
import { mentionsMetric } from './mentions.ts'
import { meteorMetric } from './meteor.ts'
import { nestedMentionsMetric } from './nested-mentions.ts'
import { rougeMetric } from './rouge.ts'
import { summarySupportMetric } from './summary-support.ts'
import { surfaceFormsMetric } from './surface-forms.ts'
import { terMetric } from './ter.ts'
import { timexesMetric } from './timexes.ts'
import { unsupportedMetric } from './unsupported.ts'

/** The metrics that `assay run` computes, in the order of the boards. Adding one is a file and a line here. */
export const metrics: readonly Metric[] = [
  mentionsMetric(),
  documentEntitiesMetric(),
  timexesMetric(),
  claimsMetric(),
  rougeMetric(),
  claimRecallMetric(),
  unsupportedMetric(),
  extractivenessMetric(),
]

/** Metrics that are computed where somebody asks for them: by name on the command line, or in a config. */
export const moreMetrics: readonly Metric[] = [
  nestedMentionsMetric(),
  mentionsSweepMetric(),
  mentionErrorsMetric(),
  mentionConfusionMetric(),
  surfaceFormsMetric(),
  entityClustersMetric(),
  dateValuesMetric(),
  dateErrorsMetric(),
  bleuMetric(),
  chrfMetric(),
  terMetric(),
  meteorMetric(),
  claimSimilarityMetric(),
  summarySupportMetric(),
]
