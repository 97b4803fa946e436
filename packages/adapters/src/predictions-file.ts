import { readFileSync } from 'node:fs'
import { AssayError, pathText, type Prediction, predictionSchema } from '@assay/schema'

/** A prediction and the 1-based line it stands on. */
export type Line = Prediction & { readonly line: number }

/** At most this many faults are named in one message. */
const shown = 5

/**
 * The predictions of a JSON-lines file, in file order. A line without `status` is an answer, one without `repeat`
 * of the first pass. One byte order mark, CRLF and empty lines are tolerated.
 *
 * @throws AssayError `file-invalid`, naming file and lines, if the file cannot be read, is not UTF-8, or has lines
 * that are not JSON, not a prediction, or about an article and repeat that an earlier line is about.
 */
export function readPredictions(file: string): Line[] {
  const lines: Line[] = []
  const faults: string[] = []
  const seen = new Map<string, number>()
  for (const [i, text] of readText(file).split('\n').entries()) {
    if (text.trim() === '') continue
    const parsed = parseLine(text)
    const earlier = typeof parsed === 'string' ? undefined : seen.get(keyOf(parsed.article, parsed.repeat))
    if (typeof parsed === 'string') faults.push(`line ${i + 1}: ${parsed}`)
    else if (earlier !== undefined)
      faults.push(`line ${i + 1}: ${quote(parsed.article)} stands on line ${earlier} too`)
    else {
      seen.set(keyOf(parsed.article, parsed.repeat), i + 1)
      lines.push({ ...parsed, line: i + 1 })
    }
  }
  if (faults.length > 0) throw invalidFile(file, faults)
  return lines
}

export function keyOf(article: string, repeat: number): string {
  return `${repeat} ${article}`
}

/** Data in a message: quoted, with control characters visible. */
export function quote(text: string): string {
  return JSON.stringify(text)
}

export function invalidFile(file: string, faults: readonly string[]): AssayError {
  const more = faults.length > shown ? `; and ${faults.length - shown} more` : ''
  return new AssayError('file-invalid', `${file}: ${faults.slice(0, shown).join('; ')}${more}`, {
    hint: 'A line is {"article": "<id>", "output": {"mentions": [...], ...}}; offsets count UTF-16 code units.',
  })
}

function readText(file: string): string {
  let bytes: Buffer
  try {
    bytes = readFileSync(file)
  } catch (cause) {
    throw new AssayError(
      'file-invalid',
      `${file}: cannot be read (${(cause as NodeJS.ErrnoException).code})`,
      {
        hint: 'Give the path of a JSON-lines file of predictions.',
        cause,
      },
    )
  }
  try {
    // Takes off one byte order mark.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new AssayError('file-invalid', `${file}: is not UTF-8`, { hint: 'Save the file as UTF-8.', cause })
  }
}

/** The prediction, or what is wrong with the line. */
function parseLine(text: string): Prediction | string {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return (error as Error).message
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'is not an object'
  const parsed = predictionSchema.safeParse({
    repeat: 0,
    ...('status' in value ? {} : { status: 'ok' }),
    ...value,
  })
  if (parsed.success) return parsed.data
  return parsed.error.issues.map((issue) => `${pathText(issue.path)}: ${issue.message}`).join(', ')
}
