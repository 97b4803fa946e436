import type { Claim, Summary } from '@assay/schema'
import { numbersAgree } from '@assay/text'
import { type ClaimReading, type ClaimToken, isShared } from '../claims/tokens.ts'

/** A claim that references express, with the number of references that do. */
export interface WeightedUnit {
  readonly claim: Claim
  readonly weight: number
}

/** The claims linked from the references (Nenkova and Passonneau 2004: a unit weighs as many as express it). */
export function linkedUnits(claims: readonly Claim[], references: readonly Summary[]): WeightedUnit[] {
  return claims
    .map((claim) => ({ claim, weight: references.filter(({ claims }) => claims.includes(claim.id)).length }))
    .filter(({ weight }) => weight > 0)
}

/**
 * How much of a claim a whole summary says, 0 to 1: the share of the claim's tokens that the summary has, or 0 if
 * one of its numbers is missing. A number without a unit is there in any unit ("sold for 2,200", "£2,200"). There is
 * no veto: a summary that says the opposite scores the same.
 */
export function claimPresence(claim: ClaimReading, summary: ClaimReading): number {
  const found = claim.tokens.filter((token) => isThere(token, summary))
  const isNumberMissing = claim.tokens.some((token) => token.kind === 'number' && !found.includes(token))
  return isNumberMissing ? 0 : found.length / claim.tokens.length
}

function isThere(token: ClaimToken, summary: ClaimReading): boolean {
  if (token.kind !== 'number' || token.number.class !== 'plain') return isShared(token, summary)
  return summary.tokens.some(
    (other) => other.kind === 'number' && numbersAgree(token.number, { ...other.number, class: 'plain' }),
  )
}
