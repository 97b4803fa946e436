import { type LengthClass, lengthBands, type Summary } from '@assay/schema'
import { firstWords } from '@assay/text'

/** The references a summary is measured against: those of one length class. */
export interface References {
  readonly length: LengthClass
  readonly summaries: readonly Summary[]
}

const classes = ['short', 'standard', 'headline'] as const satisfies readonly LengthClass[]

/** The length class with most references; of equals short, then standard, then headline. */
export function referencesOfOneClass(summaries: readonly Summary[]): References {
  const groups = classes.map((length) => ({
    length,
    summaries: summaries.filter((summary) => summary.length === length),
  }))
  return groups.reduce((best, group) => (group.summaries.length > best.summaries.length ? group : best))
}

/** What reference metrics see of a summary: as many words as the class allows, so that length earns nothing. */
export function withinBudget(summary: string, length: LengthClass): string {
  return firstWords(summary, budgetOf(length))
}

/** The upper bound of the class in words. */
export function budgetOf(length: LengthClass): number {
  return lengthBands[length].maxWords
}
