import type { Extractor, PredictedMention, Span } from '@assay/schema'
import { withoutOverlap } from '../flat.ts'
import { nameMention } from '../name-span.ts'

/**
 * People, organisations, places and demonyms of compromise, a tagger by rules and word lists. Its spans take in
 * commas, possessives and titles, which are trimmed off. What it gives is as coarse as its tags: every place is
 * a GPE.
 */
export function compromise(): Extractor {
  let library: Promise<Compromise> | undefined
  const load = () =>
    (library ??= import('compromise').then((module) => module.default as unknown as Compromise))
  return {
    kind: 'extractor',
    adapter: 'compromise',
    version: '1+compromise-14.17.0',
    tasks: ['entities'],
    entityTypes: ['PERSON', 'ORG', 'GPE', 'NORP'],
    prepare: async () => void (await load()),
    extract: async ({ text }) => ({ mentions: findMentions(await load(), text) }),
  }
}

/** The little of compromise that is used; its own types leave `json` open. */
type Compromise = (text: string) => View & {
  people(): View
  organizations(): View
  places(): View
}
interface View {
  match(pattern: string): View
  json(options: { offset: true }): readonly { readonly offset: Match }[]
}
interface Match {
  readonly start: number
  readonly length: number
}

function findMentions(nlp: Compromise, text: string): PredictedMention[] {
  const document = nlp(text)
  const found = [
    ...spansOf(document.people()).flatMap((span) => nameMention(text, span, 'PERSON')),
    ...spansOf(document.organizations()).flatMap((span) => nameMention(text, span, 'ORG')),
    ...spansOf(document.places()).flatMap((span) => nameMention(text, span, 'GPE')),
    ...spansOf(document.match('#Demonym')).flatMap((span) => nameMention(text, span, 'NORP')),
  ]
  return withoutOverlap(text, found)
}

function spansOf(view: View): Span[] {
  return view
    .json({ offset: true })
    .map(({ offset }) => ({ start: offset.start, end: offset.start + offset.length }))
}
