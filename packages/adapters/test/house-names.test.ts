import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
const lists = ['first.txt', 'last.txt'].map((name) => read(`../house-ner/train/names/${name}`))
const trained = new Set(lists.flatMap((list) => list.split(/\s+/)).filter((name) => name !== ''))

interface Gold {
  readonly annotation?: {
    readonly entities?: readonly { readonly type: string; readonly name: string }[]
  }
}

/** The words of every person that an evaluated article names. */
function evaluatedNames(dataset: string): string[] {
  const folder = `../../../datasets/${dataset}/articles`
  return readdirSync(new URL(folder, import.meta.url)).flatMap((file) => {
    const gold: Gold = JSON.parse(read(`${folder}/${file}`))
    const persons = (gold.annotation?.entities ?? []).filter(({ type }) => type === 'PERSON')
    return persons.flatMap(({ name }) => name.split(/\s+/))
  })
}

describe('the names the house model was trained on', () => {
  it.each(['newswire', 'daily8'])('hold none of a person in %s', (dataset) => {
    const names = evaluatedNames(dataset)
    expect(names.length).toBeGreaterThan(20)
    expect(names.filter((name) => trained.has(name))).toEqual([])
  })

  it('are many', () => expect(trained.size).toBeGreaterThan(500))
})
