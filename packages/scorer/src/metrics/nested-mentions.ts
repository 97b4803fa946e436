import type { Metric } from '@assay/schema'
import { mentionsMetric } from './mentions.ts'

/** `mentionsMetric` over all core mentions, those inside others included. Nothing is ranked by it. */
export function nestedMentionsMetric(): Metric {
  const { headline: _headline, ...metric } = mentionsMetric({ view: 'nested' })
  return {
    ...metric,
    id: 'mentions-nested',
    title: 'Mentions, nested ones too',
    meaning: 'How many named mentions are found, those inside other mentions included.',
  }
}
