export interface TimexValue {
  readonly kind: string
}

export function parseTimexValue(_value: string): TimexValue | null {
  throw new Error('not built yet')
}
