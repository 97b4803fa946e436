import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { scoreTags, type TagOptions, type TagScore } from '../src/index.ts'
import { damage } from '../tools/wnut17/damage.ts'
import { readDev } from '../tools/wnut17/read.ts'

const folder = fileURLToPath(new URL('../../../../shared/data/wnut17/', import.meta.url))

const strict: TagOptions = { mode: 'strict', scheme: 'IOB2' }

describe.skipIf(!existsSync(folder))(
  'WNUT 2017 development part against a damaged copy (skipped where shared/data/wnut17 is absent)',
  () => {
    const gold = existsSync(folder) ? readDev(folder) : []

    it('has the sentences, tokens and entities that its description counts', () => {
      const { counts, types } = scoreTags(gold, gold, strict)
      expect(gold).toHaveLength(1009)
      expect(counts['tokens']).toBe(15_733)
      expect(types.map(({ type, gold }) => [type, gold])).toEqual([
        ['corporation', 34],
        ['creative-work', 105],
        ['group', 39],
        ['location', 74],
        ['person', 470],
        ['product', 114],
      ])
    })

    it.each([1, 17, 2017])('scores as sets of (sentence, type, start, end) do, seed %i', (seed) => {
      const predicted = damage(gold, seed)
      for (const [options, isLenient] of [
        [{}, true],
        [strict, false],
      ] as const) {
        const [a, b] = [entities(gold, isLenient), entities(predicted, isLenient)]
        const { micro, macro, types } = scoreTags(gold, predicted, options)
        expect(ratios(micro)).toEqual(setRatios(a, b))
        const perType = types.map(({ type }) => setRatios(ofType(a, type), ofType(b, type)))
        expect(types.map(ratios)).toEqual(perType)
        const mean = perType.reduce((sum, [, , f]) => sum + f!, 0) / perType.length
        expect(macro.f.value).toBeCloseTo(mean, 12)
      }
    })

    it('gives these counts at seed 17', () => {
      const predicted = damage(gold, 17)
      const counted = (options: TagOptions) =>
        scoreTags(gold, predicted, options).types.map(({ type, gold, predicted, correct }) => [
          type,
          gold,
          predicted,
          correct,
        ])
      expect(counted({})).toEqual([
        ['corporation', 34, 73, 24],
        ['creative-work', 105, 124, 84],
        ['group', 39, 66, 33],
        ['location', 74, 95, 60],
        ['person', 470, 429, 371],
        ['product', 114, 131, 92],
      ])
      expect(counted(strict)).toEqual([
        ['corporation', 34, 71, 22],
        ['creative-work', 105, 118, 78],
        ['group', 39, 65, 32],
        ['location', 74, 90, 55],
        ['person', 470, 416, 358],
        ['product', 114, 123, 84],
      ])
    })
  },
)

describe('eight sentences in the style of WNUT 2017, counted by hand', () => {
  // Token, gold, predicted. All words are invented.
  const sentences = [
    // person right; location too short.
    'Tavi/B-person/B-person Orsel/I-person/I-person lands/O/O in/O/O Port/B-location/B-location Quenn/I-location/O',
    // product of another type.
    'my/O/O Glimmo/B-product/B-corporation 9/I-product/I-corporation broke/O/O again/O/O',
    // creative-work begins with I: only the default mode takes it.
    'watching/O/O The/B-creative-work/I-creative-work Umber/I-creative-work/I-creative-work Tide/I-creative-work/I-creative-work',
    // group missed.
    'Vell/B-group/O and/I-group/O the/I-group/O Hush/I-group/O tonight/O/O',
    // person spurious.
    'lol/O/O morbin/O/B-person time/O/O',
    // Two persons side by side, written as one.
    'Jask/B-person/B-person Nim/B-person/I-person said/O/O hi/O/O',
    // corporation right; person right.
    'Brill/B-corporation/B-corporation hired/O/O Zano/B-person/B-person',
    // Nothing.
    'so/O/O tired/O/O',
  ].map((sentence) => sentence.split(' ').map((token) => token.split('/')))
  const gold = sentences.map((tokens) => tokens.map(([, tag]) => tag!))
  const predicted = sentences.map((tokens) => tokens.map(([, , tag]) => tag!))

  it('the default mode finds four of nine', () => {
    const { types, micro, macro, weighted, accuracy } = scoreTags(gold, predicted)
    expect(types.map(({ type, gold, predicted, correct }) => [type, gold, predicted, correct])).toEqual([
      // Brill; and Glimmo 9, which is no corporation.
      ['corporation', 1, 2, 1],
      ['creative-work', 1, 1, 1],
      ['group', 1, 0, 0],
      ['location', 1, 1, 0],
      // Gold: Tavi Orsel, Jask, Nim, Zano. Predicted: Tavi Orsel, morbin, Jask Nim, Zano.
      ['person', 4, 4, 2],
      ['product', 1, 0, 0],
    ])
    // 4 correct of 8 predicted and 9 gold: F1 2 · 4 / 17.
    expect(ratios(micro)).toEqual([4 / 8, 4 / 9, 8 / 17])
    // corporation 2/3, creative-work 1, person 1/2, the other three 0.
    expect(macro.f.value).toBeCloseTo((2 / 3 + 1 + 1 / 2) / 6, 12)
    // The same, four times person.
    expect(weighted.f.value).toBeCloseTo((2 / 3 + 1 + 4 / 2) / 9, 12)
    // Of 32 tokens: Quenn, Glimmo, 9, The, the four of the group, morbin and Nim differ.
    expect(accuracy).toEqual({ value: 22 / 32 })
  })

  it('strict mode loses the span that begins with I, and finds three of nine', () => {
    const { micro, types } = scoreTags(gold, predicted, strict)
    expect(ratios(micro)).toEqual([3 / 7, 3 / 9, 6 / 16])
    expect(types[1]).toMatchObject({ type: 'creative-work', gold: 1, predicted: 0, correct: 0 })
  })
})

describe('the damage', () => {
  const gold = Array.from({ length: 300 }, () => ['O', 'B-person', 'I-person', 'O', 'O', 'B-group', 'O'])

  it('is the same for a seed, another for another, and leaves gold as it is', () => {
    const before = structuredClone(gold)
    expect(damage(gold, 5)).toEqual(damage(gold, 5))
    expect(damage(gold, 5)).not.toEqual(damage(gold, 6))
    expect(gold).toEqual(before)
  })

  it('drops, shifts, retypes and adds entities, and writes I for B', () => {
    const sentences = damage(gold, 5).map((tags) => tags.join(' '))
    const some = (pattern: RegExp) => sentences.some((tags) => pattern.test(tags))
    expect(some(/^O O O O O B-group O$/)).toBe(true)
    expect(some(/^O B-person O O O B-group O$/)).toBe(true)
    expect(some(/^O B-group I-group O/)).toBe(true)
    expect(some(/^B-/)).toBe(true)
    expect(some(/O I-person I-person O/)).toBe(true)
    expect(some(/B-group I-group$/)).toBe(true)
  })
})

/** Position by position: what begins at a token, and how far it goes. */
function entities(corpus: readonly (readonly string[])[], isLenient: boolean): Set<string> {
  const found = new Set<string>()
  corpus.forEach((tags, sentence) => {
    tags.forEach((tag, start) => {
      const type = tag.slice(2)
      const before = tags[start - 1] ?? 'O'
      const begins = tag.startsWith('B') || (isLenient && tag !== 'O' && before.slice(2) !== type)
      if (!begins) return
      let end = start + 1
      while (tags[end] === `I-${type}`) end++
      found.add(JSON.stringify([sentence, type, start, end]))
    })
  })
  return found
}

function ofType(keys: Set<string>, type: string): Set<string> {
  return new Set([...keys].filter((key) => (JSON.parse(key) as unknown[])[1] === type))
}

function setRatios(gold: Set<string>, predicted: Set<string>): number[] {
  const correct = [...gold].filter((key) => predicted.has(key)).length
  return [correct / predicted.size, correct / gold.size, (2 * correct) / (gold.size + predicted.size)]
}

function ratios({ precision, recall, f }: TagScore): (number | null)[] {
  return [precision.value, recall.value, f.value]
}
