import { negators } from '@assay/text'

/** A text without the words that only say who vouches for it. */
export interface Attributed {
  readonly text: string
  /** Who vouches for it, in the text's own words; of several the innermost. Null: nobody is named. */
  readonly holder: string | null
  /** True if the holder believes rather than says it. */
  readonly isBelief: boolean
}

/** Verbs that make their subject the holder of the clause that follows. */
const sayingVerbs: readonly string[] = [
  ...'say said says state stated states announced announces add added adds claim claimed claims report'.split(
    ' ',
  ),
  ...'reported reports argue argued argues warn warned warns explained explains note noted notes confirm'.split(
    ' ',
  ),
  ...'confirmed confirms insist insisted insists find found finds conclude concluded concludes admitted'.split(
    ' ',
  ),
  ...'admits acknowledged acknowledges declared declares estimate estimated estimates predict predicted'.split(
    ' ',
  ),
  ...'predicts stressed stresses testified testifies alleged alleges wrote writes'.split(' '),
]
const believingVerbs: readonly string[] =
  'believe believed believes think thought thinks suspect suspected suspects expect expected expects'.split(
    ' ',
  )

const verbs = [...sayingVerbs, ...believingVerbs].join('|')
const subject = String.raw`(?<holder>[^,;:]{1,80}?(?:, [^,;:]{1,60},)?)`
const perfect = String.raw`(?: has| have| had)?(?: also| later)?`
/** When and where it was said. Any other words before "that" would be what was said. */
const occasion = String.raw`(?: (?:on|in|at|during|late|early|yesterday|today|last)\b[^,;:]{0,40}?)??`

/** Every way of naming a holder: a clause in `text`, its speaker in `holder`, its verb, if it has one, in `verb`. */
const forms: readonly RegExp[] = [
  /^according to (?<holder>[^,]{1,100}), (?<text>.+)$/is,
  /^(?<text>.+?),? according to (?<holder>[^,]{1,100}?)[.!]?$/is,
  new RegExp(`^${subject}${perfect} (?<verb>${verbs})${occasion},? that (?<text>.+)$`, 'is'),
  new RegExp(`^${subject}${perfect} told [^,;:]{1,40}? that (?<text>.+)$`, 'is'),
  new RegExp(`^${subject}${perfect} (?:say|said|says) (?<text>.+)$`, 'is'),
  new RegExp(
    `^(?<text>.+),["”’']? (?<holder>[^,;:]{1,80}?) (?:(?<verb>${verbs})|told [^,;:]{1,40})[.!]?$`,
    'is',
  ),
  new RegExp(`^(?<text>.+),["”’']? (?<verb>${verbs}) (?<holder>[^,;:]{1,80}?)[.!]?$`, 'is'),
]

/**
 * Takes the attribution off a claim: "according to X" at either end, "X said that", "X told Y that",
 * "..., X said" and "..., said X", up to eight of them. Without "that" only said and says count, so that "X reported
 * losses" stays whole. What nobody says ("X never said that", "it was said that") is no attribution.
 */
export function stripAttribution(text: string): Attributed {
  let stripped: Attributed = { text: text.trim(), holder: null, isBelief: false }
  for (let depth = 0; depth < deepest; depth++) {
    const inner = stripOnce(stripped.text)
    if (inner === null) break
    stripped = inner
  }
  return stripped
}

/** Nobody quotes deeper; a bound keeps time linear on any text. */
const deepest = 8

function stripOnce(text: string): Attributed | null {
  for (const form of forms) {
    const { holder = '', verb = '', text: clause = '' } = form.exec(text)?.groups ?? {}
    if (!vouches(holder)) continue
    return { text: clause, holder: holder.replace(/,$/, ''), isBelief: believingVerbs.includes(verb) }
  }
  return null
}

/** A holder is a short noun phrase: no negation, and no passive "it was (said that)". */
function vouches(holder: string): boolean {
  const words = holder.toLowerCase().split(/\s+/)
  const isPassive = /^(?:am|is|are|was|were|be|been|being)$/.test(words.at(-1) ?? '')
  return holder !== '' && words.length <= 10 && !isPassive && !words.some((word) => negators.has(word))
}
