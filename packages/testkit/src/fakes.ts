import type { Article, CallContext, Extractor, Output, System, Task } from '@assay/schema'
import { layerOfTask } from '@assay/schema'

/** Which articles, by id, a fake misbehaves on. On all others it answers like `echo`. */
export type Articles = (id: string) => boolean

const every: Articles = () => true

/** Well-behaved: marks the first capitalised word of each article as an ORG. */
export function echo(): Extractor {
  return fake('echo', firstCapital)
}

/** Well-behaved: gives the same output for every article. Its tasks are the layers of that output. */
export function fixed(output: Omit<Output, 'summary'>): Extractor {
  const declared = (['entities', 'dates', 'claims'] as const).filter((task) => layerOfTask[task] in output)
  return { ...fake('fixed', () => output), tasks: declared }
}

/** Throws an Error that names the article. */
export function throws(articles: Articles = every): System {
  return misbehaving('throws', articles, (article) => {
    throw new Error(`refused ${article.id}`)
  })
}

export function throwsUndefined(articles: Articles = every): System {
  return misbehaving('throws-undefined', articles, () => {
    throw undefined
  })
}

/** Returns a promise that rejects with an Error that names the article. */
export function rejects(articles: Articles = every): System {
  return misbehaving('rejects', articles, (article) => Promise.reject(new Error(`rejected ${article.id}`)))
}

/** Returns a promise that never settles, and ignores the abort signal. */
export function hangs(articles: Articles = every): System {
  return misbehaving('hangs', articles, () => new Promise(() => {}))
}

/** Blocks the event loop for ever. Only a kill ends it. */
export function busyLoop(articles: Articles = every): System {
  return misbehaving('busy-loop', articles, () => {
    for (;;);
  })
}

/** Ends its own process with `code`, without an answer. */
export function exits(articles: Articles = every, code = 3): System {
  return misbehaving('exits', articles, () => process.exit(code))
}

/** Ends its own process with `code` before the first article. */
export function exitsInPrepare(code = 3): System {
  return { ...echo(), adapter: 'exits-in-prepare', prepare: () => Promise.resolve(process.exit(code)) }
}

/** Fails to load, as with a missing model. */
export function throwsInPrepare(): System {
  const prepare = () => Promise.reject(new Error('the model is not there'))
  return { ...echo(), adapter: 'throws-in-prepare', prepare }
}

/** Needs `milliseconds` to load, then is well-behaved. */
export function slowStart(milliseconds = 500): System {
  const prepare = () => new Promise<void>((resolve) => void setTimeout(resolve, milliseconds))
  return { ...echo(), adapter: 'slow-start', prepare }
}

/** Kills its own process so that no handler runs. */
export function killsItself(articles: Articles = every): System {
  return misbehaving('kills-itself', articles, async () => {
    process.kill(process.pid, 'SIGKILL')
    return new Promise(() => {})
  })
}

/** Fills the heap until the process dies. Give it a small heap, or it takes gigabytes first. */
export function heapHog(articles: Articles = every): System {
  return misbehaving('heap-hog', articles, () => {
    const hoard: object[][] = []
    for (;;) hoard.push(Array.from({ length: 10_000 }, () => ({})))
  })
}

/** Gives something that is no output. */
export function nonsense(articles: Articles = every, answer: unknown = { mentions: 'many' }): System {
  return misbehaving('nonsense', articles, () => answer)
}

/** Gives a span that ends behind the text. */
export function wrongOffsets(articles: Articles = every): System {
  return misbehaving('wrong-offsets', articles, ({ text }) => ({
    mentions: [{ span: { start: 0, end: text.length + 1 }, type: 'ORG' }],
  }))
}

/** Gives a surface that is not the slice at its span, as a tool that counts in other units does. */
export function wrongSurface(articles: Articles = every): System {
  return misbehaving('wrong-surface', articles, ({ text }) => ({
    mentions: [{ span: { start: 0, end: 1 }, surface: `${text.slice(0, 1)}?`, type: 'ORG' }],
  }))
}

/** Gives a score that is not a number. */
export function nanScores(articles: Articles = every): System {
  return misbehaving('nan-scores', articles, () => ({
    mentions: [{ span: { start: 0, end: 1 }, type: 'ORG', score: Number.NaN }],
  }))
}

/** Answers well, and writes noise and terminal escapes to both streams. */
export function noisy(articles: Articles = every): System {
  return misbehaving('noisy', articles, (article) => {
    process.stdout.write('\u001b[31mloading 50 %\u001b[0m\r{"not":"yours"}\n')
    process.stderr.write('\u001b]0;title\u0007warning: noise\n')
    return firstCapital(article)
  })
}

/** Answers well, after trying to change the article it was given. */
export function mutator(articles: Articles = every): System {
  return misbehaving('mutator', articles, (article) => {
    const output = firstCapital(article)
    Reflect.set(article, 'text', 'changed')
    Reflect.set(article, 'id', 'changed')
    return output
  })
}

/** Answers well, and throws from a timer afterwards, when nobody waits for it any more. */
export function throwsLater(articles: Articles = every): System {
  return misbehaving('throws-later', articles, (article) => {
    setTimeout(() => {
      throw new Error(`late trouble with ${article.id}`)
    }, 0)
    return firstCapital(article)
  })
}

function firstCapital({ text }: Article): Pick<Output, 'mentions'> {
  const match = /\p{Lu}\p{L}*/u.exec(text)
  if (match === null) return { mentions: [] }
  const [surface] = match
  const span = { start: match.index, end: match.index + surface.length }
  return { mentions: [{ span, surface, type: 'ORG' }] }
}

type Answer = (article: Article, context: CallContext) => unknown

/** The answer is not typed: half of the fakes give what no extractor may. */
function fake(adapter: string, answer: Answer): Extractor {
  const entities: Task[] = ['entities']
  return {
    kind: 'extractor',
    adapter,
    version: '1',
    tasks: entities,
    extract: (article, context) => answer(article, context) as Omit<Output, 'summary'>,
  }
}

function misbehaving(adapter: string, articles: Articles, answer: Answer): Extractor {
  return fake(adapter, (article, context) =>
    articles(article.id) ? answer(article, context) : firstCapital(article),
  )
}
