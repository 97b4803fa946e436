import type { Span } from '@assay/schema'

export interface DateMention {
  readonly span: Span
  readonly value: string
}

export function findDates(_text: string, _publishedAt?: string): DateMention[] {
  throw new Error('not built yet')
}
