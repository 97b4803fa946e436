import type { Claim } from '@assay/schema'
import { overlap } from './overlap.ts'
import type { ClaimReading } from './tokens.ts'

/**
 * Whether a predicted holder (null: the article itself) is the one that vouches for a gold claim. The narrator
 * is named by nobody; an entity by any of its names within the holder ("Mayor Lind"); a described holder by
 * two thirds of the words of its description. Where the speech act is the claim itself, its speaker, `speaker`,
 * is right too.
 */
export function isRightHolder(
  gold: Claim,
  speaker: string | null,
  predicted: string | null,
  read: (text: string) => ClaimReading,
): boolean {
  const { holder } = gold
  if (holder === 'narrator') {
    return predicted === null || (speaker !== null && isDescribed(read(speaker), read(predicted)))
  }
  if (predicted === null) return false
  const named = read(predicted)
  if ('description' in holder) return isDescribed(read(holder.description), named)
  return named.tokens.some((token) => token.kind === 'entity' && token.entity === holder.entityId)
}

function isDescribed(gold: ClaimReading, predicted: ClaimReading): boolean {
  return overlap(gold, predicted).recall >= leastDescription
}

const leastDescription = 2 / 3
