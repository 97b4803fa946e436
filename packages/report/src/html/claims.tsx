import type { Annotation, Claim, GoldArticle, Holder, PredictedClaim } from '@assay/schema'
import type { Answer } from '../lanes/layers.ts'
import { visible } from '../visible.ts'
import { Data } from './data.tsx'

/** What became of a predicted claim. */
export interface ClaimVerdict {
  readonly kind: 'match' | 'neutral' | 'duplicate' | 'contradiction' | 'unmatched'
  /** The gold claim it is about, if any. */
  readonly claim?: string
  /** Why it does not match the claim it is about. */
  readonly because?: string
}

export interface SystemClaims {
  readonly system: string
  readonly place: number
  readonly claims: readonly { readonly claim: PredictedClaim; readonly verdict: ClaimVerdict }[]
}

export function claimsOf(_gold: GoldArticle, answers: readonly Answer[]): SystemClaims[] {
  return answers.flatMap(({ system, place, output }) =>
    output.claims === undefined
      ? []
      : [
          {
            system,
            place,
            claims: output.claims.map((claim) => ({ claim, verdict: { kind: 'unmatched' } as const })),
          },
        ],
  )
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
              <th scope="col" class="name">
                Claim
              </th>
              <th scope="col" class="name">
                Holder
              </th>
              <th scope="col" class="name">
                Certainty
              </th>
              <th scope="col" class="name">
                Sentences
              </th>
              <th scope="col" class="name">
                Found by
              </th>
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
        <div class={`predicted s${place}`}>
          <h5>
            <Data>{system}</Data>
          </h5>
          {claims.length === 0 && <p class="muted">No claims.</p>}
          <ul>
            {claims.map(({ claim, verdict }) => (
              <Predicted id={id} claim={claim} verdict={verdict} number={numbers.get(verdict.claim ?? '')} />
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
}

interface GoldClaimProps extends ClaimsProps {
  readonly number: number
  readonly claim: Claim
}

function GoldClaim({ id, number, claim, gold, systems }: GoldClaimProps) {
  const found = systems.filter(({ claims }) =>
    claims.some(({ verdict }) => verdict.kind === 'match' && verdict.claim === claim.id),
  )
  return (
    <tr id={`${id}c${number}`} class={claim.tier}>
      <td>{number}</td>
      <td class="name claim">
        <Data>{claim.text}</Data>
        {claim.tier !== 'core' && <small> {claim.tier}</small>}
        {claim.parts !== undefined && <small> scored by its {claim.parts.length} parts</small>}
      </td>
      <td class="name">
        <Data>{holderName(claim.holder, gold)}</Data>
      </td>
      <td class="name">
        {certaintyWords[claim.certainty]}
        {claim.polarity === '-' && <span class="negated">negated</span>}
      </td>
      <td class="name evidence">
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
      <td class="name">
        {found.map(({ system, place }) => (
          <span class={`chip s${place}`}>{visible(system)}</span>
        ))}
      </td>
    </tr>
  )
}

interface PredictedProps {
  readonly id: string
  readonly claim: PredictedClaim
  readonly verdict: ClaimVerdict
  readonly number: number | undefined
}

function Predicted({ id, claim, verdict, number }: PredictedProps) {
  return (
    <li class={verdict.kind}>
      <span class="sign" title={verdictWords[verdict.kind]}>
        {verdictSigns[verdict.kind]}
      </span>
      <span>
        <Data>{claim.text}</Data>
        <small>
          {claim.holder !== undefined && (
            <>
              {' '}
              by <Data>{claim.holder}</Data>
            </>
          )}
          {claim.certainty !== undefined && ` ${certaintyWords[claim.certainty]}`}
          {claim.polarity === '-' && ' negated'} {verdictWords[verdict.kind]}
          {number !== undefined && (
            <>
              {' '}
              <a href={`#${id}c${number}`}>claim {number}</a>
            </>
          )}
          {verdict.because !== undefined && <>: {visible(verdict.because)}</>}
        </small>
      </span>
    </li>
  )
}

function holderName(holder: Holder, gold: Annotation): string {
  if (holder === 'narrator') return 'the article'
  if ('description' in holder) return holder.description
  return gold.entities?.find(({ id }) => id === holder.entityId)?.name ?? holder.entityId
}

const certaintyWords = { CT: 'certain', PR: 'probable', PS: 'possible', U: 'unknown' } as const

const verdictSigns = { match: '✓', neutral: '○', duplicate: '=', contradiction: '≠', unmatched: '×' } as const

const verdictWords = {
  match: 'matches',
  neutral: 'neutral: matches only what is not asked for,',
  duplicate: 'says again',
  contradiction: 'contradicts',
  unmatched: 'matches no claim',
} as const
