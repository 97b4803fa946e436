import { inspect } from 'node:util'
import { pathText } from '@assay/schema'

/** The first place where two pieces of data differ, depth first; null: they are equal. */
export interface DataDifference {
  readonly path: string
  readonly expected: string
  readonly got: string
}

export function firstDifference(
  expected: unknown,
  got: unknown,
  path: readonly PropertyKey[] = [],
): DataDifference | null {
  if (Object.is(expected, got)) return null
  if (isObject(expected) && isObject(got) && Array.isArray(expected) === Array.isArray(got)) {
    for (const key of new Set([...Object.keys(expected), ...Object.keys(got)])) {
      const place = [...path, Array.isArray(expected) ? Number(key) : key]
      const found = firstDifference(expected[key], got[key], place)
      if (found !== null) return found
    }
    return null
  }
  return { path: pathText(path), expected: shown(expected), got: shown(got) }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** A value in at most 120 characters. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing'
  const text =
    typeof value === 'string'
      ? JSON.stringify(value)
      : inspect(value, { breakLength: Number.POSITIVE_INFINITY, compact: true, depth: 3 })
  return text.length > 120 ? `${text.slice(0, 119).toWellFormed()}…` : text
}
