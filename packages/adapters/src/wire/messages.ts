// What is sent to a program or a service and what comes back: the same in both, JSON without offsets of ours.
import {
  type Article,
  type CallContext,
  certainties,
  polarities,
  type SummaryRequest,
  timexModSchema,
  timexTypeSchema,
  taskSchema,
} from '@assay/schema'
import * as z from 'zod'

export const protocolVersion = 1

/** What offsets count: Unicode code points (Python), UTF-16 code units (JavaScript, Java), bytes of UTF-8 (C, Go, Rust). */
export const offsetUnits = ['codepoint', 'utf16', 'byte'] as const
export type OffsetUnit = (typeof offsetUnits)[number]

const natural = z.int().min(0)
const offsetUnit = z.enum(offsetUnits).describe('What `start` and `end` count. Needed where they are given.')

/** What one article is asked with. */
export const questionSchema = z
  .strictObject({
    id: z.string().describe('Comes back in the answer.'),
    text: z.string(),
    title: z.string().exactOptional(),
    publishedAt: z.iso.date().exactOptional().describe('When the text was written.'),
    language: z.string().exactOptional().describe('BCP 47, for example `en`.'),
    seed: natural.describe('For whatever is drawn by lot: the same for the same article.'),
    repeat: natural.describe('0 for the first pass over the articles.'),
    minWords: natural.exactOptional().describe('Only for summarizers.'),
    maxWords: natural.exactOptional().describe('Only for summarizers: longer ones are cut when scored.'),
  })
  .describe('One article.')
export type Question = z.infer<typeof questionSchema>

const span = {
  start: natural.exactOptional(),
  end: natural.exactOptional().describe('The first offset behind it.'),
  surface: z
    .string()
    .exactOptional()
    .describe(
      'The text at the offsets, which checks them. Without offsets: the string to be found in the text.',
    ),
  context: z
    .string()
    .exactOptional()
    .describe('Without offsets: a longer stretch of the text that holds the surface.'),
}

const hasPlace = ({ start, end, surface }: { start?: number; end?: number; surface?: string }) =>
  start === undefined ? end === undefined && surface !== undefined : end !== undefined && start < end
const placeError = { error: 'needs start < end, or a surface without offsets' }

const mention = z
  .strictObject({
    ...span,
    type: z.string().min(1).describe('A type of ours, or a label that `labels` of the config knows.'),
    score: z.number().min(0).max(1).exactOptional(),
    entityId: z.string().min(1).exactOptional().describe('The same for mentions of the same thing.'),
  })
  .refine(hasPlace, placeError)

const timex = z
  .strictObject({
    ...span,
    type: timexTypeSchema,
    value: z.string().min(1).nullable().describe('TIMEX3; null: not resolved.'),
    mod: timexModSchema.exactOptional(),
  })
  .refine(hasPlace, placeError)

const claim = z.strictObject({
  text: z.string(),
  holder: z.string().min(1).exactOptional(),
  polarity: z.enum(polarities).exactOptional(),
  certainty: z.enum(certainties).exactOptional(),
  evidence: z
    .array(
      z.strictObject({ start: natural, end: natural }).refine(({ start, end }) => start < end, {
        error: 'needs start < end',
      }),
    )
    .exactOptional(),
})

/** What comes back for an article. Each layer that the system is measured on must be there; `[]`: nothing found. */
export const answerSchema = z
  .strictObject({
    id: z.string().describe('The id of the article.'),
    offsetUnit: offsetUnit.exactOptional(),
    mentions: z.array(mention).exactOptional(),
    timexes: z.array(timex).exactOptional(),
    claims: z.array(claim).exactOptional(),
    summary: z.string().exactOptional(),
    usage: z
      .strictObject({
        inputTokens: natural.exactOptional(),
        outputTokens: natural.exactOptional(),
        usd: z.number().min(0).exactOptional(),
      })
      .exactOptional()
      .describe('What the answer cost.'),
    error: z.string().min(1).exactOptional().describe('Instead of layers: why there are none.'),
  })
  .describe('What was made of one article.')
export type Answer = z.infer<typeof answerSchema>
export type GivenSpan = Pick<z.infer<typeof mention>, 'start' | 'end' | 'surface' | 'context'>

/** The first line of a program. */
export const helloSchema = z
  .strictObject({
    protocol: z.literal(protocolVersion),
    name: z.string().min(1),
    version: z.string().min(1).describe('Raised whenever the same text could give another answer.'),
    offsetUnit: offsetUnit.exactOptional(),
    tasks: z.array(taskSchema).exactOptional().describe('What it can do.'),
  })
  .describe('The first line that a program writes, once it is ready.')
export type Hello = z.infer<typeof helloSchema>

/** The last line of a program. */
export const endSchema = z
  .strictObject({
    end: z.literal(true),
    answers: natural.describe('How many articles were answered, errors included.'),
  })
  .describe('The last line that a program writes, after its input has ended.')

export function questionOf(article: Article, context: CallContext, request?: SummaryRequest): Question {
  const { id, text, title, publishedAt, language } = article
  return {
    id,
    text,
    ...(title !== undefined && { title }),
    ...(publishedAt !== undefined && { publishedAt }),
    ...(language !== undefined && { language }),
    seed: context.seed,
    repeat: context.repeat,
    ...(request && { minWords: request.minWords, maxWords: request.maxWords }),
  }
}
