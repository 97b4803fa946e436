import { checkAnnotation } from '@assay/dataset'
import type { GoldArticle } from '@assay/schema'
import { describe, expect, test } from 'vitest'
import { headline, type Mutable, sample } from './sample.ts'

interface Case {
  readonly title: string
  readonly edit: (gold: Mutable<GoldArticle>) => void
  /** Code, path and message of everything that is to be found. */
  readonly finds: readonly (readonly [code: string, path: string, message: string])[]
}

// Text: 🚀 Ada met Bo in Rome. They left on Friday. a
const cases: readonly Case[] = [
  {
    title: 'a span that ends one code unit after the text',
    edit: ({ annotation }) => (annotation.timexes![0]!.alternatives![0]!.span = { start: 36, end: 46 }),
    finds: [
      [
        'span-outside-text',
        'annotation.timexes.0.alternatives.0.span',
        '[36, 46) ends outside the text, which has 45 UTF-16 code units',
      ],
    ],
  },
  {
    title: 'a span that begins in the middle of the emoji',
    edit: ({ annotation }) => (annotation.mentions![0]!.alternatives = [{ span: { start: 1, end: 6 } }]),
    finds: [
      [
        'span-splits-character',
        'annotation.mentions.0.alternatives.0.span',
        '[1, 6) cuts the character "🚀" in two at 1',
      ],
    ],
  },
  {
    title: 'a span whose offsets count code points',
    edit: ({ annotation }) => (annotation.mentions![1]!.span = { start: 16, end: 20 }),
    finds: [
      [
        'surface-differs',
        'annotation.mentions.1.span',
        'the text at [16, 20) reads " Rom", not "Rome"; it fits if the offsets count code points',
      ],
    ],
  },
  {
    title: 'a span that stands somewhere else',
    edit: ({ annotation }) => (annotation.mentions![1]!.span = { start: 11, end: 13 }),
    finds: [
      [
        'surface-differs',
        'annotation.mentions.1.span',
        'the text at [11, 13) reads "Bo", not "Rome"; that stands at [17, 21)',
      ],
    ],
  },
  {
    title: 'a surface that stands nowhere',
    edit: ({ annotation }) => (annotation.timexes![0]!.surface = 'friday'),
    finds: [
      [
        'surface-differs',
        'annotation.timexes.0.span',
        'the text at [36, 42) reads "Friday", not "friday"; the text holds that nowhere',
      ],
    ],
  },
  {
    title: 'a wrong surface at the very end of a text with an emoji',
    edit: ({ annotation }) => (annotation.mentions![1]!.span = { start: 43, end: 45 }),
    finds: [
      [
        'surface-differs',
        'annotation.mentions.1.span',
        'the text at [43, 45) reads " a", not "Rome"; that stands at [17, 21)',
      ],
    ],
  },
  {
    title: 'an optional mention on the boundaries of a core one',
    edit: ({ annotation }) =>
      annotation.mentions!.push({ ...annotation.mentions![1]!, id: 'm3', type: 'ORG', tier: 'optional' }),
    finds: [
      [
        'same-boundaries',
        'annotation.mentions.2.span',
        '"m3" has the boundaries of "m2", [17, 21): a prediction there would count twice',
      ],
    ],
  },
  {
    title: 'sentences in the wrong order',
    edit: ({ annotation }) => annotation.sentences!.reverse(),
    finds: [
      ['sentence-order', 'annotation.sentences.1', 'sentence 1 begins at 23, before sentence 0 ends at 45'],
      ['sentence-order', 'annotation.sentences.2', 'sentence 2 begins at 0, before sentence 1 ends at 43'],
    ],
  },
  {
    title: 'overlapping sentences',
    edit: ({ annotation }) => (annotation.sentences![1]!.start = 21),
    finds: [
      ['sentence-order', 'annotation.sentences.1', 'sentence 1 begins at 21, before sentence 0 ends at 22'],
    ],
  },
  {
    title: 'text between sentences',
    edit: ({ annotation }) => (annotation.sentences![1]!.start = 28),
    finds: [['text-outside-sentences', 'annotation.sentences', '"They" at 23 belongs to no sentence']],
  },
  {
    title: 'text after the last sentence',
    edit: ({ article }) => (article.text += ' Done.'),
    finds: [['text-outside-sentences', 'annotation.sentences', '"Done." at 46 belongs to no sentence']],
  },
  {
    title: 'fewer extract labels than sentences',
    edit: ({ annotation }) => (annotation.extract = [2, 0]),
    finds: [['extract-length', 'annotation.extract', '2 labels for 3 sentences']],
  },
  {
    title: 'one id twice in a layer, and once more in another, which is allowed',
    edit: ({ annotation }) => {
      annotation.summaries![1]!.id = 's1'
      annotation.timexes![0]!.id = 'm1'
    },
    finds: [['duplicate-id', 'annotation.summaries.1.id', 'the id "s1" is taken in summaries']],
  },
  {
    title: 'entities that are not there, in mention, holder and chain',
    edit: ({ annotation }) => {
      annotation.mentions![0]!.entityId = 'e7'
      annotation.claims![0]!.holder = { entityId: 'e8' }
      annotation.claims![0]!.chain = [{ description: 'a friend' }, { entityId: 'e9' }]
    },
    finds: [
      ['unknown-entity', 'annotation.mentions.0.entityId', 'there is no entity "e7" in this article'],
      ['unknown-entity', 'annotation.claims.0.holder.entityId', 'there is no entity "e8" in this article'],
      ['unknown-entity', 'annotation.claims.0.chain.1.entityId', 'there is no entity "e9" in this article'],
    ],
  },
  {
    title: 'claims that are not there, in parts and in a summary',
    edit: ({ annotation }) => {
      annotation.claims![1]!.parts = ['c3', 'c8']
      annotation.summaries![0]!.claims = ['c9']
    },
    finds: [
      ['unknown-claim', 'annotation.claims.1.parts.1', 'there is no claim "c8" in this article'],
      ['unknown-claim', 'annotation.summaries.0.claims.0', 'there is no claim "c9" in this article'],
    ],
  },
  {
    title: 'the sentence after the last one, as evidence and as claimless',
    edit: ({ annotation }) => {
      annotation.claims![2]!.evidence.push({ sentences: [1, 3] })
      annotation.claimless!.push(4)
    },
    finds: [
      [
        'unknown-sentence',
        'annotation.claims.2.evidence.1.sentences.1',
        'there is no sentence 3: the article has 3',
      ],
      ['unknown-sentence', 'annotation.claimless.1', 'there is no sentence 4: the article has 3'],
    ],
  },
  {
    title: 'a surface that is no name of its entity',
    edit: ({ annotation }) => (annotation.entities![1]!.name = 'Roma'),
    finds: [
      [
        'surface-not-a-name',
        'annotation.mentions.1.surface',
        '"Rome" is no name, alias or demonym of entity "e2"',
      ],
    ],
  },
  {
    title: 'days that do not exist, in a value and in an alternative',
    edit: ({ annotation }) => {
      annotation.timexes![0]!.value = '2025-02-30'
      annotation.timexes![0]!.alternatives![0]!.value = '2025-W54'
    },
    finds: [
      [
        'impossible-value',
        'annotation.timexes.0.value',
        '"2025-02-30" is no TIMEX3 value, or no such time exists',
      ],
      [
        'impossible-value',
        'annotation.timexes.0.alternatives.0.value',
        '"2025-W54" is no TIMEX3 value, or no such time exists',
      ],
    ],
  },
  {
    title: 'a timex that rests on a publication date that is not given',
    edit: ({ article }) => delete article.publishedAt,
    finds: [
      [
        'publication-date-missing',
        'annotation.timexes.0.basis',
        '"Friday" rests on the publication date, and the article has none',
      ],
    ],
  },
  {
    title: 'a sentence without claim',
    edit: ({ annotation }) => delete annotation.claimless,
    finds: [
      [
        'sentence-without-claim',
        'annotation.sentences.2',
        'sentence 2, "a", is evidence of no claim and not listed as claimless',
      ],
    ],
  },
  {
    title: 'a claimless sentence with a claim',
    edit: ({ annotation }) => annotation.claimless!.push(0),
    finds: [
      [
        'claimless-with-claim',
        'annotation.claimless.1',
        'sentence 0 is listed as claimless and is evidence of a claim',
      ],
    ],
  },
  {
    title: 'composites that hold each other, and one that only leads there',
    edit: ({ annotation }) => {
      annotation.claims![2]!.parts = ['c2']
      annotation.claims![0]!.parts = ['c2']
    },
    finds: [
      ['part-of-itself', 'annotation.claims.1.parts', 'the claim "c2" is a part of itself'],
      ['part-of-itself', 'annotation.claims.2.parts', 'the claim "c3" is a part of itself'],
    ],
  },
  {
    title: 'a headline of sixteen words',
    edit: ({ annotation }) => (annotation.summaries![2]!.text = 'word '.repeat(16)),
    finds: [
      ['summary-length', 'annotation.summaries.2.text', '"s3" has 16 words; a headline summary has 1 to 15'],
    ],
  },
  {
    title: 'two references of one class',
    edit: ({ annotation }) => annotation.summaries!.pop(),
    finds: [
      ['few-references', 'annotation.summaries', 'no length class has 3 references; the largest has 2'],
    ],
  },
  {
    title: 'a layer that the dataset is for and the article lacks',
    edit: ({ annotation }) => delete annotation.timexes,
    finds: [['layer-missing', 'annotation', 'not annotated: timexes, although the dataset is for dates']],
  },
]

const tasks = ['entities', 'dates', 'claims', 'summaries'] as const

describe('checkAnnotation', () => {
  test('finds nothing in an article without fault', () => {
    expect(checkAnnotation(sample('a'), tasks)).toEqual([])
  })

  test.each(cases)('finds $title', ({ edit, finds }) => {
    const problems = checkAnnotation(sample('a', edit), tasks)
    expect(problems.map(({ code, path, message }) => [code, path.join('.'), message])).toEqual(finds)
    for (const { hint } of problems) expect(hint).toMatch(/^[A-Z].*\.$/s)
  })

  test('says nothing of layers that nobody asked for, and nothing of an article without gold', () => {
    expect(checkAnnotation({ ...sample('a'), annotation: {} })).toEqual([])
  })

  test('accepts fifteen words as a headline and a fourth summary of another class', () => {
    const gold = sample('a', ({ annotation }) => {
      annotation.summaries![2]!.text = 'word '.repeat(15)
      annotation.summaries!.push({ ...headline('s4'), length: 'short', text: 'word '.repeat(45) })
    })
    expect(checkAnnotation(gold, tasks)).toEqual([])
  })

  test('accepts a mention by demonym, by possessive and in capitals', () => {
    const gold = sample('a', ({ annotation }) => {
      annotation.entities![0]!.name = "ADA's"
      annotation.entities![1]!.name = 'Italia'
      annotation.entities![1]!.demonyms = ['rome']
    })
    expect(checkAnnotation(gold, tasks)).toEqual([])
  })
})
