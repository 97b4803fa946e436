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
}

/**
 * Reads one JSON file of a dataset: bytes, encoding, JSON, shape, and what `check` says of a value of the right
 * shape. Everything wrong with it is a finding with its line; it throws nothing.
 */
export async function readDatasetFile<T>(
  folder: string,
  file: string,
  shape: Shape<T>,
  check: (value: T) => readonly Problem[],
): Promise<DatasetFile<T>> {
  const { text, findings } = await readText(folder, file)
  if (text === null) return { file, value: null, findings }
  const json = parseJson(text)
  const faults = json.problems.map((problem) => ({ ...finding(file, problem), line: problem.line }))
  if (json.value === undefined) return { file, value: null, findings: [...findings, ...faults] }

  const { value, problems } = readShape(shape, json.value)
  const places = new Set(faults.map(({ path }) => path))
  const ofShape = located(file, json, problems).filter(({ path }) => !places.has(path))
  const ofValue = value === null ? [] : located(file, json, check(value))
  return { file, value, findings: [...findings, ...faults, ...ofShape, ...ofValue] }
}

/** Gives problems that were seen from outside of a file their lines in it. Reads the file once more. */
export async function locateProblems(
  folder: string,
  file: string,
  problems: readonly Problem[],
): Promise<Finding[]> {
  const { text } = await readText(folder, file)
  return text === null
    ? problems.map((problem) => finding(file, problem))
    : located(file, parseJson(text), problems)
}

interface FileText {
  /** Null if there is no text to be had. */
  readonly text: string | null
  readonly findings: readonly Finding[]
}

async function readText(folder: string, file: string): Promise<FileText> {
  try {
    return decode(file, await readFile(join(folder, file)))
  } catch (error) {
    return unreadable(file, (error as NodeJS.ErrnoException).code ?? String(error))
  }
}

function unreadable(file: string, reason: string): FileText {
  const missing = reason === 'ENOENT'
  const problem: Problem = {
    code: missing ? 'file-missing' : 'file-unreadable',
    severity: 'error',
    message: missing ? `there is no ${file}` : `${file} cannot be read: ${reason}`,
    hint: missing ? `Create ${file}, or name the folder that holds it.` : 'Make it a file you may read.',
    path: [],
  }
  return { text: null, findings: [finding(file, problem)] }
}

/** The text of a UTF-8 file without its byte order mark; null if it is not UTF-8. */
function decode(file: string, bytes: Buffer): FileText {
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

function located(file: string, json: JsonDocument, problems: readonly Problem[]): Finding[] {
  return problems.map((problem) => ({ ...finding(file, problem), line: json.lineAt(problem.path) }))
}

function finding(file: string, { severity, code, message, hint, path }: Problem): Finding {
  return { severity, code, message, hint, file, ...(path.length === 0 ? {} : { path: pathText(path) }) }
}
