import { entityTypes } from '@assay/schema'
import { describe, expect, it } from 'vitest'
import { labelMap, labelMapNames, mapLabel, mappedTypes } from '../src/index.ts'

// Which of their labels stand for a type of ours: the table of the annotation guidelines, section 1.2.
const theirs = {
  conll: {
    PERSON: ['PER'],
    ORG: ['ORG'],
    GPE: ['LOC'],
    LOC: ['LOC'],
    FAC: ['LOC'],
    NORP: ['MISC'],
    EVENT: ['MISC'],
    LAW: ['MISC'],
    PRODUCT: ['MISC'],
    WORK: ['MISC'],
  },
  ontonotes: { ...Object.fromEntries(entityTypes.map((type) => [type, [type]])), WORK: ['WORK_OF_ART'] },
  ace: {
    PERSON: ['PER'],
    ORG: ['ORG'],
    GPE: ['GPE'],
    LOC: ['LOC'],
    FAC: ['FAC'],
    NORP: ['GPE', 'PER'],
    PRODUCT: ['WEA', 'VEH'],
  },
  wnut17: {
    PERSON: ['person'],
    ORG: ['corporation', 'group'],
    GPE: ['location'],
    LOC: ['location'],
    FAC: ['location'],
    NORP: ['group'],
    PRODUCT: ['product'],
    WORK: ['creative-work'],
  },
  'few-nerd': {
    PERSON: ['person'],
    ORG: ['organization'],
    GPE: ['location'],
    LOC: ['location'],
    FAC: ['building'],
    NORP: ['other'],
    EVENT: ['event'],
    LAW: ['other'],
    PRODUCT: ['product'],
    WORK: ['art'],
  },
} as const satisfies Record<string, Partial<Record<string, readonly string[]>>>

describe.each(Object.keys(theirs) as (keyof typeof theirs)[])('the map of %s', (name) => {
  const table: Partial<Record<string, readonly string[]>> = theirs[name]
  const map = labelMap(name)

  it('reads no label otherwise than the table writes it', () => {
    for (const [label, type] of Object.entries(map.types)) expect(table[type]).toContain(label)
  })

  it('reads every label of the table, but one that has no main reading', () => {
    const labels = new Set(Object.values(table).flatMap((some) => some ?? []))
    const unread = [...labels].filter((label) => mapLabel(map, label) === label && !(label in map.types))
    expect(unread).toEqual(name === 'few-nerd' ? ['other'] : [])
  })
})

it.each([
  ['conll', 'LOC', 'GPE'],
  ['conll', 'MISC', 'NORP'],
  ['ontonotes', 'LOC', 'LOC'],
  ['ontonotes', 'WORK_OF_ART', 'WORK'],
  ['ace', 'WEA', 'PRODUCT'],
  ['wnut17', 'group', 'ORG'],
  ['few-nerd', 'building', 'FAC'],
  ['assay', 'LAW', 'LAW'],
] as const)('%s %s is %s here', (name, label, type) => {
  expect(mapLabel(labelMap(name), label)).toBe(type)
})

it('leaves values out, by name', () => {
  const { values } = labelMap('ontonotes')
  expect(values.map((label) => mapLabel(labelMap('ontonotes'), label))).toEqual(values.map(() => null))
  expect(values).toContain('MONEY')
})

it('gives a label that it does not hold back as it is', () => {
  expect(mapLabel(labelMap('ontonotes'), 'LANGUAGE')).toBe('LANGUAGE')
  expect(mapLabel(labelMap('few-nerd'), 'other')).toBe('other')
  expect(mapLabel(labelMap('conll'), 'B-PER')).toBe('B-PER')
  expect(mapLabel(labelMap('conll'), 'constructor')).toBe('constructor')
})

it('never lets an unmapped label pass for a type of ours', () => {
  for (const name of labelMapNames) {
    const map = labelMap(name)
    const passed = entityTypes.filter((label) => !(label in map.types) && mapLabel(map, label) === label)
    expect(passed, name).toEqual([])
  }
  expect(mapLabel(labelMap('conll'), 'EVENT')).toBe('conll:EVENT')
})

it('tells which types a system with these labels can give', () => {
  expect(mappedTypes(labelMap('conll'))).toEqual(['PERSON', 'ORG', 'GPE', 'NORP'])
  expect(mappedTypes(labelMap('assay'))).toEqual(entityTypes)
})
