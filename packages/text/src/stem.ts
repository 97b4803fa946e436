/** Who wrote the variant down: NLTK's default, Martin Porter's own later code, the article of 1980. */
export type StemMode = 'NLTK_EXTENSIONS' | 'MARTIN_EXTENSIONS' | 'ORIGINAL_ALGORITHM'

/**
 * The Porter stem of one word, lower-cased (Porter 1980), in one of the three modes of NLTK's stemmer. The default
 * departs from Porter's own code: a list of irregular forms, short words in -ies and -ied, a stricter y to i, more
 * suffixes. Words of one or two letters come back as they are, except in the original; letters outside a to z count
 * as consonants. ROUGE leaves words of up to three letters alone: that rule is ROUGE's, not the stemmer's.
 */
export function stem(word: string, mode: StemMode = 'NLTK_EXTENSIONS'): string {
  if (mode !== 'NLTK_EXTENSIONS') return stemmed(word.toLowerCase(), variants[mode])
  const known = remembered.get(word)
  if (known !== undefined) return known
  const result = stemmed(word.toLowerCase(), variants[mode])
  remember(word, result)
  return result
}

interface Variant {
  /** Whether the default's departures hold. Otherwise the rules are Porter's. */
  readonly isExtended: boolean
  /** Shorter words are left alone, in letters. */
  readonly shortest: number
  readonly secondSuffixes: readonly Replacement[]
}

function stemmed(word: string, variant: Variant): string {
  if (word.length < variant.shortest) return word
  return (variant.isExtended && irregular.get(word)) || porterStem(word, variant)
}

function porterStem(word: string, variant: Variant): string {
  let stem = turnedY(withoutPastOrProgressive(withoutPlural(word, variant), variant), variant)
  stem = doubleSuffixReduced(stem, variant)
  stem = suffixReplaced(stem, thirdSuffixes, (rest) => measure(rest) > 0)
  stem = suffixReplaced(stem, fourthSuffixes, mayLoseFourthSuffix)
  return withoutDoubleL(withoutFinalE(stem, variant))
}

const remembered = new Map<string, string>()

/** Texts repeat their words. Long ones are not kept: V8 would keep the text alive that they were cut from. */
function remember(word: string, stem: string): void {
  if (word.length > 12) return
  if (remembered.size >= 20_000) remembered.clear()
  remembered.set(word, stem)
}

type Replacement = readonly [suffix: string, replacement: string]

const irregular = new Map<string, string>([
  ['skies', 'sky'],
  ['sky', 'sky'],
  ['dying', 'die'],
  ['lying', 'lie'],
  ['tying', 'tie'],
  ['news', 'news'],
  ['inning', 'inning'],
  ['innings', 'inning'],
  ['outing', 'outing'],
  ['outings', 'outing'],
  ['canning', 'canning'],
  ['cannings', 'canning'],
  ['howe', 'howe'],
  ['proceed', 'proceed'],
  ['exceed', 'exceed'],
  ['succeed', 'succeed'],
])

/** Step 1a. */
function withoutPlural(word: string, { isExtended }: Variant): string {
  if (!word.endsWith('s')) return word
  if (word.endsWith('ies')) return word.slice(0, isExtended && word.length === 4 ? -1 : -2)
  if (word.endsWith('sses')) return word.slice(0, -2)
  return word.endsWith('ss') ? word : word.slice(0, -1)
}

/** Step 1b. */
function withoutPastOrProgressive(word: string, variant: Variant): string {
  if (variant.isExtended && word.endsWith('ied')) return word.slice(0, word.length === 4 ? -1 : -2)
  if (word.endsWith('eed')) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word
  const cut = word.endsWith('ed') ? 2 : word.endsWith('ing') ? 3 : 0
  const rest = word.slice(0, word.length - cut)
  if (cut === 0 || !hasVowel(rest)) return word
  if (rest.endsWith('at') || rest.endsWith('bl') || rest.endsWith('iz')) return `${rest}e`
  if (endsInDoubleConsonant(rest)) return /[lsz]$/.test(rest) ? rest : rest.slice(0, -1)
  return measure(rest) === 1 && endsInShortSyllable(rest, variant) ? `${rest}e` : rest
}

/** Step 1c: "happy" and "happily" meet, "by" stays; "enjoy" stays in the default only. */
function turnedY(word: string, { isExtended }: Variant): string {
  if (!word.endsWith('y')) return word
  const rest = word.slice(0, -1)
  const isEnough = isExtended ? rest.length > 1 && isConsonant(rest, rest.length - 1) : hasVowel(rest)
  return isEnough ? `${rest}i` : word
}

const commonSecondSuffixes: readonly Replacement[] = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['izer', 'ize'],
  ['alli', 'al'],
  ['entli', 'ent'],
  ['eli', 'e'],
  ['ousli', 'ous'],
  ['ization', 'ize'],
  ['ation', 'ate'],
  ['ator', 'ate'],
  ['alism', 'al'],
  ['iveness', 'ive'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['aliti', 'al'],
  ['iviti', 'ive'],
  ['biliti', 'ble'],
]

/** No word ends in two suffixes of which neither ends in the other, so these may stand behind the common ones. */
const variants: Readonly<Record<StemMode, Variant>> = {
  NLTK_EXTENSIONS: {
    isExtended: true,
    shortest: 3,
    // -ogi only after an l, which stays with the rest that is measured.
    secondSuffixes: [...commonSecondSuffixes, ['bli', 'ble'], ['fulli', 'ful'], ['ogi', 'og']],
  },
  MARTIN_EXTENSIONS: {
    isExtended: false,
    shortest: 3,
    secondSuffixes: [...commonSecondSuffixes, ['bli', 'ble'], ['logi', 'log']],
  },
  ORIGINAL_ALGORITHM: {
    isExtended: false,
    shortest: 1,
    secondSuffixes: [...commonSecondSuffixes, ['abli', 'able']],
  },
}

/** Step 2. In the default, what is left of -alli may end in another suffix of this step ("rationally"). */
function doubleSuffixReduced(word: string, variant: Variant): string {
  const rest = word.slice(0, -4)
  if (variant.isExtended && word.endsWith('alli') && measure(rest) > 0) {
    return doubleSuffixReduced(`${rest}al`, variant)
  }
  return suffixReplaced(word, variant.secondSuffixes, (rest, suffix) => {
    return measure(rest) > 0 && (suffix !== 'ogi' || rest.endsWith('l'))
  })
}

const thirdSuffixes: readonly Replacement[] = [
  ['icate', 'ic'],
  ['ative', ''],
  ['alize', 'al'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ful', ''],
  ['ness', ''],
]

const fourthSuffixes: readonly Replacement[] = [
  'al',
  'ance',
  'ence',
  'er',
  'ic',
  'able',
  'ible',
  'ant',
  'ement',
  'ment',
  'ent',
  'ion',
  'ou',
  'ism',
  'ate',
  'iti',
  'ous',
  'ive',
  'ize',
].map((suffix) => [suffix, ''])

function mayLoseFourthSuffix(rest: string, suffix: string): boolean {
  return measure(rest) > 1 && (suffix !== 'ion' || rest.endsWith('s') || rest.endsWith('t'))
}

/** Step 5a. */
function withoutFinalE(word: string, variant: Variant): string {
  if (!word.endsWith('e')) return word
  const rest = word.slice(0, -1)
  const size = measure(rest)
  return size > 1 || (size === 1 && !endsInShortSyllable(rest, variant)) ? rest : word
}

/** Step 5b. */
function withoutDoubleL(word: string): string {
  return word.endsWith('ll') && measure(word.slice(0, -1)) > 1 ? word.slice(0, -1) : word
}

/** The first suffix that fits decides, even when what it leaves is too short. */
function suffixReplaced(
  word: string,
  replacements: readonly Replacement[],
  isEnough: (rest: string, suffix: string) => boolean,
): string {
  for (const [suffix, replacement] of replacements) {
    if (!word.endsWith(suffix)) continue
    const rest = word.slice(0, word.length - suffix.length)
    return isEnough(rest, suffix) ? rest + replacement : word
  }
  return word
}

/** Porter's m: how many times a vowel is followed by a consonant. */
function measure(word: string): number {
  let count = 0
  let wasVowel = false
  for (let index = 0; index < word.length; index++) {
    const isVowel: boolean = !isConsonantAfter(word, index, wasVowel)
    if (wasVowel && !isVowel) count++
    wasVowel = isVowel
  }
  return count
}

function hasVowel(word: string): boolean {
  for (let index = 0; index < word.length; index++) if (!isConsonant(word, index)) return true
  return false
}

function endsInDoubleConsonant(word: string): boolean {
  const last = word.length - 1
  return last > 0 && word[last] === word[last - 1] && isConsonant(word, last)
}

/** Porter's *o: consonant, vowel, consonant other than w, x, y ("hop"); in the default also the whole of "at", "up". */
function endsInShortSyllable(word: string, { isExtended }: Variant): boolean {
  const last = word.length - 1
  if (last === 1 && isExtended) return !isConsonant(word, 0) && isConsonant(word, 1)
  return (
    last > 1 &&
    isConsonant(word, last) &&
    !isConsonant(word, last - 1) &&
    isConsonant(word, last - 2) &&
    !/[wxy]$/.test(word)
  )
}

/** A y is a vowel after a consonant. A run of y alternates, so its start decides. */
function isConsonant(word: string, index: number): boolean {
  let start = index
  while (start > 0 && word[start] === 'y') start--
  let isVowel = false
  for (let at = start; at <= index; at++) isVowel = !isConsonantAfter(word, at, isVowel)
  return !isVowel
}

function isConsonantAfter(word: string, index: number, isAfterVowel: boolean): boolean {
  const letter = word[index]!
  return letter === 'y' ? index === 0 || isAfterVowel : !'aeiou'.includes(letter)
}
