import type { Article, CallContext, Output, Task } from '@assay/schema'
import { placeMentions, placeTimexes } from '../placing/place.ts'
import { inputOf } from './article.ts'
import type { Client } from './client.ts'
import type { Prompt } from './prompts.ts'
import { claims, mentions, type Quoted, timexes } from './shapes.ts'
import { askFor, type Shape } from './structured.ts'

export type ExtractionTask = Exclude<Task, 'summaries'>

/** How a layer is asked for, and made of what comes back. */
interface Layer {
  readonly shape: Shape<unknown>
  find(client: Client, prompt: Prompt, article: Article, context: CallContext): Promise<Output>
}

export const layers: Readonly<Record<ExtractionTask, Layer>> = {
  entities: layer(mentions, (answer, text) => {
    const { unlocated, ...placed } = placeMentions(text, answer.mentions.filter(isSomething).map(given))
    return unlocated.length === 0 ? placed : { ...placed, unlocated: { mentions: unlocated } }
  }),
  dates: layer(timexes, (answer, text) => {
    const { unlocated, ...placed } = placeTimexes(text, answer.timexes.filter(isSomething).map(given))
    return unlocated.length === 0 ? placed : { ...placed, unlocated: { timexes: unlocated } }
  }),
  claims: layer(claims, (answer) => ({
    claims: answer.claims
      .filter(({ text }) => text.trim() !== '')
      .map(({ holder, ...claim }) => ({ ...claim, ...(holder !== undefined && { holder }) })),
  })),
}

function layer<T>(shape: Shape<T>, outputOf: (answer: T, text: string) => Output): Layer {
  return {
    shape,
    async find(client, prompt, article, context) {
      return outputOf(await askFor(client, { prompt, input: inputOf(article), shape }, context), article.text)
    },
  }
}

function isSomething({ surface }: Quoted): boolean {
  return surface.trim() !== ''
}

/** A context that only repeats the surface says nothing. */
function given<T extends Quoted>({ context, ...item }: T): Omit<T, 'context'> & { context?: string } {
  return context === undefined || context === item.surface ? item : { ...item, context }
}
