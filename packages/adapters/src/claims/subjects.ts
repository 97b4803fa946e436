import type { PredictedMention } from '@assay/schema'

/** The subject of the statement before, or who made it: what a pronoun most likely stands for. */
export interface Antecedent {
  readonly name: string
  readonly is: ReadonlySet<'person' | 'thing' | 'group'>
}

/** Full names by last name, of the persons of an article; none for a last name that two of them have. */
export function fullNames(mentions: readonly PredictedMention[]): ReadonlyMap<string, string> {
  const names = new Map<string, Set<string>>()
  for (const { surface = '', type } of mentions) {
    const last = surface.slice(surface.lastIndexOf(' ') + 1)
    if (type === 'PERSON' && last !== surface) names.set(last, (names.get(last) ?? new Set()).add(surface))
  }
  return new Map(
    Array.from(names)
      .filter(([, full]) => full.size === 1)
      .map(([last, full]) => [last, [...full][0]!]),
  )
}

/** Who says a clause. */
export interface Speech {
  readonly speaker: string | null
  readonly isPerson: boolean
  /** In the speaker's own words. */
  readonly isQuoted: boolean
}

/** A clause with a name for the pronoun, or the last name, that it begins with; as it is if none fits. */
export function withNamedSubject(
  clause: string,
  before: Antecedent | null,
  speech: Speech,
  names: ReadonlyMap<string, string>,
): string {
  if (expletive.test(clause)) return clause
  const [, word = '', rest = ''] = /^(\S+)(.*)$/s.exec(clause) ?? []
  const last = word.replace(/(?:['’]s|,)$/, '')
  const named = names.get(last)
  // "Varga Mills" is no person of the name Varga.
  if (named !== undefined && !/^ \p{Lu}/u.test(rest)) return named + word.slice(last.length) + rest
  const name = antecedentOf(word.toLowerCase(), before, speech)
  if (name === null) return clause
  if (possessives.has(word.toLowerCase())) return `${name}’s${rest}`
  return name + (/^(?:i|we)$/i.test(word) ? thirdPerson(rest) : rest)
}

function thirdPerson(rest: string): string {
  return rest
    .replace(/^ (?:am|are)\b/, ' is')
    .replace(/^ were\b/, ' was')
    .replace(/^ have\b/, ' has')
}

/** "It is not yet clear why": the pronoun stands for nothing. */
const expletive =
  /^it (?:is|was|remains|remained|seems|seemed|appears|appeared)\b.*\b(?:clear|unclear|unknown|possible|impossible|likely|unlikely|hard|difficult|important|that|whether|why)\b/i

const possessives = new Set(['his', 'her', 'its', 'their', 'my', 'our'])

function antecedentOf(pronoun: string, before: Antecedent | null, speech: Speech): string | null {
  const { speaker, isPerson, isQuoted } = speech
  if (/^(?:i|we|my|our)$/.test(pronoun)) return speaker
  // Whom a speaker means by "she" is told by the situation, not by the sentence before.
  if (isQuoted) return null
  const kind = kinds[pronoun]
  if (kind === undefined) return null
  // In reported speech speakers speak of themselves: "Moen said she would go", "Norvik said it would close".
  if (speaker !== null && kindOf(speaker, isPerson) === kind) return speaker
  return before?.is.has(kind) === true ? before.name : null
}

function kindOf(speaker: string, isPerson: boolean): 'person' | 'thing' | 'group' {
  if (isPerson) return 'person'
  return plural.test(speaker) && /(?:^| )\p{Ll}\S*$/u.test(speaker) ? 'group' : 'thing'
}

const kinds: Readonly<Record<string, 'person' | 'thing' | 'group'>> = {
  he: 'person',
  she: 'person',
  his: 'person',
  her: 'person',
  it: 'thing',
  its: 'thing',
  they: 'group',
  their: 'group',
}

const plural = /(?<!s|['’])s$|\b(?:people|police|men|women|children)$/i

const collective =
  /\b(?:team|government|company|council|party|family|staff|crew|club|ministry|agency|army|group|union)$/i

/** What a subject is for the pronouns behind it. `mention`: the name that it ends with. */
export function antecedent(subject: string, mention: PredictedMention | undefined): Antecedent {
  if (mention?.type === 'PERSON') return { name: mention.surface!, is: new Set(['person']) }
  if (plural.test(subject) && mention === undefined) return { name: subject, is: new Set(['group']) }
  return { name: subject, is: new Set(collective.test(subject) ? ['thing', 'group'] : ['thing']) }
}
