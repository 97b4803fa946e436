import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkDataset, formatFindings } from '@assay/dataset'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { datasetFolder, manifest, sample } from './sample.ts'

/** Every place in a JSON value, as keys from the top. */
function places(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path]
  return [path, ...Object.entries(value).flatMap(([key, inner]) => places(inner, [...path, key]))]
}

function replaced(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by
  const copy: Record<string, unknown> = Array.isArray(value)
    ? ([...value] as never)
    : { ...(value as object) }
  copy[key] = replaced(copy[key], rest, by)
  return copy
}

const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.integer({ min: -1, max: 60 }),
  fc.constantFrom(
    'e1',
    'c1',
    'c2',
    's1',
    'm1',
    '2025-02-30',
    'P1Y',
    'core',
    'Rome',
    '',
    '\u202e',
    '__proto__',
  ),
)

test('whatever stands anywhere in an article gives a report, and no exception', async () => {
  const folder = datasetFolder({ 'dataset.json': manifest })
  const gold = sample('a')
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...places(gold)), anything, async (path, value) => {
      writeFileSync(join(folder, 'articles/a.json'), JSON.stringify(replaced(gold, path, value)))
      const { findings, dataset } = await checkDataset(folder)
      expect(dataset === null).toBe(findings.some(({ severity }) => severity === 'error'))
      expect(formatFindings(findings)).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u)
    }),
    { numRuns: 200 },
  )
})

test('whatever bytes an article has, there is a report, and no exception', async () => {
  const folder = datasetFolder({ 'dataset.json': manifest })
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      writeFileSync(join(folder, 'articles/a.json'), bytes)
      expect((await checkDataset(folder)).dataset).toBeNull()
    }),
    { numRuns: 200 },
  )
})

test('an article of a million words without a space and with ten thousand mentions is checked in seconds', async () => {
  const text = 'Ada'.repeat(1_000_000)
  const mentions = Array.from({ length: 10_000 }, (_, i) => ({
    id: `m${i}`,
    span: { start: i * 3, end: i * 3 + 3 },
    surface: 'Bo',
    type: 'PERSON',
  }))
  const article = { schema: 'assay.article/1', article: { id: 'a', text }, annotation: { mentions } }
  const start = performance.now()
  const { findings } = await checkDataset(
    datasetFolder({ 'dataset.json': manifest, 'articles/a.json': article }),
  )
  expect(findings.filter(({ code }) => code === 'surface-differs')).toHaveLength(10_000)
  expect(performance.now() - start).toBeLessThan(30_000)
})
