import type { Metric } from '@assay/schema'
import { documentEntitiesMetric } from './document-entities.ts'
import { mentionsMetric } from './mentions.ts'
import { timexesMetric } from './timexes.ts'

/** Every built-in metric, in the order of the boards. Adding one is a file and a line here. */
export const metrics: readonly Metric[] = [mentionsMetric(), documentEntitiesMetric(), timexesMetric()]
