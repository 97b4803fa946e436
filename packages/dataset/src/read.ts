import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Finding, pathText } from '@assay/schema'
import type { Problem } from './check/rule.ts'
import { type JsonDocument, parseJson } from './json.ts'
import { readShape, type Shape } from './shape.ts'

/** A file of a dataset as far as it could be read. */
export interface DatasetFile<T> {
  /** Relative to the dataset folder, with `/`. */
  readonly file: string
  /** Null if the file is not JSON or has another shape. */
  readonly value: T | null
  readonly findings: readonly Finding[]
  /** Gives a problem of the value its place in this file. */
  readonly locate: (problem: Problem) => Finding
}

/**
 * Reads one JSON file of a dataset: bytes, encoding, JSON, shape. Everything wrong with it is a finding; it
 * throws nothing.
 */
export async function readDatasetFile<T>(
  folder: string,
  file: string,
  shape: Shape<T>,
): Promise<DatasetFile<T>> {
  let decoded: ReturnType<typeof decode>
  try {
    decoded = decode(file, await readFile(join(folder, file)))
  } catch (error) {
    return unreadable(file, (error as NodeJS.ErrnoException).code ?? String(error))
  }
  const { text, findings } = decoded
  if (text === null) return { file, value: null, findings, locate: (problem) => finding(file, problem) }

  const json = parseJson(text)
  const locate = (problem: Problem): Finding => located(file, json, problem)
  const faults = json.problems.map((problem) => ({ ...finding(file, problem), line: problem.line }))
  if (json.value === undefined) return { file, value: null, findings: [...findings, ...faults], locate }

  const { value, problems } = readShape(shape, json.value)
  const places = new Set(faults.map(({ path }) => path))
  const others = problems.map(locate).filter(({ path }) => !places.has(path))
  return { file, value, findings: [...findings, ...faults, ...others], locate }
}

function unreadable<T>(file: string, reason: string): DatasetFile<T> {
  const missing = reason === 'ENOENT'
  const problem: Problem = {
    code: missing ? 'file-missing' : 'file-unreadable',
    severity: 'error',
    message: missing ? `there is no ${file}` : `${file} cannot be read: ${reason}`,
    hint: missing ? `Create ${file}, or name the folder that holds it.` : 'Make it a file you may read.',
    path: [],
  }
  return { file, value: null, findings: [finding(file, problem)], locate: (other) => finding(file, other) }
}

/** The text of a UTF-8 file without its byte order mark; null if it is not UTF-8. */
function decode(file: string, bytes: Buffer): { text: string | null; findings: Finding[] } {
  const report = (
    severity: Finding['severity'],
    code: string,
    line: number,
    message: string,
    hint: string,
  ) => ({
    ...finding(file, { severity, code, message, hint, path: [] }),
    line,
  })
  const text = bytes.toString('utf8')
  const again = Buffer.from(text)
  if (!again.equals(bytes)) {
    const offset = bytes.findIndex((byte, i) => byte !== again[i])
    const line = bytes.subarray(0, offset).filter((byte) => byte === 10).length + 1
    const message = `not UTF-8: invalid bytes in line ${line}, at byte ${offset} of the file`
    return { text: null, findings: [report('error', 'not-utf8', line, message, 'Save the file as UTF-8.')] }
  }
  const findings: Finding[] = []
  const hint = 'Save the file as UTF-8 without byte order mark and with LF line ends.'
  if (text.startsWith('\ufeff')) {
    findings.push(report('warning', 'byte-order-mark', 1, 'the file begins with a byte order mark', hint))
  }
  const carriage = text.indexOf('\r')
  if (carriage >= 0) {
    const line = text.slice(0, carriage).split('\n').length
    findings.push(report('warning', 'crlf', line, 'the file has lines that end with a carriage return', hint))
  }
  return { text: text.startsWith('\ufeff') ? text.slice(1) : text, findings }
}

function located(file: string, json: JsonDocument, problem: Problem): Finding {
  return { ...finding(file, problem), line: json.lineAt(problem.path) }
}

function finding(file: string, { severity, code, message, hint, path }: Problem): Finding {
  return { severity, code, message, hint, file, ...(path.length === 0 ? {} : { path: pathText(path) }) }
}
