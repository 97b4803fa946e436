import type { Extractor, PredictedClaim, Span } from '@assay/schema'
import { sentenceSpans } from '@assay/text'
import { sentenceText } from '../budget.ts'
import { trimName } from '../name-span.ts'
import { rankSentences } from '../sentence-rank.ts'

export interface ClaimSentencesOptions {
  /** Only so many sentences, the most central ones (see `textrank`). Default: all. */
  readonly most?: number
}

/**
 * The floor for claims: every sentence is a claim in the article's own words, with itself as evidence. The holder
 * is a name beside a verb of saying ("said Ida Ek", "Ek Bank says") or behind "according to", else the article.
 */
export function claimSentences({ most }: ClaimSentencesOptions = {}): Extractor {
  return {
    kind: 'extractor',
    adapter: 'claim-sentences',
    version: '1',
    tasks: ['claims'],
    options: { most: most ?? null },
    extract: ({ text }) => ({ claims: centralSentences(text, most).map((span) => claimOf(text, span)) }),
  }
}

function centralSentences(text: string, most: number | undefined): Span[] {
  if (most === undefined) return sentenceSpans(text)
  return rankSentences(text)
    .slice(0, most)
    .sort((a, b) => a.start - b.start)
}

function claimOf(text: string, evidence: Span): PredictedClaim {
  const claim = sentenceText(text, evidence)
  const holder = holderOf(claim)
  return { text: claim, ...(holder !== null && { holder }), evidence: [evidence] }
}

const verb = '(?:said|says|told|added|announced|claimed|argued|warned|denied|insisted|reported)'
const name = String.raw`(?:[Tt]he )?(?:\p{Lu}[\p{L}\p{M}\p{N}.'’&-]*)(?: (?:of (?:the )?)?\p{Lu}[\p{L}\p{M}\p{N}.'’&-]*){0,5}`
const attributions = [
  String.raw`\b[Aa]ccording to (?<name>${name})`,
  String.raw`(?<![\p{L}])(?<name>${name}) ${verb}\b`,
  String.raw`(?<=[,”"'’?!] )${verb} (?<name>${name})`,
].map((pattern) => new RegExp(pattern, 'u'))

/** The first name that one of the patterns finds, without titles; null: nobody is named. */
function holderOf(sentence: string): string | null {
  for (const pattern of attributions) {
    const match = pattern.exec(sentence)
    if (match === null) continue
    const start = match.index + match[0].indexOf(match.groups!.name!)
    const span = trimName(sentence, { start, end: start + match.groups!.name!.length }, 'PERSON')
    if (span !== null) return sentence.slice(span.start, span.end)
  }
  return null
}
