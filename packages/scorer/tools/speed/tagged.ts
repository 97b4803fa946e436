import { createRandom } from './texts.ts'

const types = ['PER', 'ORG', 'LOC', 'GPE', 'DATE', 'EVENT', 'WORK-OF-ART']

/** A span of tokens, the end not included. */
export interface TypedSpan {
  readonly type: string
  readonly start: number
  readonly end: number
}

/**
 * Documents of 245 tokens and 40 entities of 7 types, and predictions that change about a fifth of them. Parsed from
 * JSON, so that the strings are those a reader of files has, not 15 shared ones.
 */
export function taggedCorpus(seed: number, documents: number): { gold: string[][]; predicted: string[][] } {
  const spans = spanCorpus(seed, documents)
  const written = (side: readonly (readonly TypedSpan[])[]) =>
    JSON.parse(JSON.stringify(side.map(tagsOf))) as string[][]
  return { gold: written(spans.gold), predicted: written(spans.predicted) }
}

const tokens = 245
const entities = 40

/** The same documents as spans. */
export function spanCorpus(
  seed: number,
  documents: number,
): { gold: TypedSpan[][]; predicted: TypedSpan[][] } {
  const random = createRandom(seed)
  const gold = Array.from({ length: documents }, () => document(random))
  return {
    gold,
    predicted: gold.map((spans) => spans.flatMap((span, i) => change(random, span, spans[i + 1]))),
  }
}

/** One entity of 1 to 4 tokens in every sixth part of about six tokens. */
function document(random: () => number): TypedSpan[] {
  return Array.from({ length: entities }, (_, i) => {
    const from = Math.floor((i * tokens) / entities)
    const room = Math.floor(((i + 1) * tokens) / entities) - from
    const start = from + Math.floor(random() * (room - 4))
    return { type: pick(random), start, end: start + 1 + Math.floor(random() * 4) }
  })
}

/** Left out, of another type, longer, or shorter: a fifth. One in twenty has a spurious neighbour. */
function change(random: () => number, span: TypedSpan, next: TypedSpan | undefined): TypedSpan[] {
  const kind = random()
  const limit = next?.start ?? tokens
  if (kind < 0.05) return []
  if (kind < 0.1) return [{ ...span, type: pick(random) }]
  if (kind < 0.15) return [{ ...span, end: Math.min(span.end + 1, limit) }]
  if (kind < 0.2) return [{ ...span, start: Math.min(span.start + 1, span.end - 1) }]
  if (kind < 0.25 && span.end < limit)
    return [span, { type: pick(random), start: span.end, end: span.end + 1 }]
  return [span]
}

function tagsOf(spans: readonly TypedSpan[]): string[] {
  const tags = Array.from({ length: tokens }, () => 'O')
  for (const { type, start, end } of spans) {
    for (let at = start; at < end; at++) tags[at] = `${at === start ? 'B' : 'I'}-${type}`
  }
  return tags
}

function pick(random: () => number): string {
  return types[Math.floor(random() * types.length)]!
}
