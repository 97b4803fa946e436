/**
 * The Porter stem of one word, lower-cased (Porter 1980, with the departures that NLTK made the default: a list
 * of irregular forms, short words in -ies and -ied, a stricter y to i, three more suffixes). Words of one or two
 * letters come back as they are; letters outside a to z count as consonants. ROUGE leaves words of up to three
 * letters alone: that rule is ROUGE's, not the stemmer's.
 */
export function stem(word: string): string {
  const known = remembered.get(word)
  if (known !== undefined) return known
  const lower = word.toLowerCase()
  const result = irregular.get(lower) ?? (lower.length > 2 ? porterStem(lower) : lower)
  remember(word, result)
  return result
}

function porterStem(word: string): string {
  let stem = turnedY(withoutPastOrProgressive(withoutPlural(word)))
  stem = doubleSuffixReduced(stem)
  stem = suffixReplaced(stem, thirdSuffixes, (rest) => measure(rest) > 0)
  stem = suffixReplaced(stem, fourthSuffixes, mayLoseFourthSuffix)
  return withoutDoubleL(withoutFinalE(stem))
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
function withoutPlural(word: string): string {
  if (!word.endsWith('s')) return word
  if (word.endsWith('ies')) return word.slice(0, word.length === 4 ? -1 : -2)
  if (word.endsWith('sses')) return word.slice(0, -2)
  return word.endsWith('ss') ? word : word.slice(0, -1)
}

/** Step 1b. */
function withoutPastOrProgressive(word: string): string {
  if (word.endsWith('ied')) return word.slice(0, word.length === 4 ? -1 : -2)
  if (word.endsWith('eed')) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word
  const cut = word.endsWith('ed') ? 2 : word.endsWith('ing') ? 3 : 0
  const rest = word.slice(0, word.length - cut)
  if (cut === 0 || !hasVowel(rest)) return word
  if (rest.endsWith('at') || rest.endsWith('bl') || rest.endsWith('iz')) return `${rest}e`
  if (endsInDoubleConsonant(rest)) return /[lsz]$/.test(rest) ? rest : rest.slice(0, -1)
  return measure(rest) === 1 && endsInShortSyllable(rest) ? `${rest}e` : rest
}

/** Step 1c: "happy" and "happily" meet, "enjoy" and "by" stay. */
function turnedY(word: string): string {
  const last = word.length - 1
  return last > 1 && word.endsWith('y') && isConsonant(word, last - 1) ? `${word.slice(0, last)}i` : word
}

const secondSuffixes: readonly Replacement[] = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['izer', 'ize'],
  ['bli', 'ble'],
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
  ['fulli', 'ful'],
  // Only after an l, which stays with the rest that is measured.
  ['ogi', 'og'],
]

/** Step 2. What is left of -alli may end in another suffix of this step ("rationally"). */
function doubleSuffixReduced(word: string): string {
  const rest = word.slice(0, -4)
  if (word.endsWith('alli') && measure(rest) > 0) return doubleSuffixReduced(`${rest}al`)
  return suffixReplaced(word, secondSuffixes, (rest, suffix) => {
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
function withoutFinalE(word: string): string {
  if (!word.endsWith('e')) return word
  const rest = word.slice(0, -1)
  const size = measure(rest)
  return size > 1 || (size === 1 && !endsInShortSyllable(rest)) ? rest : word
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

/** Porter's *o: consonant, vowel, consonant other than w, x, y ("hop"); or the whole of "at", "up". */
function endsInShortSyllable(word: string): boolean {
  const last = word.length - 1
  if (last === 1) return !isConsonant(word, 0) && isConsonant(word, 1)
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
