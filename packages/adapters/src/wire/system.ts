import {
  type Article,
  AssayError,
  type CallContext,
  type EntityType,
  type Output,
  type PredictedSummary,
  type SummaryRequest,
  type System,
  type Task,
  tasks as allTasks,
  visible,
} from '@assay/schema'
import { type LabelMap, type LabelMapName, labelMap } from '../labels/label-maps.ts'
import { mapLabel, mappedTypes } from '../labels/map-label.ts'
import { failed, rejected } from './failure.ts'
import { type Answer, type OffsetUnit, type Question, questionOf } from './messages.ts'
import { readAnswer } from './read-answer.ts'

/** What a program or a service does: part of the options of both. */
export interface WireOptions {
  readonly kind: 'extractor' | 'summarizer'
  /** What it is measured on. Each of these layers must be in every answer. Default of a summarizer: summaries. */
  readonly tasks?: readonly Task[]
  /**
   * What its labels are called here: a tag set by name, or a type for each label. A label that is not in it stays as
   * it is and counts as unmapped. Default: `assay`, our own types.
   */
  readonly labels?: LabelMapName | Readonly<Record<string, EntityType>>
}

export interface Exchange {
  /** The answer to a question, of the same id. */
  ask(question: Question, context: CallContext): Promise<Answer>
  /** What offsets count where an answer does not say. */
  unit(): OffsetUnit | undefined
}

type Parts = Pick<System, 'tasks' | 'entityTypes'> & {
  readonly labels: LabelMapName | Readonly<Record<string, EntityType>>
  /** An article, asked and read. */
  answer(article: Article, context: CallContext): Promise<Output>
  summary(article: Article, request: SummaryRequest, context: CallContext): Promise<PredictedSummary>
}

/**
 * The part of a system that is the same whatever is behind it.
 *
 * @throws AssayError `config-invalid`
 */
export function wireSystem({ kind, tasks: asked, labels = 'assay' }: WireOptions, exchange: Exchange): Parts {
  const tasks = asked ?? (kind === 'summarizer' ? (['summaries'] as const) : [])
  checkTasks(kind, tasks)
  const map: LabelMap =
    typeof labels === 'string' ? labelMap(labels) : { name: 'labels', types: labels, values: [] }
  async function answer(article: Article, context: CallContext, request?: SummaryRequest): Promise<Output> {
    const answer = await exchange.ask(questionOf(article, context, request), context)
    if (answer.usage !== undefined) context.spend(answer.usage)
    if (answer.error !== undefined)
      throw failed('threw', `it answered with an error: ${visible(answer.error.slice(0, 2000))}`)
    const toType = (label: string) => mapLabel(map, label)
    return readAnswer(answer, { article, tasks, unit: exchange.unit(), mapLabel: toType })
  }

  return {
    tasks,
    ...(tasks.includes('entities') && labels !== 'assay' && { entityTypes: mappedTypes(map) }),
    labels,
    answer: (article, context) => answer(article, context),
    async summary(article, request, context) {
      const { summary } = await answer(article, context, request)
      if (summary === undefined) throw rejected('summary: there is none')
      return summary
    },
  }
}

function checkTasks(kind: 'extractor' | 'summarizer', tasks: readonly Task[]): void {
  const possible = allTasks.filter((task) => (task === 'summaries') === (kind === 'summarizer'))
  if (
    tasks.length > 0 &&
    tasks.every((task) => possible.includes(task)) &&
    new Set(tasks).size === tasks.length
  )
    return
  throw new AssayError('config-invalid', `\`tasks\` of this ${kind} are ${JSON.stringify(tasks)}`, {
    hint: `Name some of ${possible.join(', ')}.`,
  })
}
