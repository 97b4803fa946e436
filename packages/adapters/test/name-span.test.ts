import type { EntityType } from '@assay/schema'
import { describe, expect, it } from 'vitest'
import { trimName } from '../src/name-span.ts'

function trim(name: string, type: EntityType): string | null {
  const span = trimName(`(${name})`, { start: 1, end: 1 + name.length }, type)
  return span === null ? null : `(${name})`.slice(span.start, span.end)
}

describe('a name is trimmed', () => {
  it.each<[string, EntityType, string | null]>([
    ['José Müller,', 'PERSON', 'José Müller'],
    ['President Ida Moen', 'PERSON', 'Ida Moen'],
    ['the former Prime Minister Ida Moen’s', 'PERSON', 'Ida Moen'],
    ['Dr. Ida Moen', 'PERSON', 'Ida Moen'],
    ['President', 'PERSON', null],
    ['President Hotels', 'ORG', 'President Hotels'],
    ['The Ministry', 'ORG', 'Ministry'],
    ['The Hague', 'GPE', 'The Hague'],
    ['“Norvik Corp.”', 'ORG', 'Norvik Corp.'],
    ['Norvik Corp.’s', 'ORG', 'Norvik Corp.'],
    ['the U.S.', 'GPE', 'U.S.'],
    ['Sella.', 'GPE', 'Sella'],
    ["the Philippines'", 'GPE', 'Philippines'],
    ['Cafe\u0301,', 'ORG', 'Cafe\u0301'],
    ['The', 'ORG', 'The'],
    ['’s', 'ORG', null],
    ['12', 'ORG', null],
  ])('%s as %s', (name, type, expected) => {
    expect(trim(name, type)).toBe(expected)
  })
})
