import { expect, it } from 'vitest'
import { claimSentences } from '../src/index.ts'
import { claims } from './call.ts'

it('makes a claim of each sentence, with the sentence as evidence', async () => {
  expect(await claims(claimSentences(), 'A ship\nsank. Nobody was hurt.\n')).toEqual([
    { text: 'A ship sank.', evidence: [{ start: 0, end: 12 }] },
    { text: 'Nobody was hurt.', evidence: [{ start: 13, end: 29 }] },
  ])
})

it.each([
  ['The harbour is closed, the Port Authority said.', 'Port Authority'],
  ['“It is closed,” said President Ida Moen.', 'Ida Moen'],
  ['According to Norvik Corp., it is closed.', 'Norvik Corp.'],
  ['The Bank of Sella says it is closed.', 'Bank of Sella'],
  ['It is said to be closed.', undefined],
  ['The mayor said it is closed.', undefined],
])('names the holder: %s', async (text, holder) => {
  expect((await claims(claimSentences(), text))?.[0]?.holder).toBe(holder)
})

it('with a limit gives the most central sentences, in the order of the article', async () => {
  const text =
    'Cats sleep. The harbour fire burned boats. Dogs bark. Boats in the harbour burned. The fire spread.'
  const found = await claims(claimSentences({ most: 2 }), text)
  expect(found?.map((claim) => claim.text)).toEqual([
    'The harbour fire burned boats.',
    'Boats in the harbour burned.',
  ])
})
