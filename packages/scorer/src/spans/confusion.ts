import type { MentionFate } from './errors.ts'

/** Where a confusion matrix puts a mention that was not found, or a prediction that is none. */
const noType = 'none'

/** A cell of the confusion matrix: `ORG as GPE`, `ORG as none` (missed), `none as ORG` (spurious). */
export function confusionCell({ gold, predicted }: MentionFate): string {
  return `${gold ?? noType} as ${predicted ?? noType}`
}
