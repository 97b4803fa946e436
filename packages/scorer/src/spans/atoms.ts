import type { Mention, PredictedMention, ScoringItem } from '@assay/schema'

/**
 * A part of an article that no other part touches: a gold mention, a prediction, or both at the same boundaries.
 * Null where there is none; both null: an article with neither.
 */
export type OnAtom = (goldType: string | null, predictedType: string | null) => void

/** Longer lists are counted as they are. */
const mostSpans = 64

/**
 * Takes the mentions of an article apart, from left to right, if no two of them touch unless they have the same
 * boundaries: then whatever is counted by boundaries and types is the sum over the parts. Otherwise, and where gold
 * has tiers or alternatives or a list is not in text order, it says false, and the parts called so far mean nothing.
 */
export function takeApart({ gold, predicted }: ScoringItem, onAtom: OnAtom): boolean {
  const mentions = gold.mentions
  const said = predicted.mentions ?? none
  if (mentions === undefined || mentions.length + said.length > mostSpans) return false
  if (mentions.length + said.length === 0) onAtom(null, null)
  let g = 0
  let p = 0
  let end = 0
  while (g < mentions.length || p < said.length) {
    const mention = mentions[g]
    const prediction = said[p]
    const isGold = mention !== undefined && (prediction === undefined || !isBefore(prediction, mention))
    const isSaid = prediction !== undefined && (mention === undefined || !isBefore(mention, prediction))
    const { span } = isGold ? mention : prediction!
    if (span.start < end || (isGold && !isPlain(mention))) return false
    end = span.end
    onAtom(isGold ? mention.type : null, isSaid ? prediction.type : null)
    if (isGold) g++
    if (isSaid) p++
  }
  return true
}

const none: readonly PredictedMention[] = []

function isBefore({ span: a }: { span: Mention['span'] }, { span: b }: { span: Mention['span'] }): boolean {
  return a.start < b.start || (a.start === b.start && a.end < b.end)
}

function isPlain({ tier, alternatives }: Mention): boolean {
  return (tier === undefined || tier === 'core') && (alternatives === undefined || alternatives.length === 0)
}
