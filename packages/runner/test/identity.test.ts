import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../src/canonical.ts'
import { describeRun, excluded, predictionIdentity, runId } from '../src/identity.ts'
import type { RunOptions } from '../src/index.ts'
import { articleSeed } from '../src/seed.ts'
import { optionsFor } from './kit.ts'

const options = optionsFor('echo', '/runs')
const system = {
  name: 'echo',
  kind: 'summarizer',
  adapter: 'fixture',
  version: '1',
  tasks: ['summaries'],
  options: { a: 1, b: 2 },
  files: { 'model.bin': 'hash' },
} as const
type System = Parameters<typeof describeRun>[1]

const idOf = (changes: Partial<RunOptions> = {}, as: System = system) =>
  runId(describeRun({ ...options, ...changes }, as))

describe('the identity of a run', () => {
  it.each<[string, Partial<RunOptions>]>([
    ['dataset', { dataset: { ...options.dataset, texts: 'others' } }],
    ['selection', { selection: { limit: 3 } }],
    ['configHash', { configHash: 'another' }],
    ['seed', { seed: 2 }],
    ['repeats', { repeats: 2 }],
    ['request', { request: { minWords: 100, maxWords: 120 } }],
  ])('changes with %s', (_, changes) => {
    expect(idOf(changes)).not.toBe(idOf())
  })

  it.each<[string, Partial<System>]>([
    ['name', { name: 'GOOD' }],
    ['adapter', { adapter: 'other' }],
    ['version', { version: '2' }],
    ['tasks', { tasks: ['claims'] }],
    ['entityTypes', { entityTypes: ['PERSON'] }],
    ['options', { options: { a: 1, b: 3 } }],
    ['files', { files: { 'model.bin': 'another' } }],
  ])('changes with the %s of the system', (_, changes) => {
    expect(idOf({}, { ...system, ...changes })).not.toBe(idOf())
  })

  const others: Partial<RunOptions> = {
    articles: [],
    host: { module: 'other', args: [] },
    runsDir: 'other',
    timeoutMs: 7,
    startTimeoutMs: 7,
    workers: 7,
    signal: AbortSignal.abort(),
    maxUsd: 7,
    onProgress: () => {},
  }
  const changes: Record<keyof typeof excluded, Partial<RunOptions>> = {
    ...(Object.fromEntries(Object.entries(others).map(([key, value]) => [key, { [key]: value }])) as Record<
      keyof typeof excluded,
      Partial<RunOptions>
    >),
    name: { name: 'only the system says it' },
    'dataset.name': { dataset: { ...options.dataset, name: 'other' } },
    'dataset.version': { dataset: { ...options.dataset, version: '2' } },
    'dataset.articles': { dataset: { ...options.dataset, articles: 7 } },
  }
  it.each(Object.keys(excluded) as (keyof typeof excluded)[])('stays when %s changes', (key) => {
    expect(changes[key]).toBeDefined()
    expect(idOf(changes[key])).toBe(idOf())
  })

  it('does not hang on the order of keys', () => {
    expect(idOf({}, { ...system, options: { b: 2, a: 1 } })).toBe(idOf())
  })

  it('holds what is asked for only where somebody is asked', () => {
    const extractor: System = { ...system, kind: 'extractor' }
    expect(idOf({ request: { minWords: 1, maxWords: 2 } }, extractor)).toBe(idOf({}, extractor))
  })

  it.each([
    ['wink', /^wink-[0-9a-f]{12}$/],
    ['Zürich 1.0 @home', /^z-rich-1-0-home-[0-9a-f]{12}$/],
    ['..', /^system-[0-9a-f]{12}$/],
    ['../../etc', /^etc-[0-9a-f]{12}$/],
    ['東京', /^system-[0-9a-f]{12}$/],
    [`a${'-'.repeat(38)}bc`, /^a-bc-[0-9a-f]{12}$/],
    ['x'.repeat(64), /^x{40}-[0-9a-f]{12}$/],
  ])('names the folder of %s safely', (name, id) => {
    expect(idOf({}, { ...system, name })).toMatch(id)
  })

  it('is the same today as when runs were stored', () => {
    // A change here makes every stored run of users another run: raise the version in the preimage on purpose only.
    expect(predictionIdentity(describeRun(options, system))).toMatchInlineSnapshot(
      `"cdd655478ad231fb954150376eb36eb945196e49ae125d481d01269bd3be4ec2"`,
    )
  })
})

describe('canonical JSON', () => {
  it('sorts keys by code unit, at every depth, and holds no white space', () => {
    expect(canonicalJson({ b: [{ d: null, c: true }], a: 'é\n', B: -0, é: 1e21, Z: undefined })).toBe(
      '{"B":0,"a":"é\\n","b":[{"c":true,"d":null}],"é":1e+21}',
    )
  })

  it.each([Number.NaN, Infinity, undefined, () => 1, Symbol('s')])('refuses %s', (value) => {
    expect(() => canonicalJson([value])).toThrow(TypeError)
  })
})

describe('the seed of an article', () => {
  it('is 32 bits that hang on run, article and repeat', () => {
    const seeds = [
      articleSeed(1, 'a', 0),
      articleSeed(2, 'a', 0),
      articleSeed(1, 'b', 0),
      articleSeed(1, 'a', 1),
    ]
    expect(new Set(seeds).size).toBe(4)
    for (const seed of seeds) expect(seed >>> 0).toBe(seed)
    expect(articleSeed(1, 'a', 0)).toMatchInlineSnapshot(`2665135767`)
  })
})
