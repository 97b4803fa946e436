import type { Extractor } from '@assay/schema'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { transformersEntities } from '../src/index.ts'
import { makeFamilies } from './transformers-families.ts'
import { hostileTexts } from './transformers-texts.ts'

const families = makeFamilies()

async function found(system: Extractor, text: string) {
  const context = { signal: new AbortController().signal, seed: 1, repeat: 0, spend: () => {} }
  return (await system.extract({ id: 'a', text }, context)).mentions!
}

describe.each(families)('a $name model', ({ modelDir }) => {
  const system = transformersEntities({ modelDir, labels: 'conll' })

  it('gives spans that are slices, in order, none over another, on hostile texts', async () => {
    const property = fc.asyncProperty(hostileTexts, async (text) => {
      let done = 0
      for (const { span, surface } of await found(system, text)) {
        expect(text.slice(span.start, span.end)).toBe(surface)
        expect(surface).toBe(surface!.trim())
        expect(span.start).toBeGreaterThanOrEqual(done)
        expect(span.end).toBeGreaterThan(span.start)
        done = span.end
      }
    })
    await fc.assert(property, { numRuns: 500 })
  })

  it('reads a text of a megabyte to its end, in bounded memory', async () => {
    const line = 'Alice Smith and Åse, both of Acme Corp, met in Oslo 👍🏽 on Friday.\r\n'
    const text = line.repeat(Math.ceil(1_000_000 / line.length))
    const before = process.memoryUsage().rss
    const mentions = await found(system, text)
    expect(mentions).toHaveLength(4 * (text.length / line.length))
    const last = mentions.at(-1)!
    expect(last.surface).toBe('Oslo')
    expect(last.span.start).toBe(text.lastIndexOf('Oslo'))
    expect((process.memoryUsage().rss - before) / 2 ** 20).toBeLessThan(500)
  })

  it.each(['x', '東', '👍🏽', 'e\u0301', '\u200b', ' ', '\n'])('survives 60,000 times %j', async (sign) => {
    const text = `Oslo ${sign.repeat(60_000)} Oslo`
    const names = (await found(system, text)).filter(({ surface }) => surface!.startsWith('Oslo'))
    expect(names.map(({ span }) => span.start)).toContain(0)
  })
})
