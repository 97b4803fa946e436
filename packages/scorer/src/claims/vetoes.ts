import { isOpposed } from './opposites.ts'
import { sharedTokens } from './overlap.ts'
import { type ClaimReading, type ClaimToken, isShared, tokensAgree } from './tokens.ts'

/** Why two claims that share most of their words still say different things. */
export const vetoNames = ['number', 'date', 'participant', 'roles', 'polarity'] as const
export type Veto = (typeof vetoNames)[number]

/** The vetoes that fire between two claims, in a fixed order; none: they do not contradict each other. */
export function vetoes(gold: ClaimReading, predicted: ClaimReading): Veto[] {
  return vetoNames.filter((name) => rules[name](gold, predicted))
}

const rules: Readonly<Record<Veto, (gold: ClaimReading, predicted: ClaimReading) => boolean>> = {
  /** Each side has a number that agrees with none on the other, and the two could stand for each other. */
  number: (gold, predicted) => {
    const unmatched = unshared(predicted, gold, 'number')
    return unshared(gold, predicted, 'number').some((own) => unmatched.some((other) => compete(own, other)))
  },

  /** Each side has a date that agrees with none on the other. */
  date: (gold, predicted) =>
    unshared(gold, predicted, 'date').length > 0 && unshared(predicted, gold, 'date').length > 0,

  /** A gold entity is absent, and the prediction names another in its place, or somebody gold knows nothing of. */
  participant: (gold, predicted) => {
    const added = unshared(predicted, gold, 'entity')
    const hasNewcomer = hasStranger(predicted, gold)
    return unshared(gold, predicted, 'entity').some(
      (own) => hasNewcomer || added.some((other) => own.isPlace === other.isPlace),
    )
  },

  /** The same two entities, each in the other's role. */
  roles: (gold, predicted) => {
    const [agent, patient] = gold.roles ?? []
    const [otherAgent, otherPatient] = predicted.roles ?? []
    return agent !== undefined && agent === otherPatient && patient === otherAgent
  },

  /** One side negates a shared token, and the other side negates nothing; or a word stands for its opposite. */
  polarity: (gold, predicted) => isDenied(gold, predicted) || isOpposed(gold, predicted),
}

function isDenied(gold: ClaimReading, predicted: ClaimReading): boolean {
  if ((gold.negated.size === 0) === (predicted.negated.size === 0)) return false
  return sharedTokens(gold, predicted).some(
    (token) => gold.negated.has(token.key) || predicted.negated.has(counterpart(token, predicted).key),
  )
}

/** Whether one side names somebody that gold knows nothing of, and the other does not. */
function hasStranger(own: ClaimReading, other: ClaimReading): boolean {
  return own.strangers.some((name) => !other.strangers.includes(name))
}

/** The token that a shared one agrees with: an equal one, else the first. */
function counterpart(token: ClaimToken, other: ClaimReading): ClaimToken {
  const agreeing = other.tokens.filter((candidate) => tokensAgree(token, candidate))
  return agreeing.find((candidate) => candidate.key === token.key) ?? agreeing[0] ?? token
}

/** The tokens of one kind that agree with none of the other side. */
function unshared<Kind extends ClaimToken['kind']>(own: ClaimReading, other: ClaimReading, kind: Kind) {
  return own.tokens.filter(
    (token): token is Extract<ClaimToken, { kind: Kind }> => token.kind === kind && !isShared(token, other),
  )
}

type NumberToken = Extract<ClaimToken, { kind: 'number' }>

/** Numbers of one class, money in two currencies, one value in two units: "5 km" and "5 miles". */
function compete({ number: a }: NumberToken, { number: b }: NumberToken): boolean {
  return a.class === b.class || (isMoney(a.class) && isMoney(b.class)) || a.value === b.value
}

function isMoney(numberClass: string): boolean {
  return /^[A-Z]{3}$/.test(numberClass)
}
