import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { Prediction } from '@assay/schema'
import type { Findings } from './findings.ts'
import { readGold } from './gold-line.ts'
import { type LineFault, parseJsonLine } from './json-line.ts'
import { type LineReader, openLines } from './line-reader.ts'
import { readPrediction } from './prediction-line.ts'
import type { GoldEntry, GoldSource, PredictedEntry, PredictedSource } from './source.ts'

/** Gold as JSON lines. */
export function jsonGold(file: string, findings: Findings): GoldSource {
  const hash = createHash('sha256')
  const lines = openLines(file, (bytes) => hash.update(bytes))
  return {
    name: file,
    fileOf: () => file,
    tasks: null,
    next: () => nextValue(file, lines, findings, readGold),
    firstLineOf: (id) => firstLine(file, id),
    ids: () => idsOf(file),
    identity(articles) {
      const digest = hash.digest('hex')
      return { name: basename(file), version: 'file', texts: digest, gold: digest, articles }
    },
    get progress() {
      return lines.bytesRead / Math.max(1, lines.bytesTotal)
    },
    close: () => lines.close(),
  }
}

/** Predictions as JSON lines. Lines of one article that differ in `repeat` stand one after another. */
export function jsonPredictions(file: string, findings: Findings): PredictedSource {
  const lines = openLines(file)
  let ahead: ReadPrediction | null = null
  const read = () => nextValue(file, lines, findings, entryOf)
  return {
    name: file,
    fileOf: () => file,
    run: null,
    next() {
      const first: ReadPrediction | null = ahead ?? read()
      ahead = null
      if (first === null) return null
      ahead = read()
      if (ahead === null || ahead.id !== first.id || ahead.prediction.repeat === first.prediction.repeat) {
        return first
      }
      const predictions = [first.prediction]
      const { line } = first
      while (
        ahead !== null &&
        ahead.id === first.id &&
        predictions.every(({ repeat }) => repeat !== ahead!.prediction.repeat)
      ) {
        predictions.push(ahead.prediction)
        ahead = read()
      }
      return { id: first.id, line, predictions }
    },
    firstLineOf: (id) => firstLine(file, id),
    ids: () => idsOf(file),
    get progress() {
      return lines.bytesRead / Math.max(1, lines.bytesTotal)
    },
    close: () => lines.close(),
  }
}

interface ReadPrediction extends PredictedEntry {
  readonly prediction: Prediction
}

function entryOf(value: Record<string, unknown>, line: number): ReadPrediction | readonly LineFault[] {
  const prediction = readPrediction(value)
  if ('article' in prediction) return { id: prediction.article, line, prediction, predictions: [prediction] }
  return prediction
}

const openBrace = 123

type Read<Entry> = (value: Record<string, unknown>, line: number) => Entry | readonly LineFault[]

function nextValue<Entry extends GoldEntry | PredictedEntry>(
  file: string,
  lines: LineReader,
  findings: Findings,
  read: Read<Entry>,
): Entry | null {
  for (let text = lines.next(); text !== null; text = lines.next()) {
    // The usual line is not looked at twice.
    if (text.charCodeAt(0) !== openBrace && text.trim() === '') continue
    const parsed = parseJsonLine(text)
    const entry = 'value' in parsed ? read(parsed.value, lines.line) : [parsed.fault]
    if (!Array.isArray(entry)) return entry as Entry
    const article = 'value' in parsed ? articleOf(parsed.value) : null
    for (const { message, ...fault } of entry as readonly LineFault[]) {
      findings.add(() => ({
        ...fault,
        file,
        line: lines.line,
        message: article === null ? message : `article ${JSON.stringify(article)}: ${message}`,
      }))
    }
    if (article !== null) return broken(article, lines.line) as unknown as Entry
  }
  return null
}

/** An entry of which only the id is known, of gold and of predictions alike. */
function broken(id: string, line: number): GoldEntry & ReadPrediction {
  const prediction = { article: id, repeat: 0, status: 'skipped', reason: 'broken' } as const
  return {
    id,
    line,
    isBroken: true,
    article: { id, text: '' },
    hasText: false,
    annotation: {},
    unit: id,
    prediction,
    predictions: [],
  }
}

/** The id that a line of any shape names, or null. */
function articleOf(value: Record<string, unknown>): string | null {
  const { article, id } = value as { article?: unknown; id?: unknown }
  const named = (article as { id?: unknown } | null | undefined)?.id ?? article ?? id
  return typeof named === 'string' ? named : null
}

function firstLine(file: string, id: string): number | null {
  for (const [named, line] of idsOf(file)) if (named === id) return line
  return null
}

/** The ids that the lines of a file name, each with its line. */
function* idsOf(file: string): Generator<readonly [id: string, line: number]> {
  const lines = openLines(file)
  try {
    for (let text = lines.next(); text !== null; text = lines.next()) {
      if (text.trim() === '') continue
      const parsed = parseJsonLine(text)
      const id = 'value' in parsed ? articleOf(parsed.value) : null
      if (id !== null) yield [id, lines.line]
    }
  } finally {
    lines.close()
  }
}
