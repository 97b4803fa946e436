import type { Metric } from '@assay/schema'

/** Every built-in metric, in the order of the boards. Adding one is a file and a line here. */
export const metrics: readonly Metric[] = []
