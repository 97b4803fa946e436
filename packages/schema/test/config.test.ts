import { type AssayConfig, articleSchema, configSchema } from '@assay/schema'
import { expect, test } from 'vitest'

const config: Required<AssayConfig> = {
  dataset: 'newswire',
  systems: {
    'wink 2.0 @home': () => ({
      kind: 'extractor',
      adapter: 'a',
      version: '1',
      tasks: [],
      extract: () => ({}),
    }),
  },
  judges: { nli: () => ({ kind: 'judge', adapter: 'a', version: '1', judge: () => [] }) },
  metrics: [],
  reporters: [],
  workers: 1,
  timeout: 0.5,
  seed: 0xffffffff,
  reportDir: 'out',
}

test('a config may hold every field of its interface, and none', () => {
  expect(configSchema.parse(config)).toEqual(config)
  expect(configSchema.parse({})).toEqual({})
})

test.each([
  [{ sistems: {} }],
  [{ systems: { 'a/b': config.systems['wink 2.0 @home'] } }],
  [{ systems: { a: 'wink' } }],
  [{ judges: { 'a/b': config.judges['nli'] } }],
  [{ judges: { a: { kind: 'judge', adapter: 'a', version: '1' } } }],
  [{ judges: { a: { kind: 'extractor', adapter: 'a', version: '1', judge: () => [] } } }],
  [{ workers: 0 }],
  [{ timeout: 0 }],
  [{ seed: -1 }],
  [{ seed: 2 ** 32 }],
  [{ metrics: [{ id: 'm' }] }],
  [{ reporters: [{ id: 'r' }] }],
])('the config %j is refused', (value) => {
  expect(configSchema.safeParse(value).success).toBe(false)
})

test('an article has a day that exists, an id and no half of a surrogate pair', () => {
  const article = { id: 'a', text: '', publishedAt: '2024-02-29' }
  const accepts = (change: object) => articleSchema.safeParse({ ...article, ...change }).success
  expect(accepts({})).toBe(true)
  const bad = [
    { publishedAt: '2025-02-29' },
    { publishedAt: '2024-2-29' },
    { id: '' },
    { id: 'x'.repeat(201) },
    { text: 'a\ud83d' },
    { title: '\ude80' },
    { annotation: {} },
  ]
  expect(bad.filter(accepts)).toEqual([])
})
