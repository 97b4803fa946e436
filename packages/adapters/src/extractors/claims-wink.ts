import type { Article, Extractor, PredictedClaim, PredictedMention, Span } from '@assay/schema'
import { sentenceSpans } from '@assay/text'
import { withAbsoluteDates } from '../claims/absolute-dates.ts'
import { type Attributed, attributionOf } from '../claims/attribution.ts'
import { certaintyOf, polarityOf } from '../claims/certainty.ts'
import { clausesOf, isSubstantial, isVerb, withoutInserts } from '../claims/clauses.ts'
import { fullNames, antecedent, type Antecedent, type Speech, withNamedSubject } from '../claims/subjects.ts'
import { findTimexes } from '../timexes/find.ts'
import { loadWink, type Wink } from './wink-library.ts'
import { tagWords } from './wink-tokens.ts'
import { winkNames } from './wink.ts'

/**
 * Claims by rules over the parts of speech of wink: each sentence without its attribution is parted into clauses,
 * which get names for the pronouns they begin with and dates for "Tuesday". Holder, polarity and certainty are read
 * off the words. Evidence is the sentence.
 */
export function claimsWink(): Extractor {
  return {
    kind: 'extractor',
    adapter: 'claims-wink',
    version: '1+wink-nlp-2.4.0+wink-eng-lite-web-model-1.8.1',
    tasks: ['claims'],
    prepare: async () => void (await loadWink()),
    extract: async (article) => ({ claims: findClaims(await loadWink(), article) }),
  }
}

function findClaims(wink: Wink, { text, publishedAt }: Article): PredictedClaim[] {
  const mentions = winkNames(wink, text)
  const names = fullNames(mentions)
  const people = new Set(names.values())
  const tag = (words: string) => tagWords(wink, words)
  let before: Antecedent | null = null
  const dates = publishedAt === undefined ? [] : findTimexes(text, publishedAt, [])
  let speaking: string | null = null
  let isOpen = false
  return sentenceSpans(text).flatMap((evidence): PredictedClaim[] => {
    const plain = absolute(evidence).replace(dateline, '')
    if (plain.endsWith('?')) return []
    // Who speaks goes on in a quotation that stays open, and in one that follows at once.
    if (!isOpen && !/^[“"]/.test(plain)) speaking = null
    const carried = speaking
    const claims = statements(plain).flatMap(({ speaker, content, isQuoted }) => {
      const nobody = { speaker: null, isPerson: false, isQuoted: false }
      const holder = speaker === null ? carried : withNamedSubject(speaker, before, nobody, names)
      const isPerson = holder !== null && people.has(holder)
      const speech = {
        speaker: holder,
        isPerson,
        isQuoted: isQuoted || (speaker === null && carried !== null),
      }
      const found = clausesOf(content, tag).map((clause) => claimOf(clause, speech, evidence))
      if (speaker !== null && isPerson) before = { name: holder, is: new Set(['person']) }
      if (speaker !== null) speaking = holder
      return found.filter((claim) => isSubstantial(claim.text))
    })
    isOpen = leavesQuoteOpen(plain, isOpen)
    return claims
  })

  /** A sentence on one line, with dates for "Tuesday". */
  function absolute(sentence: Span): string {
    return withAbsoluteDates(text, sentence, dates).replaceAll(/\s+/g, ' ')
  }

  /** Who says what: the sentence as a whole, or its clauses ("it closed and said that ..."). */
  function statements(sentence: string): readonly Attributed[] {
    const whole = attributionOf(sentence, (words) => tag(words).some(isVerb))
    if (whole.speaker !== null) return [whole]
    const inserts = withoutInserts(whole.content, tag)
    const parts = inserts.length > 1 ? inserts : clausesOf(whole.content, tag)
    return parts.length > 1 ? parts.flatMap(statements) : [whole]
  }

  function claimOf(clause: string, speech: Speech, evidence: Span): PredictedClaim {
    const { speaker: holder } = speech
    const named = withNamedSubject(clause.replaceAll(/[“”"]/g, ''), before, speech, names)
    const subject = subjectOf(named)
    before = subject === null ? null : antecedent(subject, mentionIn(subject))
    return {
      text: `${named.charAt(0).toUpperCase()}${named.slice(1)}.`,
      ...(holder !== null && { holder }),
      polarity: polarityOf(named),
      certainty: certaintyOf(named),
      evidence: [evidence],
    }
  }

  /** The name that a subject ends with, of a person the full one. */
  function mentionIn(subject: string): PredictedMention | undefined {
    const mention = mentions.find(({ surface }) => subject.endsWith(surface!))
    const last = mention?.surface!.slice(mention.surface!.lastIndexOf(' ') + 1)
    return mention?.type === 'PERSON'
      ? { ...mention, surface: names.get(last!) ?? mention.surface! }
      : mention
  }

  function subjectOf(clause: string): string | null {
    const words = tag(clause)
    const verb = words.findIndex(isVerb)
    const end = words.findIndex(({ pos }, i) => i > 0 && (pos === 'ADP' || pos === 'PUNCT' || i >= verb))
    const last = words.slice(0, Math.max(0, end)).findLastIndex(({ pos }) => pos !== 'ADV')
    if (verb < 1 || last === -1 || words[0]!.pos === 'PRON' || words[0]!.pos === 'ADP') return null
    return clause.slice(0, words[last]!.end)
  }
}

/** "OSLO, March 10 (Agency) — " */
const dateline = /^\p{Lu}{2}[\p{Lu} .'’-]*(?:,[^—–-]{1,40})?(?:\([^)]*\))?\s*(?:[—–]|-{1,2})\s+/u

function leavesQuoteOpen(sentence: string, wasOpen: boolean): boolean {
  let isOpen = wasOpen
  for (const [mark] of sentence.matchAll(/[“”"]/g)) isOpen = mark === '"' ? !isOpen : mark === '“'
  return isOpen
}
