import type { Span } from '@assay/schema'

export interface NumberMention {
  readonly span: Span
  readonly value: number
  readonly class: string
  readonly approximate: boolean
  readonly digits: number
}

export function findNumbers(_text: string, _exclude: readonly Span[] = []): NumberMention[] {
  throw new Error('not built yet')
}

export function numbersAgree(_a: NumberMention, _b: NumberMention): boolean {
  throw new Error('not built yet')
}
