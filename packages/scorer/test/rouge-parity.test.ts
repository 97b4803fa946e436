import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { rougeN } from '../src/summaries/rouge/ngrams.ts'
import { rougeMany, rougePair } from '../src/summaries/rouge/pair.ts'
import type { RougeScore } from '../src/summaries/rouge/score.ts'
import { createRougeReader, rougeTokens } from '../src/summaries/rouge/text.ts'

const file = new URL('../../../../shared/parity/rouge.json', import.meta.url)

type Numbers = Record<string, [number, number, number]>
interface Case {
  id: number
  ref?: string
  refs?: string[]
  cand: string
  plain: Numbers
  stem: Numbers
  candTokens?: string[]
  candTokensStem?: string[]
}

describe.skipIf(!existsSync(file))(
  'against rouge_score 0.1.2 (the vectors beside the repository; skipped where they are absent)',
  () => {
    const cases: Case[] = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).cases : []

    it('holds all 400 cases', () => expect(cases).toHaveLength(400))

    it.each([
      { name: 'plain', stemmer: false },
      { name: 'stem', stemmer: true },
    ] as const)('gives its numbers within 1e-9, $name', ({ name, stemmer }) => {
      for (const one of cases) {
        const references = one.refs ?? [one.ref!]
        const several = rougeMany(references, one.cand, { stemmer, references: 'best' })
        const single = one.ref === undefined ? several : rougePair(one.ref, one.cand, { stemmer })
        const read = createRougeReader({ stemmer })
        const trigrams = references
          .map((reference) => rougeN(read(reference), read(one.cand), 3))
          .reduce((best, score) => (score.f > best.f ? score : best))
        for (const [kind, score] of Object.entries({ ...several, ...single, rouge3: trigrams })) {
          expectWithin(score, one[name][kind]!, `case ${one.id} ${kind}`)
        }
      }
    })

    it('cuts the same tokens', () => {
      const listed = cases.filter((one) => one.candTokens !== undefined)
      expect(listed).toHaveLength(40)
      for (const one of listed) {
        expect(rougeTokens(one.cand, { stemmer: false })).toEqual(one.candTokens)
        expect(rougeTokens(one.cand)).toEqual(one.candTokensStem)
      }
    })
  },
)

function expectWithin(score: RougeScore, [precision, recall, f]: [number, number, number], where: string) {
  expect(Math.abs(score.precision - precision), `${where} precision`).toBeLessThan(1e-9)
  expect(Math.abs(score.recall - recall), `${where} recall`).toBeLessThan(1e-9)
  expect(Math.abs(score.f - f), `${where} f`).toBeLessThan(1e-9)
}
