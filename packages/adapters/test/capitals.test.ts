import { expect, it } from 'vitest'
import { capitals } from '../src/index.ts'
import { names } from './call.ts'

it.each([
  ['a run of two words', 'Then Ida Moen left.', ['PERSON Ida Moen']],
  ['a head word', 'Then the Bank of Sella closed.', ['ORG Bank of Sella']],
  ['a role before it', 'Then mayor Moen left.', ['PERSON Moen']],
  ['a title at its start', 'Then President Ida Moen left.', ['PERSON Ida Moen']],
  ['a place preposition', 'They met in Sella.', ['GPE Sella']],
  ['capitals only', 'Then NATO met.', ['ORG NATO']],
  ['no rule at all', 'Then Plimsk fell.', ['ORG Plimsk']],
  ['a country and a demonym', 'Then Norwegian ships left Chile.', ['NORP Norwegian', 'GPE Chile']],
  ['stop words, days and months', 'The Monday talks, he said, were in March. But I stayed.', []],
  ['a first word that is small elsewhere', 'Ships left. The ships came back.', []],
  ['a first word that is never small', 'Plimsk fell.', ['ORG Plimsk']],
  ['sentences one by one', 'They saw Ida. Jo Vik came.', ['ORG Ida', 'PERSON Jo Vik']],
  ['an abbreviation', 'Then Norvik Corp. paid, and the U.S. cheered.', ['ORG Norvik Corp.', 'GPE U.S.']],
])('capitals goes by %s', async (_, text, expected) => {
  expect(await names(capitals(), text)).toEqual(expected)
})
