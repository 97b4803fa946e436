import type { Annotation, Claim, GoldArticle, Holder, PredictedClaim } from '@assay/schema'
import { type AlignedClaim, alignClaims } from '@assay/scorer'
import type { Answer } from '../lanes/layers.ts'
import { Data } from './data.tsx'

type VerdictKind = 'match' | 'neutral' | 'duplicate' | 'contradiction' | 'spurious'

/** What became of a predicted claim. */
interface Verdict {
  readonly kind: VerdictKind
  /** The id of the gold claim it matches. */
  readonly gold?: string
  /** What is wrong with a match all the same. */
  readonly differs?: string
}

export interface SystemClaims {
  readonly system: string
  readonly place: number
  readonly claims: readonly { readonly claim: PredictedClaim; readonly verdict: Verdict }[]
}

/** The claims of every answer that has the layer, each with its verdict, in the order given. */
export function claimsOf({ article, annotation }: GoldArticle, answers: readonly Answer[]): SystemClaims[] {
  return answers.flatMap(({ system, place, output: { claims } }) => {
    if (claims === undefined) return []
    const alignment = alignClaims(article, annotation, claims)
    const verdicts = new Map<PredictedClaim, Verdict>([
      ...alignment.neutral.map((claim) => [claim, { kind: 'neutral' }] as const),
      ...alignment.duplicates.map((claim) => [claim, { kind: 'duplicate' }] as const),
      ...alignment.contradictions.map((claim) => [claim, { kind: 'contradiction' }] as const),
      ...alignment.matched.map((pair) => [pair.predicted, matchVerdict(pair)] as const),
    ])
    return [
      {
        system,
        place,
        claims: claims.map((claim) => ({ claim, verdict: verdicts.get(claim) ?? { kind: 'spurious' } })),
      },
    ]
  })
}

function matchVerdict({ gold, isHolderRight, isCertaintyRight }: AlignedClaim): Verdict {
  const differing = [...(isHolderRight ? [] : ['holder']), ...(isCertaintyRight ? [] : ['certainty'])]
  return {
    kind: 'match',
    gold: gold.id,
    ...(differing.length > 0 && { differs: `but with another ${differing.join(' and ')}` }),
  }
}

interface ClaimsProps {
  readonly id: string
  readonly gold: Annotation
  readonly systems: readonly SystemClaims[]
}

/** Gold claims with what vouches for them, and beside them what each system claims. */
export function Claims({ id, gold, systems }: ClaimsProps) {
  const claims = gold.claims ?? []
  const numbers = new Map(claims.map((claim, i) => [claim.id, i + 1]))
  return (
    <div class="claims">
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">No.</th>
              <th scope="col">Claim</th>
              <th scope="col">Holder</th>
              <th scope="col">Certainty</th>
              <th scope="col">Sentences</th>
              <th scope="col">Found by</th>
            </tr>
          </thead>
          <tbody>
            {claims.map((claim, i) => (
              <GoldClaim id={id} number={i + 1} claim={claim} gold={gold} systems={systems} />
            ))}
          </tbody>
        </table>
      </div>
      {systems.map(({ system, place, claims }) => (
        <details class={`fold predicted s${place}`}>
          <summary>
            <Data>{system}</Data> <small>{matchedOf(claims)}</small>
          </summary>
          <ul>
            {claims.map(({ claim, verdict }) => (
              <Predicted id={id} claim={claim} verdict={verdict} number={numbers.get(verdict.gold ?? '')} />
            ))}
          </ul>
        </details>
      ))}
    </div>
  )
}

function matchedOf(claims: SystemClaims['claims']): string {
  if (claims.length === 0) return 'no claims'
  return `${claims.filter(({ verdict }) => verdict.kind === 'match').length} of ${claims.length} match`
}

interface GoldClaimProps extends ClaimsProps {
  readonly number: number
  readonly claim: Claim
}

function GoldClaim({ id, number, claim, gold, systems }: GoldClaimProps) {
  const found = systems.filter(({ claims }) => claims.some(({ verdict }) => verdict.gold === claim.id))
  return (
    <tr id={`${id}c${number}`} class={claim.tier === 'core' ? undefined : 'aside'}>
      <td>{number}</td>
      <td>
        <Data>{claim.text}</Data>
        {claim.tier !== 'core' && <small> {claim.tier}</small>}
        {claim.parts !== undefined && <small> scored by its {claim.parts.length} parts</small>}
      </td>
      <td>
        <Data>{holderName(claim.holder, gold)}</Data>
      </td>
      <td>
        {certaintyWords[claim.certainty]}
        {claim.polarity === '-' && <span class="negated">negated</span>}
      </td>
      <td>
        {claim.evidence.map(({ sentences }, i) => (
          <>
            {i > 0 && ' or '}
            {sentences.map((sentence, j) => (
              <>
                {j > 0 && '+'}
                <a href={`#${id}s${sentence}`}>{sentence + 1}</a>
              </>
            ))}
          </>
        ))}
      </td>
      <td>
        {found.map(({ system, place }) => (
          <i class={`s${place}`}>{system}</i>
        ))}
      </td>
    </tr>
  )
}

interface PredictedProps {
  readonly id: string
  readonly claim: PredictedClaim
  readonly verdict: Verdict
  readonly number: number | undefined
}

function Predicted({ id, claim, verdict, number }: PredictedProps) {
  return (
    <li class={verdict.kind}>
      <Data>{claim.text}</Data>{' '}
      <small>
        {saidBy(claim)}
        {number === undefined ? verdictWords[verdict.kind] : <a href={`#${id}c${number}`}>claim {number}</a>}
        {verdict.differs !== undefined && ` ${verdict.differs}`}
      </small>
    </li>
  )
}

/** What the prediction says about the claim, if anything, as a prefix. */
function saidBy({ holder, certainty, polarity }: PredictedClaim): string {
  const facts = [
    ...(holder === undefined ? [] : [`by ${holder}`]),
    ...(certainty === undefined ? [] : [certaintyWords[certainty]]),
    ...(polarity === '-' ? ['negated'] : []),
  ]
  return facts.length === 0 ? '' : `${facts.join(', ')} · `
}

function holderName(holder: Holder, gold: Annotation): string {
  if (holder === 'narrator') return 'the article'
  if ('description' in holder) return holder.description
  return gold.entities?.find(({ id }) => id === holder.entityId)?.name ?? holder.entityId
}

const certaintyWords = { CT: 'certain', PR: 'probable', PS: 'possible', U: 'unknown' } as const

const verdictWords = {
  match: 'matches',
  neutral: 'not asked for, not scored',
  duplicate: 'says a matched claim again',
  contradiction: 'contradicts gold',
  spurious: 'matches no claim',
} as const
