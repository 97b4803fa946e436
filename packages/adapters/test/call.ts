import type { Article, CallContext, Extractor, Summarizer, System } from '@assay/schema'

const context: CallContext = { signal: new AbortController().signal, seed: 1, repeat: 0, spend: () => {} }

function article(text: string, publishedAt?: string): Article {
  return { id: 'a', text, ...(publishedAt !== undefined && { publishedAt }) }
}

async function extract(system: System, text: string, publishedAt?: string) {
  return (system as Extractor).extract(article(text, publishedAt), context)
}

/** Mentions as `TYPE surface`. */
export async function names(system: System, text: string): Promise<string[]> {
  const { mentions = [] } = await extract(system, text)
  return mentions.map(({ type, span }) => `${type} ${text.slice(span.start, span.end)}`)
}

/** Timexes as `[TYPE, surface, value]`. */
export async function times(system: System, text: string, publishedAt?: string) {
  const { timexes = [] } = await extract(system, text, publishedAt)
  return timexes.map(({ type, span, value }) => [type, text.slice(span.start, span.end), value])
}

export async function claims(system: System, text: string) {
  return (await extract(system, text)).claims
}

export async function summary(system: Summarizer, text: string, maxWords: number, seed = 1): Promise<string> {
  const request = { minWords: 1, maxWords }
  return (await system.summarize(article(text), request, { ...context, seed })).text
}
