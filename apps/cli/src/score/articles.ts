import {
  AssayError,
  layerOfTask,
  type Metric,
  type Output,
  type Prediction,
  type ScoringItem,
  spanFault,
  type Task,
  tasks as allTasks,
} from '@assay/schema'
import { moreMetrics } from '@assay/scorer'
import { createBoards } from './boards.ts'
import { type Choice, tasksOf } from './choose-metrics.ts'
import { spanHint } from './gold-line.ts'
import { pairUp } from './pairs.ts'
import type { Asked, Scored } from './scored.ts'
import type { GoldEntry, GoldSource, PredictedEntry, PredictedSource } from './source.ts'

export interface ArticlesInput extends Asked {
  readonly gold: GoldSource
  readonly predicted: PredictedSource
  /** The layers of the first answer: those that every answer has to have. */
  readonly layers: ReadonlySet<string>
  readonly choice: Choice
  readonly allowMissing: boolean
}

/**
 * Scores predictions against gold, article by article.
 *
 * @throws AssayError `file-invalid` with every finding, if there is one; `usage` if a metric that was asked for has
 * nothing to score.
 */
export function scoreArticles(input: ArticlesInput): Scored {
  const { gold, predicted, findings, choice } = input
  const tasks = scoredTasks(input)
  const judged = predicted.run?.judged ?? null
  const boards = createBoards(
    chosen(input).filter(({ task }) => tasks.includes(task)),
    {
      isNamed: choice.isNamed,
      gold: gold.name,
      keepsCounts: input.perArticle,
      interval: input.interval,
      declaredTypes: predicted.run?.system.entityTypes,
      judged,
    },
  )
  const check = createCheck(input, tasks)
  let failed = 0
  let skipped = 0
  let repeats = predicted.run?.repeats ?? 0
  const { articles, missing } = pairUp(gold, predicted, {
    findings,
    allowMissing: input.allowMissing,
    onPair(one, other) {
      input.progress.article(gold, predicted)
      if (other === null) {
        failed++
      } else {
        if (repeats === 0) repeats = other.predictions.length
        if (repeats !== other.predictions.length && predicted.run === null) check.repeats(other, repeats)
        const status = statusOf(other.predictions)
        if (status === 'failed') failed++
        if (status === 'skipped') skipped++
        check.entry(one, other)
      }
      if (findings.count > 0) return
      const items = itemsOf(one, other, repeats)
      const withAnswers =
        judged === null ? items : items.map((item) => ({ ...item, judgements: judged.judgements }))
      boards.add(withAnswers, one.unit)
    },
  })
  gold.close()
  predicted.close()
  input.progress.end()
  findings.refuse(`${predicted.name} cannot be scored against ${gold.name}`)

  const identity = gold.identity(articles)
  const scores = boards.finish(identity)
  return {
    sheet: {
      schema: 'assay.scores/1',
      kind: 'system',
      name: input.name,
      run: predicted.run?.id ?? null,
      system: predicted.run?.system ?? null,
      dataset: identity,
      articles,
      failed,
      skipped,
      scores,
    },
    metrics: boards.metrics,
    noun: 'articles',
    missing,
    perArticle: boards.perArticle,
    areBlocks: boards.areBlocks(),
    notes: boards.notes,
  }
}

/** What was asked for; where nobody named metrics, those too that a judge has answered for the run. */
function chosen({ choice, predicted }: ArticlesInput): readonly Metric[] {
  if (choice.isNamed || !predicted.run?.judged) return choice.metrics
  return [...choice.metrics, ...moreMetrics.filter((metric) => metric.questions !== undefined)]
}

/** The tasks of the chosen metrics that predictions and gold are about. */
function scoredTasks({ gold, predicted, layers, choice }: ArticlesInput): Task[] {
  const wanted = tasksOf(choice)
  const absent = (task: Task) => !layers.has(layerOfTask[task])
  const unmade = choice.isChosen ? wanted.find(absent) : undefined
  if (unmade !== undefined || wanted.every(absent)) {
    const held = [...layers].join(', ') || 'no answer'
    const task = unmade ?? wanted[0]!
    throw new AssayError(
      'file-invalid',
      `${predicted.name} holds no ${layerOfTask[task]}, which ${task} are scored on; it holds ${held}`,
      { hint: 'Choose with --task or --metrics what the predictions are about.' },
    )
  }
  const made = wanted.filter((task) => !absent(task))
  const { tasks } = gold
  const ungold = tasks === null ? [] : made.filter((task) => !tasks.includes(task))
  if (ungold.length > 0 && (choice.isChosen || ungold.length === made.length)) {
    throw new AssayError('file-invalid', `${gold.name} has no gold for ${ungold[0]}`, {
      hint: `It has gold for ${tasks?.join(', ') || 'nothing'}.`,
    })
  }
  return made.filter((task) => !ungold.includes(task))
}

/** What can be wrong with an answer that is well-formed. */
function createCheck({ predicted, findings, layers, choice }: ArticlesInput, tasks: readonly Task[]) {
  const scored = new Set<string>(tasks.map((task) => layerOfTask[task]))
  const say = (entry: PredictedEntry, code: string, message: string, hint: string, path?: string) => {
    findings.add(() => ({
      code,
      file: predicted.fileOf(entry),
      line: entry.line,
      ...(path !== undefined && { path }),
      message: `article ${JSON.stringify(entry.id)}: ${message}`,
      hint,
    }))
  }
  const spans = (entry: PredictedEntry, text: string, output: Output) => {
    for (const layer of ['mentions', 'timexes'] as const) {
      const items = output[layer]
      if (items === undefined || !scored.has(layer)) continue
      for (let i = 0; i < items.length; i++) {
        const { span, surface } = items[i]!
        const fault = spanFault(text, span, surface)
        if (fault !== null) say(entry, 'span-fault', fault, spanHint, `${layer}[${i}].span`)
      }
    }
    if (output.claims === undefined || !scored.has('claims')) return
    for (const [i, { evidence = [] }] of output.claims.entries()) {
      for (const [j, span] of evidence.entries()) {
        const fault = spanFault(text, span)
        if (fault !== null) say(entry, 'span-fault', fault, spanHint, `claims[${i}].evidence[${j}]`)
      }
    }
  }
  return {
    entry(gold: GoldEntry, entry: PredictedEntry) {
      for (const prediction of entry.predictions) {
        if (prediction.status !== 'ok') continue
        for (const layer of scored) {
          if (prediction.output[layer as keyof Output] === undefined) {
            say(
              entry,
              'layer-missing',
              `there are no ${layer}`,
              'Every line has the same layers; nothing found is [].',
            )
          }
        }
        for (const layer in prediction.output) {
          if (!layers.has(layer) && !choice.isChosen) {
            say(
              entry,
              'layer-new',
              `there are ${layer}, which the first answer has not`,
              'Every line has the same layers; nothing found is []. Or choose with --task.',
            )
          }
        }
        if (gold.hasText) spans(entry, gold.article.text, prediction.output)
      }
    },
    repeats(entry: PredictedEntry, expected: number) {
      say(
        entry,
        'repeats-differ',
        `there are ${entry.predictions.length} repeats, and ${expected} of the first article`,
        'Repeats of an article stand on neighbouring lines; every article has as many.',
      )
    },
  }
}

/** One item a repeat. What was not answered is empty. */
function itemsOf(gold: GoldEntry, predicted: PredictedEntry | null, repeats: number): ScoringItem[] {
  if (predicted !== null && predicted.predictions.length === 1 && repeats === 1) {
    return [itemOf(gold, predicted.predictions[0])]
  }
  return Array.from({ length: Math.max(1, repeats) }, (_, repeat) =>
    itemOf(
      gold,
      predicted?.predictions.find((prediction) => prediction.repeat === repeat),
    ),
  )
}

function itemOf({ article, annotation }: GoldEntry, prediction: Prediction | undefined): ScoringItem {
  const produced = prediction?.status === 'ok'
  return { article, gold: annotation, predicted: produced ? prediction.output : {}, produced }
}

/** An article that was not answered in one of its repeats is not answered. */
function statusOf(predictions: readonly Prediction[]): Prediction['status'] {
  let status: Prediction['status'] = 'ok'
  for (const prediction of predictions) {
    if (prediction.status === 'failed') return 'failed'
    if (prediction.status === 'skipped') status = 'skipped'
  }
  return status
}

/** The layers of the first answer among `predictions`, or of the tasks of a run. */
export function layersOf(predicted: PredictedSource): ReadonlySet<string> {
  if (predicted.run !== null) {
    return new Set(predicted.run.system.tasks.map((task) => layerOfTask[task]))
  }
  for (let entry = predicted.next(); entry !== null; entry = predicted.next()) {
    for (const prediction of entry.predictions) {
      if (prediction.status === 'ok') {
        return new Set(
          allTasks.map((task) => layerOfTask[task]).filter((layer) => layer in prediction.output),
        )
      }
    }
  }
  return new Set()
}
