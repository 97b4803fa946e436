import type { Annotation, Article, Claim, PredictedClaim } from '@assay/schema'
import { assign } from '../matching/assignment.ts'
import { type Attributed, stripAttribution } from './attribution.ts'
import { certaintiesOf } from './certainty.ts'
import { evidenceOverlap } from './evidence.ts'
import { isRightHolder } from './holders.ts'
import { type ClaimMatch, type ClaimThresholds, matchClaim } from './match.ts'
import { createClaimReader } from './reader.ts'
import type { ClaimReading } from './tokens.ts'
import { scoredClaims } from './units.ts'

/** A gold and a predicted claim that were given to each other. */
export interface AlignedClaim {
  readonly gold: Claim
  readonly predicted: PredictedClaim
  readonly match: ClaimMatch
  readonly isHolderRight: boolean
  readonly isCertaintyRight: boolean
  /** Share of evidence in common, 0 to 1; null: one side gives none. */
  readonly evidence: number | null
}

/** Who said what: every unit and every prediction stands in it once. Lists are sorted by text. */
export interface ClaimAlignment {
  readonly matched: readonly AlignedClaim[]
  readonly missed: readonly Claim[]
  /** Predictions of a unit that another prediction was matched with. */
  readonly duplicates: readonly PredictedClaim[]
  /** Predictions that a veto alone keeps from a unit. */
  readonly contradictions: readonly PredictedClaim[]
  readonly spurious: readonly PredictedClaim[]
  /** Predictions that only match what is optional: they count neither way. */
  readonly neutral: readonly PredictedClaim[]
  /** Units that match any prediction, aligned or not. */
  readonly covered: readonly Claim[]
}

/**
 * Gives predicted claims to gold units one to one: the most pairs, then the largest sum of token F1 in millionths.
 * Both sides are sorted by text first, so the order they come in changes nothing.
 */
export function alignClaims(
  article: Pick<Article, 'publishedAt'>,
  gold: Annotation,
  predicted: readonly PredictedClaim[],
  thresholds?: ClaimThresholds,
): ClaimAlignment {
  const read = createClaimReader({ article, gold })
  const { sentences } = gold
  const claims = scoredClaims(gold.claims ?? [])
  const units = claims.units.map((claim) => side(claim, claim.id, read)).sort(byText)
  const optional = claims.optional.map((claim) => side(claim, claim.id, read))
  const answers = predicted
    .map((claim) => side(claim, `${claim.holder} ${claim.certainty}`, read))
    .sort(byText)

  const table = answers.map((answer) =>
    units.map((unit) => matchClaim(unit.reading, answer.reading, thresholds)),
  )
  const pairs = assign(
    table.flatMap((row, predicted) =>
      row.flatMap((match, gold) =>
        match.verdict === 'match'
          ? [{ gold, predicted, weight: [1, Math.round(match.f1 * 1e6)], match }]
          : [],
      ),
    ),
  )
  const isMatched = new Set(pairs.map((pair) => pair.predicted))
  const isFound = new Set(pairs.map((pair) => pair.gold))
  const fates = answers.map((answer, at): Fate => {
    const has = (verdict: ClaimMatch['verdict']) => table[at]!.some((match) => match.verdict === verdict)
    if (isMatched.has(at)) return 'matched'
    if (has('match')) return 'duplicate'
    const matches = ({ reading }: Side<Claim>) =>
      matchClaim(reading, answer.reading, thresholds).verdict === 'match'
    if (optional.some(matches)) return 'neutral'
    return has('contradiction') ? 'contradiction' : 'spurious'
  })
  const claimsOf = (fate: Fate) => answers.filter((_, at) => fates[at] === fate).map(({ claim }) => claim)
  return {
    matched: pairs.map(({ gold, predicted, match }) =>
      aligned(units[gold]!, answers[predicted]!, match, read, sentences),
    ),
    missed: units.filter((_, gold) => !isFound.has(gold)).map(({ claim }) => claim),
    duplicates: claimsOf('duplicate'),
    contradictions: claimsOf('contradiction'),
    spurious: claimsOf('spurious'),
    neutral: claimsOf('neutral'),
    covered: units
      .filter((_, gold) => table.some((row) => row[gold]!.verdict === 'match'))
      .map(({ claim }) => claim),
  }
}

type Fate = 'matched' | 'duplicate' | 'neutral' | 'contradiction' | 'spurious'

interface Side<C> {
  readonly claim: C
  /** Tells claims of one text apart. */
  readonly detail: string
  readonly attributed: Attributed
  readonly reading: ClaimReading
}

function side<C extends { readonly text: string }>(
  claim: C,
  detail: string,
  read: (text: string) => ClaimReading,
): Side<C> {
  const attributed = stripAttribution(claim.text)
  return { claim, detail, attributed, reading: read(attributed.text) }
}

function byText<C extends { readonly text: string }>(a: Side<C>, b: Side<C>): number {
  return compare(a.claim.text, b.claim.text) || compare(a.detail, b.detail)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function aligned(
  gold: Side<Claim>,
  predicted: Side<PredictedClaim>,
  match: ClaimMatch,
  read: (text: string) => ClaimReading,
  sentences: Annotation['sentences'],
): AlignedClaim {
  const holder = predicted.claim.holder ?? predicted.attributed.holder
  const certainties =
    predicted.claim.certainty === undefined
      ? certaintiesOf(predicted.attributed)
      : [predicted.claim.certainty]
  return {
    gold: gold.claim,
    predicted: predicted.claim,
    match,
    isHolderRight: isRightHolder(gold.claim, gold.attributed.holder, holder, read),
    isCertaintyRight: certainties.includes(gold.claim.certainty),
    evidence: evidenceOverlap(gold.claim, predicted.claim.evidence, sentences),
  }
}
