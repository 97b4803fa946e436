import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { type DatasetIdentity, type Metric, type ScoringItem } from '@assay/schema'
import { bleuMetric, chrfMetric, meteorMetric, rougeMetric, terMetric } from '@assay/scorer'
import { ArticleWithoutText } from './article-text.ts'
import { createBoards } from './boards.ts'
import type { Choice } from './choose-metrics.ts'
import type { Findings } from './findings.ts'
import { referenceOf } from './gold-line.ts'
import { openLines } from './line-reader.ts'
import { type Asked, type Scored, sheetOfFile } from './scored.ts'

export interface SummaryLinesInput extends Asked {
  readonly predicted: string
  /** Files of references, each with a line for every predicted one. */
  readonly gold: readonly string[]
  readonly choice: Choice
}

/**
 * Scores summaries that stand one a line against references that do. Line by line: the files are not kept. An empty
 * predicted line is an empty summary; an empty line of references is none, and at least one file has to have one.
 *
 * @throws AssayError `file-invalid` with every finding: files of different lengths, lines without a reference.
 */
export function scoreSummaryLines(input: SummaryLinesInput): Scored {
  const { findings, predicted, gold } = input
  const hashes = gold.map(() => createHash('sha256'))
  const references = gold.map((file, i) => openLines(file, (bytes) => hashes[i]!.update(bytes)))
  const summaries = openLines(predicted)
  const readers = [summaries, ...references]
  const files = [predicted, ...gold]
  const boards = createBoards(input.choice.metrics.map(uncut), {
    isNamed: input.choice.isNamed,
    gold: gold.join(' and '),
    keepsCounts: input.perArticle,
    interval: input.interval,
  })
  let count = 0
  for (;;) {
    const lines = readers.map((reader) => reader.next())
    const [summary, ...texts] = lines
    if (lines.every((line) => line === null)) break
    count++
    if (lines.includes(null)) {
      sayLengths(files, readers, lines, findings)
      break
    }
    const present = texts.filter((text) => text!.trim() !== '')
    if (present.length === 0) {
      findings.add(() => ({
        code: 'reference-empty',
        file: gold[0]!,
        line: count,
        message: `line ${count} has no reference${gold.length > 1 ? ' in any of the files' : ''}`,
        hint: 'Write the reference, or take the line out of all files.',
      }))
      continue
    }
    input.progress.article({ progress: summaries.bytesRead / Math.max(1, summaries.bytesTotal) })
    if (findings.count === 0)
      boards.add([itemOf(`line ${count}`, summary!, present as string[])], `line ${count}`)
  }
  for (const reader of readers) reader.close()
  input.progress.end()
  if (count === 0) {
    findings.add(() => ({
      code: 'file-empty',
      file: predicted,
      message: 'there is no line in it',
      hint: 'Write one summary a line.',
    }))
  }
  findings.refuse(`${predicted} cannot be scored against ${gold.join(' and ')}`)

  const digest = createHash('sha256')
  for (const hash of hashes) digest.update(hash.digest())
  const identity = identityOf(gold, digest.digest('hex'), count)
  const scores = boards.finish(identity)
  return {
    sheet: sheetOfFile(input.name, identity, scores),
    metrics: boards.metrics,
    noun: 'lines',
    missing: 0,
    perArticle: boards.perArticle,
    areBlocks: boards.areBlocks(),
    notes: boards.notes,
  }
}

/**
 * Texts from elsewhere have no length class: metrics that compare with references see all of a summary, and count
 * several references as their own reference implementations do.
 */
function uncut(metric: Metric): Metric {
  return uncutMetrics.find(({ id }) => id === metric.id) ?? metric
}

function itemOf(id: string, summary: string, references: readonly string[]): ScoringItem {
  return {
    article: new ArticleWithoutText(id),
    gold: { summaries: references.map(referenceOf) },
    predicted: { summary: { text: summary } },
    produced: true,
  }
}

function sayLengths(
  files: readonly string[],
  readers: readonly { next(): string | null; readonly line: number }[],
  lines: readonly (string | null)[],
  findings: Findings,
): void {
  const lengths = readers.map((reader, i) => {
    if (lines[i] !== null) while (reader.next() !== null);
    return reader.line
  })
  findings.add(() => ({
    code: 'lengths-differ',
    file: files[0]!,
    message: files.map((file, i) => `${file} has ${lengths[i]} lines`).join(', '),
    hint: 'Line n of every file is about the same article; an article without a summary has an empty line.',
  }))
}

function identityOf(gold: readonly string[], digest: string, articles: number): DatasetIdentity {
  const name = gold.map((file) => basename(file)).join('+')
  return { name, version: 'file', texts: digest, gold: digest, articles }
}

const whole = { cut: false, references: 'best' } as const
const uncutMetrics: readonly Metric[] = [
  rougeMetric(whole),
  bleuMetric(whole),
  chrfMetric(whole),
  terMetric(whole),
  meteorMetric(whole),
]
