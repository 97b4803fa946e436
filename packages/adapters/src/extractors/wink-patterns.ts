import { companyForms, facilityHeads, landformHeads, organizationHeads } from '../words/cues.ts'

/** A pattern of wink's custom entities: one token a bracket, by part of speech or, as written, by value. */
interface Pattern {
  readonly name: 'NAME' | 'ORG' | 'LOC' | 'FAC'
  readonly patterns: string[]
}

// The tagger takes many capitalised words for common ones, so beside a head word every open part of speech may
// stand. Whether the words are capitalised is looked at afterwards.
const word = 'PROPN|NOUN|ADJ|VERB'

/**
 * Shapes of names: a run of proper nouns, or a head word with other words before or behind it. wink writes out
 * every combination, and warns on the console when one pattern has more than 512: hence a pattern for each head
 * word. A word that stands as itself in one pattern is not seen by its part of speech in any other.
 */
export const winkPatterns: Pattern[] = [
  { name: 'NAME', patterns: ['[PROPN] [|PROPN] [|PROPN] [|PROPN] [|PROPN]'] },
  { name: 'ORG', patterns: [...organizationHeads, ...companyForms].map(headLast) },
  {
    name: 'ORG',
    patterns: organizationHeads.map((head) => `[${head}] [of|for] [${word}] [|and] [|${word}]`),
  },
  { name: 'LOC', patterns: landformHeads.map(headLast) },
  { name: 'LOC', patterns: landformHeads.map((head) => `[${head}] [|of] [PROPN] [|PROPN]`) },
  { name: 'FAC', patterns: facilityHeads.map(headLast) },
]

function headLast(head: string): string {
  return `[${word}] [|${word}] [|${word}] [${head}]`
}
