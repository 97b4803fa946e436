import { scoreSystem } from '@assay/scorer'
import type { Prediction } from '@assay/schema'
import { tinyNews } from '@assay/testkit'
import { describe, expect, it } from 'vitest'
import { buildReport } from '../src/build.ts'
import { markdown } from '../src/reporters/markdown.ts'
import { tinyInput } from './model.ts'
import { madeUpRun } from './runs.ts'

describe('a system without offsets', () => {
  const run = madeUpRun(tinyNews, { name: 'strings', tasks: ['entities'], quality: 0.7 })
  const annotated = new Set(
    tinyNews.articles.flatMap(({ article, annotation }) => (annotation.mentions ? [article.id] : [])),
  )
  const answered = run.predictions.flatMap((prediction) =>
    prediction.status === 'ok' && annotated.has(prediction.article) ? [prediction.output] : [],
  )
  const found = answered.flatMap(({ mentions = [] }) => mentions).length
  const lost = answered.length
  const predictions = run.predictions.map((prediction): Prediction => {
    if (prediction.status !== 'ok') return prediction
    const { mentions = [] } = prediction.output
    return {
      ...prediction,
      output: {
        mentions: mentions.map((mention) => ({ ...mention, placement: 'exact' })),
        unlocated: { mentions: [{ surface: 'Nowhere', type: 'PERSON' }] },
      },
    }
  })
  const input = tinyInput()
  const sheet = scoreSystem(tinyNews, run.record, predictions)

  it('stands on the board with a note on how its strings were placed', () => {
    const model = buildReport({ ...input, systems: [...input.systems, sheet] })
    expect(markdown.render(model)).toContain(
      `- strings gave ${found + lost} strings without offsets: ${found} exact, ${lost} unlocated\n`,
    )
    const row = model.details
      .find(({ metric }) => metric === 'mentions')
      ?.rows.find(({ system }) => system === 'strings')
    expect(row?.values['placed.unlocated']).toMatchObject({ value: lost })
  })

  it('is the only one with such a note', () => {
    expect(markdown.render(buildReport(input))).not.toContain('without offsets')
  })
})
