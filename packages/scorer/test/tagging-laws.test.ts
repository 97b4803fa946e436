import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addCounts,
  countTags,
  decodeTags,
  type TagOptions,
  type TagScheme,
  tagScores,
  tagSchemes,
  scoreTags,
} from '../src/index.ts'
import { schemeRules } from '../src/tagging/schemes.ts'

const types = ['PER', 'ORG', 'WORK-OF-ART']

interface Pair {
  readonly gold: string[][]
  readonly predicted: string[][]
  readonly options: TagOptions
}

/** Two sides with any tags that the scheme, or the default mode, can hold. */
const pair: fc.Arbitrary<Pair> = fc
  .constantFrom<TagScheme | 'default'>(...tagSchemes, 'default')
  .chain((scheme) => {
    const prefixes = scheme === 'default' ? 'IOBESUL' : schemeRules[scheme].prefixes
    const tag = fc.oneof(
      fc.constant('O'),
      fc
        .tuple(fc.constantFrom(...prefixes.replace('O', '').split('')), fc.constantFrom(...types))
        .map(([prefix, type]) => `${prefix}-${type}`),
    )
    const sentence = fc.array(fc.tuple(tag, tag), { maxLength: 9 })
    const options: TagOptions = scheme === 'default' ? {} : { mode: 'strict', scheme }
    return fc.array(sentence, { maxLength: 6 }).map((sentences) => ({
      gold: sentences.map((tags) => tags.map(([gold]) => gold)),
      predicted: sentences.map((tags) => tags.map(([, predicted]) => predicted)),
      options,
    }))
  })

const law = (name: string, holds: (pair: Pair) => void) =>
  it(name, () => fc.assert(fc.property(pair, holds), { numRuns: 150 }))

describe('counts and scores of tags', () => {
  law(
    'are the sizes of the sets of decoded spans and of what the sets share',
    ({ gold, predicted, options }) => {
      const [a, b] = [spanSet(gold, options), spanSet(predicted, options)]
      const counts = countTags(gold, predicted, options)
      for (const type of types) {
        const ofType = (set: Set<string>) => [...set].filter((key) => key.endsWith(` ${type}`))
        expect(counts[`gold/${type}`] ?? 0).toBe(ofType(a).length)
        expect(counts[`predicted/${type}`] ?? 0).toBe(ofType(b).length)
        expect(counts[`correct/${type}`] ?? 0).toBe(ofType(a).filter((key) => b.has(key)).length)
      }
    },
  )

  law('do not depend on the order of sentences', ({ gold, predicted, options }) => {
    const reversed = countTags(gold.toReversed(), predicted.toReversed(), options)
    expect(reversed).toEqual(countTags(gold, predicted, options))
  })

  law('of a corpus are the sums over its sentences', ({ gold, predicted, options }) => {
    const parts = gold.map((sentence, s) => countTags([sentence], [predicted[s]!], options))
    const whole = countTags(gold, predicted, options)
    expect({ ...countTags([], [], options), ...addCounts(parts) }).toEqual(whole)
  })

  law('swap precision and recall where gold and predicted are swapped', ({ gold, predicted, options }) => {
    const there = scoreTags(gold, predicted, options)
    const back = scoreTags(predicted, gold, options)
    for (const [a, b] of [
      [there.micro, back.micro],
      [there.macro, back.macro],
    ] as const) {
      expect(b.precision.value).toBe(a.recall.value)
      expect(b.recall.value).toBe(a.precision.value)
      expect(b.f.value).toBe(a.f.value)
    }
    expect(back.accuracy).toEqual(there.accuracy)
  })

  law('lie between 0 and 1', ({ gold, predicted, options }) => {
    for (const zeroDivision of [undefined, 0, 1] as const) {
      const { micro, macro, weighted, types, accuracy } = scoreTags(gold, predicted, {
        ...options,
        ...(zeroDivision === undefined ? {} : { zeroDivision }),
      })
      const scores = [micro, macro, weighted, ...types].flatMap(({ precision, recall, f }) => [
        precision,
        recall,
        f,
      ])
      for (const { value } of [...scores, accuracy]) {
        if (value === null) continue
        expect(value).toBeGreaterThanOrEqual(0)
        expect(value).toBeLessThanOrEqual(1 + 1e-12)
      }
    }
  })

  law('of gold against itself are perfect', ({ gold, options }) => {
    const { micro, macro, types } = scoreTags(gold, gold, options)
    const perfect = { value: types.length === 0 ? null : 1 }
    for (const { precision, recall, f } of [micro, macro, ...types]) {
      for (const score of [precision, recall, f]) expect(score).toMatchObject(perfect)
    }
  })

  law('change nothing of what they are given', ({ gold, predicted, options }) => {
    const before = JSON.stringify([gold, predicted])
    tagScores(countTags(gold, predicted, options))
    expect(JSON.stringify([gold, predicted])).toBe(before)
  })
})

describe('readings of tags', () => {
  const tagsOf = (prefixes: string) =>
    fc.array(
      fc.oneof(
        fc.constant('O'),
        fc
          .tuple(fc.constantFrom(...prefixes.split('')), fc.constantFrom(...types))
          .map(([p, type]) => `${p}-${type}`),
      ),
      { maxLength: 12 },
    )

  it('agree on tags that are well formed in IOB2', () => {
    fc.assert(
      fc.property(tagsOf('BI'), (tags) => {
        const wellFormed = [tags.map((tag, t) => (isStray(tags, t) ? tag.replace('I', 'B') : tag))]
        expect(decodeTags(wellFormed)).toEqual(decodeTags(wellFormed, { mode: 'strict', scheme: 'IOB2' }))
      }),
    )
  })

  it('strict IOB2 takes a B and every I of its type behind it', () => {
    fc.assert(
      fc.property(tagsOf('BI'), (tags) => {
        const expected = runs(tags, 'B', 'I', '')
        expect(decodeTags([tags], { mode: 'strict', scheme: 'IOB2' })[0]).toEqual(expected)
      }),
    )
  })

  it.each([
    ['IOBES', 'E', 'S'],
    ['BILOU', 'L', 'U'],
  ] as const)('strict %s takes a B, any I and then %s, or %s alone', (scheme, last, single) => {
    fc.assert(
      fc.property(tagsOf(`BI${last}${single}`), (tags) => {
        const whole = runs(tags, 'B', 'I', last)
        const singles = tags.flatMap((tag, t) =>
          tag[0] === single ? [{ type: tag.slice(2), start: t, end: t + 1 }] : [],
        )
        const expected = [...whole, ...singles].sort((a, b) => a.start - b.start)
        expect(decodeTags([tags], { mode: 'strict', scheme })[0]).toEqual(expected)
      }),
    )
  })
})

/** An I that does not go on from a B or I of its type. */
function isStray(tags: readonly string[], t: number): boolean {
  return tags[t]!.startsWith('I') && tags[t - 1]?.slice(2) !== tags[t]!.slice(2)
}

/** `first`, then `inner` of its type, then `last` where one is asked for; found position by position. */
function runs(tags: readonly string[], first: string, inner: string, last: string) {
  return tags.flatMap((tag, start) => {
    if (tag[0] !== first) return []
    const type = tag.slice(2)
    let end = start + 1
    while (tags[end] === `${inner}-${type}`) end++
    if (last === '') return [{ type, start, end }]
    return tags[end] === `${last}-${type}` ? [{ type, start, end: end + 1 }] : []
  })
}

function spanSet(tags: readonly (readonly string[])[], options: TagOptions): Set<string> {
  return new Set(
    decodeTags(tags, options).flatMap((spans, s) =>
      spans.map(({ type, start, end }) => `${s}:${start}:${end} ${type}`),
    ),
  )
}
