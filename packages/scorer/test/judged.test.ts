import type { RunRecord } from '@assay/schema'
import { judgementsByWords, tinyNews } from '@assay/testkit'
import { describe, expect, it } from 'vitest'
import {
  claimSimilarityMetric,
  claimsMetric,
  oracleOutput,
  questionsOf,
  scoreSystem,
  signatureOf,
  summarySupportMetric,
} from '../src/index.ts'

const { gold: _, ...texts } = tinyNews.identity
const run: RunRecord = {
  schema: 'assay.run/1',
  id: 'claims-0',
  dataset: texts,
  selection: {},
  system: {
    name: 'c',
    kind: 'extractor',
    adapter: 'c',
    version: '1',
    tasks: ['claims'],
    options: {},
    files: {},
  },
  config: null,
  seed: 1,
  repeats: 1,
  status: 'complete',
  counts: { expected: tinyNews.articles.length, ok: tinyNews.articles.length, failed: 0, skipped: 0 },
  predictions: '',
}
const predictions = tinyNews.articles.map((gold) => ({
  article: gold.article.id,
  repeat: 0,
  status: 'ok' as const,
  output: oracleOutput(gold),
}))
const metrics = [claimsMetric(), claimSimilarityMetric(), summarySupportMetric()]
const judge = { adapter: 'words', id: 'ab'.repeat(32) }

describe('a judged metric', () => {
  const questions = questionsOf(tinyNews, run, predictions, metrics)
  const judgements = judgementsByWords(questions)
  const scored = (judged?: { judge: typeof judge; judgements: typeof judgements }) =>
    scoreSystem(tinyNews, run, predictions, { metrics, judged }).sheet.scores

  it('has its questions asked once, in the order of their ids, for the tasks of the run', () => {
    const ids = questions.map(({ id }) => id)
    expect(ids.length).toBeGreaterThan(0)
    expect(ids).toEqual([...new Set(ids)].sort())
    expect(new Set(questions.map(({ kind }) => kind))).toEqual(new Set(['equivalence']))
  })

  it('has one question of texts that differ in white space only', () => {
    const asked = (gold: string, predicted: string) =>
      claimSimilarityMetric().questions!({
        article: { id: 'a', text: 'The bridge was closed.' },
        gold: { claims: [{ ...tinyNews.articles[0]!.annotation.claims![0]!, text: gold }] },
        predicted: { claims: [{ text: predicted }] },
        produced: true,
      })
    const [question, ...others] = asked('The bridge closed.', 'A bridge was shut.')
    expect(others).toEqual([])
    expect(asked(' The bridge\n closed. ', '\tA bridge  was shut. ')).toEqual([question])
  })

  it('has a score where all its questions are answered, signed with the judge', () => {
    const [claims, similarity] = scored({ judge, judgements })
    expect(similarity!.values['f1']!.value).toBe(1)
    expect(similarity!.signature).toMatch(
      /^claim-similarity\|version:1\|threshold:0.5\|judge:words@abababababab\|gold:/,
    )
    expect(claims!.signature).not.toContain('judge')
  })

  it('has none without a judge, and none when one answer is missing', () => {
    const some = new Map([...judgements].slice(1))
    for (const scores of [scored(), scored({ judge, judgements: some })]) {
      expect(scores.map(({ metric }) => metric)).toEqual(['claims'])
    }
  })

  it('is never signed as that of another judge', () => {
    const [, metric] = metrics
    const other = { ...judge, id: 'cd'.repeat(32) }
    const signatures = [judge, other].map((by) => signatureOf(metric!, tinyNews.identity, by))
    expect(new Set(signatures).size).toBe(2)
  })
})
