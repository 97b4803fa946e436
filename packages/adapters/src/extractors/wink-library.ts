import type { Span } from '@assay/schema'
import { winkPatterns } from './wink-patterns.ts'

/** The little of wink that is used; its own types do not tell what a span is. */
export interface Wink {
  readonly readDoc: (text: string) => {
    tokens(): { out(its: Its<string>): string[] }
    entities(): Items
    customEntities(): Items
  }
  readonly its: {
    readonly value: Its<string>
    readonly pos: Its<string>
    readonly type: Its<string>
    /** First and last token, both included. */
    readonly span: Its<[number, number]>
  }
}
export interface Items {
  each(visit: (item: { out<Value>(its: Its<Value>): Value }) => void): void
}
type Its<Value> = { readonly gives: Value }

/** What wink found at a place of the article, under wink's own type or the name of the pattern. */
export interface Found extends Span {
  readonly type: string
}

// One for the process: each load of the model escapes its pattern file once more, until it no longer fits a string.
let library: Promise<Wink> | undefined

/** wink with its English model and our patterns. */
export function loadWink(): Promise<Wink> {
  library ??= createWink()
  return library
}

async function createWink(): Promise<Wink> {
  const [{ default: winkNLP }, { default: model }] = await Promise.all([
    import('wink-nlp'),
    import('wink-eng-lite-web-model'),
  ])
  const core = (model.core as () => Core)()
  const nlp = winkNLP({ ...model, core: () => core }, ['sbd', 'pos', 'ner', 'cer'])
  nlp.learnCustomEntities(winkPatterns, { matchValue: true })
  const { readDoc, its } = nlp as unknown as Wink
  const { list, hash } = core.features.lexeme
  let known = list.length
  return {
    readDoc: (text) => {
      for (; known < list.length; known++) delete hash[list[known]!]
      return readDoc(text)
    },
    its,
  }
}

/**
 * The vocabulary of the model. wink adds every new word of a text to it and looks words up in it before it takes
 * them apart, so a text would be read in the light of those before it. Words are forgotten in `hash` only: their
 * numbers in `list` must not be given out twice.
 */
interface Core {
  readonly features: { readonly lexeme: { readonly list: string[]; readonly hash: Record<string, number> } }
}
