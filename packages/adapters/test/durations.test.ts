import { expect, it } from 'vitest'
import { durationValue, setValue } from '../src/durations.ts'

it.each([
  ['two years', 'P2Y'],
  ['a year', 'P1Y'],
  ['18-month', 'P18M'],
  ['about 30 minutes', 'PT30M'],
  ['an hour', 'PT1H'],
  ['fifty days', 'P50D'],
  ['several weeks', 'PXW'],
  ['three decades', 'P30Y'],
  ['several decades', 'PXDE'],
  ['twenty-one days', null],
  ['2.5 years', null],
  ['a year and two months', null],
  ['two fortnights', null],
  ['years', null],
  ['', null],
])('the duration %j has the value %j', (surface, value) => {
  expect(durationValue(surface)).toBe(value)
})

it.each([
  ['every Monday', 'XXXX-WXX-1'],
  ['Each year', 'P1Y'],
  ['every hour', 'PT1H'],
  ['every other week', null],
  ['Monday', null],
])('the set %j has the value %j', (surface, value) => {
  expect(setValue(surface)).toBe(value)
})
