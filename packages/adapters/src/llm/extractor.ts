import {
  type Article,
  AssayError,
  type CallContext,
  type Extractor,
  type Json,
  layerOfTask,
  type Output,
  type Task,
  type Unlocated,
} from '@assay/schema'
import { placeMentions, placeTimexes } from '../placing/place.ts'
import { createClient } from './client.ts'
import { addUsage } from './money.ts'
import type { LlmOptions } from './options.ts'
import { loadPrompt } from './prompts.ts'
import { claims, mentions, type Quoted, timexes } from './shapes.ts'
import { askFor, expectFor, repair } from './structured.ts'

type ExtractionTask = Exclude<Task, 'summaries'>

export interface LlmExtractorOptions extends LlmOptions {
  /** One request an article for each. Default: entities, dates and claims. */
  readonly tasks?: readonly ExtractionTask[]
}

/**
 * A language model that finds names, dates and claims. It gives strings; `placeMentions` and `placeTimexes` put them
 * into the text, and what stands nowhere counts as predicted and wrong. A text without letters or digits is not sent.
 *
 * @throws AssayError `config-invalid`
 */
export function llmExtractor({
  tasks = ['entities', 'dates', 'claims'],
  ...options
}: LlmExtractorOptions): Extractor {
  const unknown = tasks.find((task) => !(task in shapes))
  if (unknown !== undefined || tasks.length === 0) {
    throw new AssayError(
      'config-invalid',
      'llmExtractor: `tasks` are entities, dates and claims, one at least',
      {
        hint: 'A summarizer is made with llmSummarizer.',
      },
    )
  }
  const prompts = tasks.map((task) => loadPrompt(task))
  const client = createClient(options, [...prompts, repair])

  async function layer(task: ExtractionTask, article: Article, context: CallContext): Promise<Output> {
    const prompt = prompts[tasks.indexOf(task)]!
    const input = inputOf(article)
    switch (task) {
      case 'entities': {
        const answer = await askFor(client, { prompt, input, shape: mentions }, context)
        const { unlocated, ...placed } = placeMentions(
          article.text,
          answer.mentions.filter(isSomething).map(given),
        )
        return { ...placed, ...missing('mentions', unlocated) }
      }
      case 'dates': {
        const answer = await askFor(client, { prompt, input, shape: timexes }, context)
        const { unlocated, ...placed } = placeTimexes(
          article.text,
          answer.timexes.filter(isSomething).map(given),
        )
        return { ...placed, ...missing('timexes', unlocated) }
      }
      case 'claims': {
        const answer = await askFor(client, { prompt, input, shape: claims }, context)
        return {
          claims: answer.claims
            .filter(({ text }) => text.trim() !== '')
            .map(({ holder, ...claim }) => ({ ...claim, ...(holder !== undefined && { holder }) })),
        }
      }
    }
  }

  return {
    kind: 'extractor',
    ...client.shared,
    tasks,
    expect: (article) =>
      addUsage(
        hasText(article)
          ? tasks.map((task, i) =>
              expectFor(client, { prompt: prompts[i]!, input: inputOf(article), shape: shapes[task] }),
            )
          : [],
      ),
    async extract(article, context) {
      if (!hasText(article)) return Object.fromEntries(tasks.map((task) => [layerOfTask[task], []]))
      const outputs: Output[] = []
      // One after another: when one fails, the others are not paid for.
      for (const task of tasks) outputs.push(await layer(task, article, context))
      const unlocated = Object.assign({}, ...outputs.map((output) => output.unlocated))
      return {
        ...Object.assign({}, ...outputs),
        ...(Object.keys(unlocated).length > 0 && { unlocated }),
      }
    },
  }
}

const shapes = { entities: mentions, dates: timexes, claims }

/** What a model sees of an article; of its source, nothing. */
export function inputOf({ title, publishedAt, language, text }: Article): Readonly<Record<string, Json>> {
  return {
    ...(title !== undefined && { title }),
    ...(publishedAt !== undefined && { publishedAt }),
    ...(language !== undefined && { language }),
    text,
  }
}

/** Nothing can be found in a text without one letter or digit, and nothing need be paid for it. */
export function hasText({ text }: Article): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}

function isSomething({ surface }: Quoted): boolean {
  return surface.trim() !== ''
}

/** A context that only repeats the surface says nothing. */
function given<T extends Quoted>({ context, ...item }: T): Omit<T, 'context'> & { context?: string } {
  return context === undefined || context === item.surface ? item : { ...item, context }
}

function missing(layer: 'mentions' | 'timexes', unlocated: readonly Unlocated[]): Pick<Output, 'unlocated'> {
  return unlocated.length === 0 ? {} : { unlocated: { [layer]: unlocated } }
}
