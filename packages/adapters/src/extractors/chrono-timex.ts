import type { Extractor } from '@assay/schema'
import { findTimexes } from '../timexes/find.ts'
import { chronoTimexes, chronoVersion, loadChrono } from './chrono.ts'

/**
 * chrono-node's clock times, and rules for the rest of TIMEX3 by the conventions of the annotation guidelines:
 * dates of every grain, weekdays and months by tense, what counts from another date of the text ("a year
 * earlier"), durations, sets, and references to past, present and future.
 */
export function chronoTimex(): Extractor {
  return {
    kind: 'extractor',
    adapter: 'chrono-timex',
    version: `1+${chronoVersion}`,
    tasks: ['dates'],
    prepare: async () => void (await loadChrono()),
    extract: async ({ text, publishedAt }) => {
      const clocks = chronoTimexes(await loadChrono(), text, publishedAt)
      return { timexes: findTimexes(text, publishedAt, clocks) }
    },
  }
}
