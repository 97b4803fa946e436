import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stem } from '../src/index.ts'

const parity = new URL('../../../../shared/parity/porter.json', import.meta.url)
const skipped = existsSync(parity) ? '' : ' (skipped: there is no shared/parity/porter.json)'

describe('stem', () => {
  it.each([
    ['caresses', 'caress'],
    ['ponies', 'poni'],
    ['cats', 'cat'],
    ['caress', 'caress'],
    ['ties', 'tie'],
    ['tied', 'tie'],
    ['cried', 'cri'],
    ['feed', 'feed'],
    ['agreed', 'agre'],
    ['plastered', 'plaster'],
    ['bled', 'bled'],
    ['sing', 'sing'],
    ['conflated', 'conflat'],
    ['hopping', 'hop'],
    ['hoping', 'hope'],
    ['falling', 'fall'],
    ['filing', 'file'],
    ['happy', 'happi'],
    ['enjoy', 'enjoy'],
    ['by', 'by'],
    ['relational', 'relat'],
    ['rationally', 'ration'],
    ['conditional', 'condit'],
    ['digitizer', 'digit'],
    ['hopefully', 'hope'],
    ['geology', 'geolog'],
    ['sensibilities', 'sensibl'],
    ['triplicate', 'triplic'],
    ['electrical', 'electr'],
    ['adjustment', 'adjust'],
    ['adoption', 'adopt'],
    ['communism', 'commun'],
    ['rate', 'rate'],
    ['probate', 'probat'],
    ['controll', 'control'],
    ['roll', 'roll'],
    ['syzygy', 'syzygi'],
    ['dying', 'die'],
    ['skies', 'sky'],
    ['news', 'news'],
    ['proceed', 'proceed'],
    ['Attacks', 'attack'],
    ['cafés', 'café'],
    ['2020s', '2020'],
    ['', ''],
  ])('takes "%s" to "%s"', (word, expected) => {
    expect(stem(word)).toBe(expected)
  })

  it.each([
    // word, NLTK's default, Martin Porter's code, the article of 1980
    ['ties', 'tie', 'ti', 'ti'],
    ['tied', 'tie', 'ti', 'ti'],
    ['dying', 'die', 'dy', 'dy'],
    ['enjoy', 'enjoy', 'enjoi', 'enjoi'],
    ['geology', 'geolog', 'geologi', 'geologi'],
    ['archaeology', 'archaeolog', 'archaeolog', 'archaeologi'],
    ['sensibly', 'sensibl', 'sensibl', 'sensibli'],
    ['capably', 'capabl', 'capabl', 'capabl'],
    ['rationally', 'ration', 'ration', 'ration'],
    ['As', 'as', 'as', 'a'],
    ['', '', '', ''],
  ])('takes "%s" to "%s", "%s" and "%s" in its three modes', (word, nltk, martin, original) => {
    expect(stem(word, 'NLTK_EXTENSIONS')).toBe(nltk)
    expect(stem(word, 'MARTIN_EXTENSIONS')).toBe(martin)
    expect(stem(word, 'ORIGINAL_ALGORITHM')).toBe(original)
  })

  it('never makes a word longer, up to one letter that replaces an ending', () => {
    fc.assert(fc.property(fc.string(), (word) => stem(word).length <= word.toLowerCase().length + 1))
  })

  describe.skipIf(skipped !== '')(`on the reference words${skipped}`, () => {
    it('gives what NLTK gives, on every one of them', () => {
      const { words } = JSON.parse(readFileSync(parity, 'utf8')) as { words: [string, string][] }
      expect(words.length).toBe(3200)
      expect(words.map(([word]) => [word, stem(word)])).toEqual(words.map(([word, nltk]) => [word, nltk]))
    })
  })
})
