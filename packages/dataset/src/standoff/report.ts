import type { Span } from '@assay/schema'
import type { SpanStatus } from './relocate.ts'
import type { Spot } from './spans.ts'

export interface SpanReport {
  readonly layer: Spot['layer']
  /** The id of a mention or timex, with the index of the alternative (`m3[0]`); the index of a sentence. */
  readonly id: string
  readonly isCore: boolean
  readonly status: SpanStatus
  readonly from: Span
  /** Null: left out of the dataset. */
  readonly to: Span | null
}

/** What became of the gold of one article. */
export interface ArticleReport {
  readonly article: string
  /** `drifted`: another version of its text was found. `missing`: none was; the article is left out. */
  readonly found: 'exact' | 'drifted' | 'missing'
  readonly spans: readonly SpanReport[]
  /** Ids of claims that are left out: every evidence for them is gone. */
  readonly claimsLost: readonly string[]
  /** Sentences that the gold does not know; where claims are annotated they are listed as claimless. */
  readonly sentencesAdded: number
  /** Whether a title that may not be stored was looked for and not found. */
  readonly isTitleLost: boolean
}

/** Whether no core span is lost or in doubt, no claim is lost and no sentence is new. */
export function isWhole({ found, spans, sentencesAdded, claimsLost }: ArticleReport): boolean {
  const inDoubt = spans.some(({ isCore, status }) => isCore && (status === 'uncertain' || status === 'lost'))
  return found !== 'missing' && !inDoubt && sentencesAdded === 0 && claimsLost.length === 0
}
