import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { readFileSync } from 'node:fs'
import { describe, expect, it, vi } from 'vitest'
import { builtInSystems, catalogue } from '../src/index.ts'

// A library that is imported while a system is only created ends the test.
const heavy = vi.hoisted(() => (name: string) => () => {
  throw new Error(`${name} was loaded`)
})
vi.mock('wink-nlp', heavy('wink-nlp'))
vi.mock('wink-eng-lite-web-model', heavy('wink-eng-lite-web-model'))
vi.mock('compromise', heavy('compromise'))
vi.mock('chrono-node', heavy('chrono-node'))
vi.mock('chrono-node/en', heavy('chrono-node/en'))
vi.mock('@xenova/transformers', heavy('@xenova/transformers'))

describe('the catalogue', () => {
  it('lists every system under its own id, with its tasks', () => {
    // The house model is one setting of an adapter that runs any.
    const adapters: Readonly<Record<string, string>> = { house: 'transformers-entities' }
    const listed = catalogue.map(({ id, tasks }) => ({ id: adapters[id] ?? id, tasks }))
    const created = catalogue
      .map(({ create }) => create())
      .map(({ adapter, tasks }) => ({ id: adapter, tasks }))
    expect(listed).toEqual(created)
  })

  it('is what the built-in systems are', () => {
    expect(Object.keys(builtInSystems())).toEqual(catalogue.map(({ id }) => id))
    expect(builtInSystems().lead!().adapter).toBe('lead')
  })

  it('covers every task', () => {
    const covered = new Set(catalogue.flatMap(({ tasks }) => tasks))
    expect([...covered].sort()).toEqual(['claims', 'dates', 'entities', 'summaries'])
  })
})

describe('a heavy library', () => {
  it.each(['wink', 'compromise', 'chrono', 'house'])(
    'of %s is loaded by prepare and not before',
    async (id) => {
      const system = builtInSystems()[id]!()
      await expect(system.prepare?.({ allowNetwork: false })).rejects.toThrow()
    },
  )

  it('stands in the version of its adapter', () => {
    const versions = Object.fromEntries(catalogue.map(({ id, create }) => [id, create().version]))
    expect(versions.wink).toContain(`wink-nlp-${installed('wink-nlp')}`)
    expect(versions.wink).toContain(`wink-eng-lite-web-model-${installed('wink-eng-lite-web-model')}`)
    expect(versions.compromise).toContain(`compromise-${installed('compromise')}`)
    expect(versions.chrono).toContain(`chrono-node-${installed('chrono-node')}`)
    expect(versions.house).toContain(`transformers-${installed('@xenova/transformers')}`)
  })
})

function installed(name: string): string {
  let folder = dirname(createRequire(import.meta.url).resolve(name))
  while (!folder.endsWith(name)) folder = dirname(folder)
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version
}
