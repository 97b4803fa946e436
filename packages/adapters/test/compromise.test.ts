import { expect, it } from 'vitest'
import { compromise } from '../src/index.ts'
import { names } from './call.ts'

it.each([
  ['Marie Duval, the mayor, met Jo Vik.', ['PERSON Marie Duval', 'PERSON Jo Vik']],
  ['Dr. John Lind’s team won.', ['PERSON John Lind']],
  ['The Norvik Shipping Corp. paid.', ['ORG Norvik Shipping Corp.']],
  ['They flew from Norway to Chile, then home.', ['GPE Norway', 'GPE Chile']],
  ['A French-born player left.', ['NORP French']],
  ['Nothing at all happened there.', []],
])('compromise finds names: %s', async (text, expected) => {
  expect(await names(compromise(), text)).toEqual(expected)
})

it('compromise keeps offsets behind emoji', async () => {
  expect(await names(compromise(), '👩‍👩‍👧 😀 Marie Duval left Norway.')).toEqual([
    'PERSON Marie Duval',
    'GPE Norway',
  ])
})
