import { metrics, scoreBounds, scoreSystem } from '@assay/scorer'
import type { ReportModel } from '@assay/schema'
import { tinyNews } from '@assay/testkit'
import { buildReport, type ReportInput } from '../src/build.ts'
import { madeUpRun } from './runs.ts'

/** A report on tinyNews: five systems that are gold with seeded damage, one of which fails on an article. */
export function tinyInput(): ReportInput {
  const first = tinyNews.articles[0]?.article.id ?? ''
  const runs = [
    madeUpRun(tinyNews, {
      name: 'all-round',
      tasks: ['entities', 'dates', 'claims', 'summaries'],
      quality: 0.9,
    }),
    madeUpRun(tinyNews, { name: 'capitals', tasks: ['entities'], quality: 0.5 }),
    madeUpRun(tinyNews, { name: 'flaky', tasks: ['entities', 'dates'], quality: 0.8, fails: [first] }),
    madeUpRun(tinyNews, { name: 'lead', tasks: ['summaries'], quality: 0.2 }),
    madeUpRun(tinyNews, { name: 'sentences', tasks: ['claims'], quality: 0.4 }),
  ]
  return {
    dataset: tinyNews,
    systems: runs.map(({ record, predictions }) => scoreSystem(tinyNews, record, predictions)),
    bounds: scoreBounds(tinyNews),
    metrics,
    runs,
  }
}

export function tinyReport(): ReportModel {
  return buildReport(tinyInput())
}
