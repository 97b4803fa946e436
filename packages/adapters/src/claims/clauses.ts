import { stopWords, wordTokens } from '@assay/text'
import type { TaggedWord } from '../extractors/wink-tokens.ts'

type Tag = (text: string) => readonly TaggedWord[]

/**
 * The statements of a sentence, each with its subject: what a semicolon or a conjunction before a new subject parts
 * ("it closed, but trains run"), clauses that a conjunction takes for granted ("it closed after it burned"), verbs that share a subject ("it closed and sold its boats"), and inserts. What
 * cannot be parted safely stays together.
 */
export function clausesOf(sentence: string, tag: Tag): string[] {
  if (sentence.length > longest) return [sentence]
  return sentence
    .split(/;\s+/)
    .flatMap((part) => substantial(part, withoutInserts(part, tag)))
    .flatMap((part) => substantial(part, coordinated(part, tag)))
    .flatMap((part) => substantial(part, subordinate(part, tag)))
    .flatMap((part) => substantial(part, sharedSubject(part, tag)))
    .map((part) => part.trim().replace(/^(?:and|but|while|so|yet|then|however|meanwhile|also),?\s+/i, ''))
    .filter((part) => tag(part).some(isVerb))
}

/** In characters. What is longer is no sentence of prose, and parting it would take time. */
const longest = 1000

/** So many words that are no stop words make a statement that somebody could check. */
const leastContent = 4

/** The parts of a whole, or the whole if one of them says too little to stand alone. */
function substantial(whole: string, parts: readonly string[]): readonly string[] {
  return parts.every(isSubstantial) ? parts : [whole]
}

/** Whether a statement says enough to stand alone. */
export function isSubstantial(text: string): boolean {
  return wordTokens(text).filter((token) => !stopWords.has(token.text.toLowerCase())).length >= leastContent
}

export function isVerb({ pos }: TaggedWord): boolean {
  return pos === 'VERB' || pos === 'AUX'
}

const nominal = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'NUM'])

function isNominal({ pos, text }: TaggedWord): boolean {
  return nominal.has(pos) || /^(?:his|her|its|their)$/i.test(text)
}

/** Where the noun phrase that ends at token `last` begins. */
function phraseStart(words: readonly TaggedWord[], last: number): number {
  let at = last
  while (at > 0 && (isNominal(words[at - 1]!) || isOf(words, at - 1))) at--
  return at
}

/** Where the name that ends at token `last` begins. */
function nameStart(words: readonly TaggedWord[], last: number): number {
  let at = last
  while (at > 0 && /^(?:PROPN|DET)$/.test(words[at - 1]!.pos)) at--
  return at
}

function isOf(words: readonly TaggedWord[], at: number): boolean {
  return (
    (words[at]!.text === 'of' || /^['’]s?$/.test(words[at]!.text)) &&
    at > 0 &&
    nominal.has(words[at - 1]!.pos)
  )
}

/**
 * A sentence without clauses between commas that tell more about a noun ("the mayor, who lives in Ekby, left") and
 * without appositions ("Ida Moen, the mayor, left"), and what these say as clauses of their own.
 */
export function withoutInserts(text: string, tag: Tag): string[] {
  if (text.length > longest) return [text]
  const words = tag(text)
  const open = words.findIndex((word, i) => word.text === ',' && i > 0 && startsInsert(words, i))
  if (open === -1) return [text]
  const isRelative = /^(?:who|which)$/.test(words[open + 1]!.text)
  const close = words.findIndex((word, i) => i > open + 1 && word.text === ',')
  const inside = words.slice(open + 1, close === -1 ? words.length : close)
  // An apposition in the middle only: at the end it may be a list.
  if (!isRelative && (close === -1 || inside.some(isVerb) || inside.some(({ text }) => text === 'and')))
    return [text]
  if (isRelative && !inside.some(isVerb)) return [text]
  const isName = !isRelative && words[open - 1]!.pos === 'PROPN'
  const from = isName ? nameStart(words, open - 1) : phraseStart(words, open - 1)
  const noun = text.slice(words[from]!.start, words[open - 1]!.end)
  const said = text.slice(words[open + (isRelative ? 2 : 1)]!.start, inside.at(-1)!.end)
  const rest = close === -1 ? '' : text.slice(words[close]!.end)
  const main = text.slice(0, words[open]!.start) + rest
  // "Its owner, Ida Moen, left": the name is the better subject.
  if (!isRelative && inside.every(({ pos }) => pos === 'PROPN')) {
    return [
      ...withoutInserts(text.slice(0, words[from]!.start) + said + rest, tag),
      `${said} is ${noun.replace(/^(?:Its|His|Her|Their|The|An?)\b/, (word) => word.toLowerCase())}`,
    ]
  }
  return [...withoutInserts(main, tag), isRelative ? `${noun} ${said}` : `${noun} is ${said}`]
}

function startsInsert(words: readonly TaggedWord[], comma: number): boolean {
  const next = words[comma + 1]
  if (next === undefined || !nominal.has(words[comma - 1]!.pos)) return false
  if (/^(?:who|which)$/.test(next.text)) return true
  if (words[comma - 1]!.pos === 'NOUN') return next.pos === 'PROPN' && words[comma + 2]?.pos === 'PROPN'
  return words[comma - 1]!.pos === 'PROPN' && /^(?:the|an?|its|his|her|their)$/.test(next.text)
}

/** Parts with a subject of their own on both sides of a conjunction. */
function coordinated(text: string, tag: Tag): string[] {
  const words = tag(text)
  const cut = words.findIndex(
    (word, i) =>
      i > 2 &&
      /^(?:and|but|while|whereas|yet)$/.test(word.text) &&
      words.slice(0, i).some(isVerb) &&
      !endsList(words, i) &&
      beginsClause(words.slice(i + 1), words[i - 1]!.text === ','),
  )
  if (cut === -1) return [text]
  const left = text.slice(0, words[cut]!.start).replace(/,?\s*$/, '')
  return [left, ...coordinated(text.slice(words[cut]!.end).trim(), tag)]
}

/** "Iran, Libya, and Yemen": a comma shortly before the one at the conjunction. */
function endsList(words: readonly TaggedWord[], conjunction: number): boolean {
  return words.slice(Math.max(0, conjunction - 6), conjunction - 1).some(({ text }) => text === ',')
}

/** A noun phrase or pronoun, and a finite verb directly behind it. Without a comma only a pronoun is safe. */
function beginsClause(words: readonly TaggedWord[], hasComma: boolean): boolean {
  const verb = words.findIndex(isVerb)
  if (verb < 1 || verb > 8) return false
  const subject = words.slice(0, verb).filter(({ pos }) => pos !== 'ADV')
  const isPronoun = subject.length === 1 && subject[0]!.pos === 'PRON'
  const isPhrase = subject.every(({ pos, text }) => nominal.has(pos) || text === 'of' || text === 'in')
  const agrees = isFinite(words[verb]!) || /[^s]s$/.test(words[verb - 1]!.text)
  return agrees && (isPronoun || (hasComma && isPhrase && subject.length > 0))
}

const irregular = new Set(
  `was were is are has had have will would can could did does do may might must fell rose went came took gave got made
  said told won lost left kept held met ran sold bought sent brought began became saw found led put set hit cut
  built broke chose cost drew drove flew grew knew paid spent stood struck threw wrote read fled shot sank beat`.split(
    /\s+/,
  ),
)

function isFinite({ text }: TaggedWord): boolean {
  const word = text.toLowerCase()
  return irregular.has(word) || (word.endsWith('ed') && word.length > 3) || /[^s]s$/.test(word)
}

// "When", "as" and "since" often say under which condition or in which way: too unsure to part.
const granted = /^(?:after|because|although|though|while)$/i

/** A clause that is taken for granted, before or behind the main one, and the main one without it. */
function subordinate(text: string, tag: Tag): string[] {
  const words = tag(text)
  const at = words.findIndex((word, i) => granted.test(word.text) && beginsClause(words.slice(i + 1), true))
  if (at === -1) return [text]
  const behind = words.slice(at + 1)
  // "It has said since it opened that ...": what follows belongs to the main clause.
  if (behind.some(({ text: word }) => word === 'that')) return [text]
  if (at === 0) {
    const comma = words.findIndex(({ text: mark }) => mark === ',')
    if (comma === -1 || !beginsClause(words.slice(comma + 1), true)) return [text]
    return [text.slice(words[comma]!.end), text.slice(behind[0]!.start, words[comma]!.start)]
  }
  if (!words.slice(0, at).some(isVerb)) return [text]
  return [
    text.slice(0, words[at]!.start).replace(/(?:,| just| even| only)?\s*$/, ''),
    text.slice(behind[0]!.start),
  ]
}

/** Verbs that share the subject of the first one: each gets it. */
function sharedSubject(text: string, tag: Tag): string[] {
  const words = tag(text)
  const first = words.findIndex(isVerb)
  if (first < 1 || !isFinite(words[first]!) || !words.slice(0, first).some(({ pos }) => isSubject(pos)))
    return [text]
  const cut = words.findIndex((word, i) => {
    if (i <= first + 1 || !/^(?:and|but)$/.test(word.text)) return false
    const next = words.slice(i + 1).find(({ pos }) => pos !== 'ADV' && pos !== 'PUNCT')
    return next !== undefined && isVerb(next) && isFinite(next) && !hasInfinitive(words.slice(first, i))
  })
  if (cut === -1) return [text]
  const subject = text.slice(0, words[first]!.start).trim()
  if (words.slice(0, first).some(({ pos }) => pos === 'SCONJ')) return [text]
  const helper = sharedHelper(words, first, cut)
  const left = text.slice(0, words[cut]!.start).replace(/,?\s*$/, '')
  const right = text.slice(words[cut]!.end).trim()
  return [left, ...sharedSubject(`${subject} ${helper}${right}`, tag)]
}

function isSubject(pos: string): boolean {
  return pos === 'NOUN' || pos === 'PROPN' || pos === 'PRON'
}

/** "It plans to buy and sold" hardly happens; "it wants to meet and visits" neither: too unsure to part. */
function hasInfinitive(words: readonly TaggedWord[]): boolean {
  return words.slice(-4).some(({ text }) => text === 'to')
}

/** "was arrested and charged with fraud": the second participle takes the helping verb of the first. */
function sharedHelper(words: readonly TaggedWord[], first: number, cut: number): string {
  const [helper, verb] = [words[first]!, words[first + 1]!]
  const isPassive = helper.pos === 'AUX' && /(?:ed|en|un|own|old|ent|ught)$/.test(verb.text)
  const next = words[cut + 1]!
  const after = words[cut + 2]
  const isParticiple = next.pos === 'VERB' && /(?:ed|en|un|own|ent|ught)$/.test(next.text)
  const isIntransitive = after === undefined || !(nominal.has(after.pos) || after.pos === 'PRON')
  return isPassive && isParticiple && isIntransitive ? `${helper.text} ` : ''
}
