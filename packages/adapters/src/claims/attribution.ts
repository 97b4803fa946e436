import { trimName } from '../name-span.ts'

export interface Attributed {
  /** Who says it, in the words of the sentence; null: the article. */
  readonly speaker: string | null
  readonly content: string
  /** In the speaker's own words, in which "she" is somebody else. */
  readonly isQuoted: boolean
}

const said =
  '(?:said|says|told|tells|added|adds|noted|notes|warned|warns|argued|argues|claimed|claims|insisted|insists|stressed|stresses|stated|states|explained|explains|wrote|writes|recalled|acknowledged|admitted|conceded|confirmed|reported|reports|estimated|estimates|believes?|believed)'
const withThat = `(?:${said}|announced|announces|suggested|suggests|predicted|predicts|found|shows?|showed|promised|assured|declared)`
const noVerb = `(?:(?!\\b(?:${said}|is|was|were|are|has|had|have|will|would)\\b)[^.;“”"])`
const speaker = `(?<speaker>(?:[\\p{L}\\d]|['’])${noVerb}{1,120}?)`
const inverted = `(?<inverted>(?:[\\p{L}\\d]|['’])${noVerb}{1,120})`
const when = `(?:,? (?:on|in|at|late|early|to|during|after|before)\\b[^,.“”"]{0,60})?`
const listener = `(?: (?:reporters|journalists|the \\p{L}+(?: \\p{L}+)?|\\p{Lu}[\\p{L}.]*(?: \\p{Lu}[\\p{L}.]*)*|him|her|them|us|me))?`

const patterns = [
  `^[Aa]ccording to (?<speaker>[^,“”"]{2,100}(?:, [^,“”"]{2,60})?), (?<content>.+)$`,
  `^(?<content>.+?),? according to (?<speaker>[^“”"]{2,120})$`,
  `^${speaker} ${withThat}${listener}${when} that (?<content>.+)$`,
  `^${speaker} ${said}${when},? (?<content>(?:the|a|an|it|he|she|they|there|this|these|that|those|its|his|her|their|no|\\p{Lu}|\\d)[^“”"]* .+)$`,
  `^${speaker} ${said}${listener}${when}[,:]? [“"](?<content>[^”"]+)[”"]?$`,
  `^[“"](?<content>[^”"]+?),?[”"],? (?:${speaker} ${said}\\b[^“”"]*|${said} ${inverted})(?:[,.]? [“"].*)?$`,
  `^(?<content>[^“”"]+?), (?<speaker>[^,“”"]{2,60}) ${said}, (?<more>[^“”"]+)$`,
  `^[“"]?(?<content>[^“”"]+)[”"]?, (?:${speaker} ${said}|${said} ${inverted})${listener}${when}$`,
].map((pattern) => new RegExp(pattern, 'u'))

/**
 * A sentence without the words that attribute it, and the speaker whom they name. A speaker has no verb
 * (`hasVerb`), and what is said has one.
 */
export function attributionOf(sentence: string, hasVerb: (words: string) => boolean): Attributed {
  const text = sentence.replace(/[.!]+(?<close>[”"]?)$/, '$<close>')
  for (const pattern of patterns) {
    const { speaker, inverted, content, more = '' } = pattern.exec(text)?.groups ?? {}
    const who = speaker ?? inverted
    if (who === undefined || content === undefined) continue
    if (hasVerb(who.replace(circumstance, '')) || !hasVerb(content)) continue
    return {
      speaker: nameOf(who),
      content: more === '' ? content : `${content} ${more}`,
      isQuoted: /^[“"]/.test(text) || /[”"]$/.test(text),
    }
  }
  return { speaker: null, content: text, isQuoted: false }
}

const name = /\p{Lu}[\p{L}\p{M}.'’-]*(?: (?:of |for |and |the |de |van |von )*\p{Lu}[\p{L}\p{M}.'’-]*)*/gu

const circumstance =
  /,? (?:on|in|at|late|early|earlier|later|during|after|before|when|while|as|who|which|published|released|led|conducted) .*$/

/** The name in what is said of a speaker ("the mayor, Ida Moen"), else the description up to the first comma. */
function nameOf(words: string): string {
  const bare = words
    .trim()
    .replace(circumstance, '')
    .replace(/^(?:the|an?|but|and|in a statement,)\s+/i, '')
  const names = bare.match(name) ?? []
  // A single capitalised word before others ("Norvik officials", "Port workers") does not name the speaker.
  const named = names.find((candidate) => candidate.includes(' ') || bare.endsWith(candidate))
  const chosen = named ?? bare.split(',')[0]!
  const span = trimName(chosen, { start: 0, end: chosen.length }, 'PERSON')
  return span === null ? chosen : chosen.slice(span.start, span.end)
}
