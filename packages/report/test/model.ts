import { metrics, scoreBounds, scoreSystem } from '@assay/scorer'
import type { Dataset, ReportModel } from '@assay/schema'
import { tinyNews } from '@assay/testkit'
import { buildReport, type ReportInput } from '../src/build.ts'
import { madeUpRun } from './runs.ts'

/** A report on tinyNews: five systems that are gold with seeded damage, one of which fails on an article. */
export function tinyInput(dataset: Dataset = tinyNews): ReportInput {
  const first = dataset.articles[0]?.article.id ?? ''
  const runs = [
    madeUpRun(dataset, {
      name: 'all-round',
      tasks: ['entities', 'dates', 'claims', 'summaries'],
      quality: 0.9,
    }),
    madeUpRun(dataset, { name: 'capitals', tasks: ['entities'], quality: 0.5 }),
    madeUpRun(dataset, { name: 'flaky', tasks: ['entities', 'dates'], quality: 0.8, fails: [first] }),
    madeUpRun(dataset, { name: 'lead', tasks: ['summaries'], quality: 0.2 }),
    madeUpRun(dataset, { name: 'sentences', tasks: ['claims'], quality: 0.4 }),
  ]
  return {
    dataset,
    systems: runs.map(({ record, predictions }) => scoreSystem(dataset, record, predictions)),
    bounds: scoreBounds(dataset),
    metrics,
    runs,
  }
}

export function tinyReport(): ReportModel {
  return buildReport(tinyInput())
}

export const hostileText = '<script>document.title="run"</script><img src=x onerror=alert(1)>'

/** The same with titles that try to run something, and texts that end in it and in bidi controls. */
export function hostileReport(): ReportModel {
  const dataset: Dataset = {
    ...tinyNews,
    manifest: { ...tinyNews.manifest, title: hostileText },
    articles: tinyNews.articles.map((item) => ({
      ...item,
      article: {
        ...item.article,
        title: `${hostileText}\u202e`,
        text: `${item.article.text}\n${hostileText} \u202eend\u202c`,
      },
    })),
  }
  return buildReport(tinyInput(dataset))
}
