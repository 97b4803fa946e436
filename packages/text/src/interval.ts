export function timexInterval(_value: string): { begin: number; end: number } | null {
  throw new Error('not built yet')
}
