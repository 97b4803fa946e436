import { pathText } from '@assay/schema'
import type * as z from 'zod'

/** A JSON object of a line, or what is wrong with it. */
export type Parsed = { readonly value: Record<string, unknown> } | { readonly fault: LineFault }

export interface LineFault {
  readonly code: string
  readonly path?: string
  readonly message: string
  readonly hint: string
}

export function parseJsonLine(text: string): Parsed {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    const literal = /(?<=[:[,]\s*)[-+]?(?:NaN|Infinity)(?=\s*[,}\]])/.exec(text)?.[0]
    return {
      fault:
        literal === undefined
          ? {
              code: 'broken-json',
              message: `not JSON: ${(error as Error).message}`,
              hint: 'Write one JSON object a line.',
            }
          : {
              code: 'not-a-number',
              message: `${literal} is no JSON number`,
              hint: 'Leave the field out where there is no number; Python writes it with json.dumps(..., allow_nan=True).',
            },
    }
  }
  if (isObject(value)) return { value }
  return {
    fault: { code: 'wrong-shape', message: 'is not an object', hint: 'Write one JSON object a line.' },
  }
}

/** Every issue of zod as a fault; `rename` turns the path in our own shape into the path in the file. */
export function faultsOf(
  error: z.core.$ZodError,
  hint: string,
  rename: (path: readonly PropertyKey[]) => readonly PropertyKey[],
): LineFault[] {
  return error.issues.map((issue) => {
    const path = rename(issue.path)
    return {
      code: 'wrong-shape',
      ...(path.length > 0 && { path: pathText(path) }),
      message: issue.message,
      hint,
    }
  })
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A span as our files hold it; offsets beyond the text are seen where the text is. */
export function isSpan(value: unknown): boolean {
  if (!isObject(value)) return false
  const { start, end } = value
  for (const key in value) if (key !== 'start' && key !== 'end') return false
  return (
    typeof start === 'number' &&
    typeof end === 'number' &&
    Number.isSafeInteger(start) &&
    Number.isSafeInteger(end) &&
    start >= 0 &&
    start < end
  )
}

/** A string that is not empty and holds no lone surrogate. */
export function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.isWellFormed()
}

/** A span written as `start` and `end` beside a `type` or `label`, in our own shape. Anything else stays as it is. */
export function spanned(item: unknown): unknown {
  if (!isObject(item) || 'span' in item || !('start' in item) || !('end' in item)) return item
  const { start, end, label, ...rest } = item
  return { span: { start, end }, ...(label !== undefined && !('type' in rest) && { type: label }), ...rest }
}
