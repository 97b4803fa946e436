import { tasks } from '@assay/schema'
import { metricContract } from '@assay/testkit'
import { describe, expect, it } from 'vitest'
import { metrics, mentionsMetric } from '../src/index.ts'

for (const metric of [...metrics, ...moreMetrics]) metricContract(metric)
metricContract(mentionsMetric({ view: 'nested', types: ['PERSON', 'GPE'] }))

describe('the catalogue of metrics', () => {
  it('names every metric once', () => {
    const ids = metrics.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('ranks each task by one metric at most', () => {
    for (const task of tasks) {
      const headlines = metrics.filter((metric) => metric.task === task && metric.headline !== undefined)
      expect(headlines.length, task).toBeLessThanOrEqual(1)
    }
  })
})
