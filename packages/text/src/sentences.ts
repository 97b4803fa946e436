import type { Span } from '@assay/schema'

export function sentenceSpans(_text: string): Span[] {
  throw new Error('not built yet')
}
