import type { Claim } from '@assay/schema'

export interface ScoredClaims {
  /** What a system has to find. */
  readonly units: readonly Claim[]
  /** What it may say without loss: optional and extra claims, and the texts of composites. */
  readonly optional: readonly Claim[]
}

/**
 * The claims of an article that count. A core composite is replaced by its parts, whatever their tier, and theirs
 * in turn; a part that is not in the list is left out.
 */
export function scoredClaims(claims: readonly Claim[]): ScoredClaims {
  const byId = new Map(claims.map((claim) => [claim.id, claim]))
  const seen = new Set<Claim>()
  const units = new Set<Claim>()
  const visit = (claim: Claim): void => {
    if (seen.has(claim)) return
    seen.add(claim)
    if (claim.parts === undefined) units.add(claim)
    for (const id of claim.parts ?? []) {
      const part = byId.get(id)
      if (part !== undefined) visit(part)
    }
  }
  for (const claim of claims) if (claim.tier === 'core') visit(claim)
  return {
    units: claims.filter((claim) => units.has(claim)),
    optional: claims.filter((claim) => !units.has(claim)),
  }
}
