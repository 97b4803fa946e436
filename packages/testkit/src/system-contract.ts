import {
  type Article,
  type CallContext,
  layerOfTask,
  type Output,
  parseOutput,
  type SummaryRequest,
  type System,
  tasks,
} from '@assay/schema'
import { describe, expect, it } from 'vitest'
import { tinyNews } from './tiny-news.ts'

export interface SystemContractOptions {
  /** The summaries are made of words of the article, in the article's order. */
  readonly extractive?: boolean
}

/** Texts that break careless adapters, beside those of tinyNews. */
const troubleTexts: Readonly<Record<string, string>> = {
  empty: '',
  'white-space': ' \t\r\n\u00a0\u2003 \n\n ',
  'one-long-word': 'x'.repeat(20_000),
  'long-hyphenated': 'ab-'.repeat(2_000),
  'no-letters': '1234 -- ??? ... !!! (5,6) 78% \u2026',
  emoji: '👩‍👩‍👧‍👦 Kari Moen met 👍🏽 in 🇳🇴 Oslo on 3 March 2026. 🎉🎉 She said “hei” 😀.',
  combining: 'Re\u0301ne\u0301 Cote\u0301 said Zoe\u0308 came from A\u030angstro\u0308m on Monday.',
  'right-to-left': 'שר החוץ דן לוי אמר ביום שני. \u202eAcme Corp.\u202c signed in القاهرة on 4 May 2025.',
  crlf: 'OSLO\r\n\r\nThe Ministry of Fish\r\nsaid on Friday\r\nthat 2 boats sank.\r\n\r\n',
  'odd-spaces': `Ada\u00a0 Lind\t\u2003of\u200b Nord\ufeffbank${' '.repeat(70_000)}left Bergen\u2028on 1 June.`,
  controls: 'NUL\u0000 and ESC \u001b[31mred\u001b[0m by Olav \u0007 Berg.',
  'object-keys': 'constructor __proto__ toString hasOwnProperty Constructor __Proto__ valueOf.',
  markup: '<script>alert("Acme")</script> & <b>Bo Ek</b> said </script>`${x}` on 1/2/2025.',
  'no-full-stop': 'Bo Ek and Ida Ek of Ekhold met in Ekby on Monday with Ekhold '.repeat(60),
  'long-first-sentence': `${'Word after word the mayor of Ekby read out '.repeat(20)}and stopped.`,
}

/** Every article the contract shows a system, frozen: those of tinyNews and the troublesome texts. */
export const contractArticles: readonly Article[] = [
  ...tinyNews.articles.map((gold) => gold.article),
  ...Object.entries(troubleTexts).map(([id, text]) => ({ id, text, publishedAt: '2026-03-05' })),
].map((article) => deepFreeze(structuredClone(article)))

const request: SummaryRequest = { minWords: 45, maxWords: 60 }

/**
 * What every system must keep, whatever is behind it: registers a vitest suite. `create` gives a new system
 * each time.
 */
export function systemContract(
  name: string,
  create: () => System,
  options: SystemContractOptions = {},
): void {
  describe(`${name} keeps the contract of a system`, () => {
    const shared = create()

    it('describes itself in JSON', () => {
      const { adapter, version, tasks: declared, entityTypes, options: own, files } = shared
      const described = { adapter, version, declared, entityTypes, own, files }
      expect(JSON.parse(JSON.stringify(described))).toEqual(dropUndefined(described))
      expect(adapter).toMatch(/^[a-z0-9][a-z0-9-]*$/)
      expect(version).not.toBe('')
    })

    it('declares tasks that its kind can do', () => {
      const { kind, tasks: declared } = shared
      expect(new Set(declared).size).toBe(declared.length)
      expect(declared.length).toBeGreaterThan(0)
      expect(tasks).toEqual(expect.arrayContaining([...declared]))
      expect(declared.includes('summaries')).toBe(kind === 'summarizer')
      if (kind === 'summarizer') expect(declared).toEqual(['summaries'])
    })

    it('answers without being prepared, and the same after being prepared twice', async () => {
      const article = contractArticles[0]!
      const unprepared = await answer(create(), article)
      const system = create()
      await system.prepare?.({ allowNetwork: false })
      await system.prepare?.({ allowNetwork: false })
      expect(await answer(system, article)).toEqual(unprepared)
      await system.close?.()
    })

    for (const article of contractArticles) {
      it(`gives every declared layer, with spans that fit, on ${article.id}`, async () => {
        const output = await answer(shared, article)
        expect(parseOutput(output, article, shared.tasks)).toEqual(output)
        expect(Object.keys(output).sort()).toEqual(shared.tasks.map((task) => layerOfTask[task]).sort())
        const types = shared.entityTypes
        if (types !== undefined) for (const { type } of output.mentions ?? []) expect(types).toContain(type)
      })
    }

    it('gives the same answer twice, and in any order of articles', async () => {
      const once = await answerAll(create(), contractArticles)
      const system = create()
      const reversed = await answerAll(system, contractArticles.toReversed())
      const again = await answerAll(system, contractArticles)
      expect(reversed).toEqual(once)
      expect(again).toEqual(once)
    })

    it('leaves the article and the request as they were', async () => {
      for (const article of contractArticles) {
        const given = structuredClone(article)
        const budget = { ...request }
        await answer(shared, given, budget)
        expect(budget).toEqual(request)
        expect(given).toEqual(article)
      }
    })

    it('speaks of no other article', async () => {
      const marked = { id: 'marked', text: 'Zyxwold Quorvane of Vexbury said on Monday that Plimsk fell.' }
      const system = create()
      await answerOrMissing(system, marked)
      const plain = contractArticles[0]!
      expect(JSON.stringify(await answer(system, plain))).not.toMatch(/Zyxwold|Quorvane|Vexbury|Plimsk/)
    })

    if (shared.kind !== 'summarizer') return

    it('stays within the budget of words', async () => {
      for (const article of contractArticles) {
        for (const maxWords of [1, 15, 60, 120]) {
          const output = await answer(shared, article, { minWords: 1, maxWords })
          expect(words(output.summary?.text ?? '').length).toBeLessThanOrEqual(maxWords)
        }
      }
    })

    if (!options.extractive) return

    it('draws its words from the article, in the order of the article', async () => {
      for (const article of contractArticles) {
        const { summary } = await answer(shared, article)
        expect(isSubsequence(words(summary!.text), words(article.text))).toBe(true)
        expect(summary!.text === '').toBe(words(article.text).length === 0)
      }
    })
  })
}

async function answer(system: System, article: Article, budget: SummaryRequest = request): Promise<Output> {
  const context = contextOf(article)
  if (system.kind === 'extractor') return system.extract(article, context)
  return { summary: await system.summarize(article, budget, context) }
}

/** A predictions file need not hold the article; that is no answer, and leaks nothing. */
async function answerOrMissing(system: System, article: Article): Promise<void> {
  await answer(system, article).catch((error: unknown) => {
    if ((error as { failure?: unknown } | undefined)?.failure !== 'missing') throw error
  })
}

async function answerAll(system: System, articles: readonly Article[]): Promise<Record<string, Output>> {
  const outputs: [string, Output][] = []
  for (const article of articles) outputs.push([article.id, await answer(system, article)])
  return Object.fromEntries(outputs.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** The seed depends on the id alone, as in a run. */
function contextOf(article: Article): CallContext {
  const seed = Array.from(article.id).reduce((hash, char) => (hash * 31 + char.codePointAt(0)!) >>> 0, 7)
  return { signal: new AbortController().signal, seed, repeat: 0, spend: () => {} }
}

function words(text: string): string[] {
  return text.match(/\S+/g) ?? []
}

function isSubsequence(part: readonly string[], whole: readonly string[]): boolean {
  let found = 0
  for (const word of whole) if (word === part[found]) found++
  return found === part.length
}

function dropUndefined(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined))
}

function deepFreeze<T extends object>(value: T): T {
  for (const child of Object.values(value)) if (typeof child === 'object' && child !== null) deepFreeze(child)
  return Object.freeze(value)
}
