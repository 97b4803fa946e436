import { tasks } from '@assay/schema'
import { metricContract } from '@assay/testkit'
import { describe, expect, it } from 'vitest'
import { mentionsMetric, metrics, moreMetrics } from '../src/index.ts'

const catalogue = [...metrics, ...moreMetrics]

for (const metric of catalogue) metricContract(metric)
metricContract(mentionsMetric({ view: 'nested', types: ['PERSON', 'GPE'] }))

describe('the catalogue of metrics', () => {
  it('names every metric once', () => {
    const ids = catalogue.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('ranks each task by one metric at most', () => {
    for (const task of tasks) {
      const headlines = catalogue.filter((metric) => metric.task === task && metric.headline !== undefined)
      expect(headlines.length, task).toBeLessThanOrEqual(1)
    }
  })
})
