import type { Annotation, Article, Claim, Entity, PredictedClaim } from '@assay/schema'
import { alignClaims } from '../src/claims/align.ts'
import { stripAttribution } from '../src/claims/attribution.ts'
import { type ClaimMatch, matchClaim } from '../src/claims/match.ts'
import { createClaimReader } from '../src/claims/reader.ts'

/** The article that claims are tested with: published on a Wednesday. */
export const article: Article = { id: 'harbour', text: 'Not read.', publishedAt: '2026-03-11' }

export const entities: readonly Entity[] = [
  entity('e1', 'ORG', 'Port Authority'),
  entity('e2', 'ORG', 'Norvik Shipping', ['Norvik']),
  entity('e3', 'ORG', 'Halden Lines', ['Halden']),
  entity('e4', 'PERSON', 'Anna Lind', ['Lind']),
  { ...entity('e5', 'GPE', 'Norland'), demonyms: ['Norlander'] },
  entity('e6', 'ORG', 'Maritime Safety Board', ['MSB']),
]

export const readClaim = createClaimReader({ article, gold: { entities } })

/** What the match of two claims comes to, attribution off. */
export function compare(gold: string, predicted: string): ClaimMatch {
  return matchClaim(readClaim(stripAttribution(gold).text), readClaim(stripAttribution(predicted).text))
}

export function claim(text: string, more: Partial<Claim> = {}): Claim {
  return {
    id: text,
    text,
    tier: 'core',
    weight: 1,
    kind: 'event',
    holder: 'narrator',
    mode: 'asserted',
    certainty: 'CT',
    polarity: '+',
    evidence: [{ sentences: [0] }],
    ...more,
  }
}

export function goldOf(...claims: Claim[]): Annotation {
  return { entities, claims }
}

/** The alignment of one gold and one predicted claim. */
export function alignPair(gold: Claim, predicted: PredictedClaim) {
  return alignClaims(article, goldOf(gold), [predicted])
}

function entity(id: string, type: Entity['type'], name: string, aliases: readonly string[] = []): Entity {
  return { id, type, name, aliases, salience: 1 }
}
