import {
  AssayError,
  layerOfTask,
  type Output,
  type Prediction,
  type System,
  type Task,
  tasks as allTasks,
} from '@assay/schema'
import { invalidFile, keyOf, type Line, quote, readPredictions } from './predictions-file.ts'

export interface PredictionsOptions {
  /** Path of the JSON-lines file; a relative one counts from the working directory. */
  readonly file: string
  /** The tasks to be measured. Default: those of the layers that the file holds. */
  readonly tasks?: readonly Task[]
}

/**
 * A file of outputs made elsewhere, as a system. Each line is `{"article": id, "output": {...}}`, or a line as our
 * runs write them, repeats and failures included. Layers of other tasks are left out. Summaries are one kind of
 * system and all else another: a file with both makes two systems, told apart by `tasks`.
 *
 * An article that the file does not hold, or holds as failed or skipped, is an error of that article alone, with
 * `failure: 'missing'`. The file is read at once, not in `prepare`: what it holds decides what the system does.
 *
 * @throws AssayError `file-invalid`, naming file and lines: not readable, not UTF-8, broken JSON, no prediction,
 * an article twice, a layer missing from a line. `config-invalid`: tasks of both kinds.
 */
export function predictions({ file, tasks: asked }: PredictionsOptions): System {
  const lines = readPredictions(file)
  const tasks = asked ?? allTasks.filter((task) => lines.some((line) => layerOf(line, task) !== undefined))
  checkTasks(file, tasks, lines)
  const byKey = new Map(lines.map((line) => [keyOf(line.article, line.repeat), line]))
  const find = (article: string, repeat: number): Output => {
    // A file made in one pass answers every pass.
    const line = byKey.get(keyOf(article, repeat)) ?? byKey.get(keyOf(article, 0))
    if (line?.status !== 'ok') throw missing(file, article, line)
    return Object.fromEntries(tasks.map((task) => [layerOfTask[task], layerOf(line, task)]))
  }
  const shared = { adapter: 'predictions', version: '1', tasks, files: [file] }
  return tasks.includes('summaries')
    ? { ...shared, kind: 'summarizer', summarize: ({ id }, _, { repeat }) => find(id, repeat).summary! }
    : { ...shared, kind: 'extractor', extract: ({ id }, { repeat }) => find(id, repeat) }
}

function layerOf(prediction: Prediction, task: Task): Output[keyof Output] {
  return prediction.status === 'ok' ? prediction.output[layerOfTask[task]] : undefined
}

function checkTasks(file: string, tasks: readonly Task[], lines: readonly Line[]): void {
  if (tasks.length === 0) throw invalidFile(file, ['holds no output'])
  if (tasks.includes('summaries') && tasks.length > 1) {
    throw new AssayError('config-invalid', `${file}: summaries and ${tasks[0]} cannot be one system`, {
      hint: "Make two: predictions({ file, tasks: ['summaries'] }) and one with the other tasks.",
    })
  }
  const faults = lines.flatMap((line) =>
    tasks
      .filter((task) => line.status === 'ok' && layerOf(line, task) === undefined)
      .map(
        (task) =>
          `line ${line.line}: ${quote(line.article)} has no ${layerOfTask[task]} (nothing found is [])`,
      ),
  )
  if (faults.length > 0) throw invalidFile(file, faults)
}

/** Recognised by `failure`: recorded as missing, not as a system that threw. */
function missing(file: string, article: string, line: Prediction | undefined): Error {
  const reason =
    line?.status === 'failed'
      ? `failed when ${file} was made: ${line.code}: ${line.message}`
      : line?.status === 'skipped'
        ? `was skipped when ${file} was made: ${line.reason}`
        : `is not in ${file}`
  const error = new AssayError('system-failed', `${quote(article)} ${reason}`, {
    hint: 'Add a line for the article, or leave it out of the run.',
  })
  return Object.assign(error, { failure: 'missing' as const })
}
