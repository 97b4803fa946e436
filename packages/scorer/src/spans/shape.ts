import type { Mention, PredictedMention, ScoringItem } from '@assay/schema'

/** Longer lists are not worth a key: their shapes hardly ever come twice. */
const mostSpans = 16

/**
 * What every counting of mentions by boundaries and types depends on, as a key: the type of each gold mention with
 * that of the prediction at its boundaries, and the types of predictions that touch no gold. Null for anything that
 * takes thought: partial overlaps, boundaries that stand twice, alternatives, tiers other than core.
 */
export function mentionShape({ gold, predicted }: ScoringItem): string | null {
  const mentions = gold.mentions
  if (mentions === undefined) return ''
  const said = predicted.mentions ?? none
  if (mentions.length + said.length > mostSpans) return null
  let key = '|'
  let g = 0
  let p = 0
  let end = 0
  while (g < mentions.length || p < said.length) {
    const mention = mentions[g]
    const prediction = said[p]
    if (mention !== undefined && !isPlain(mention)) return null
    if (mention !== undefined && prediction !== undefined && sameBoundaries(mention, prediction)) {
      if (mention.span.start < end) return null
      end = mention.span.end
      key += `${mention.type}\n${prediction.type}\n`
      g++
      p++
    } else if (prediction === undefined || (mention !== undefined && comesFirst(mention, prediction))) {
      if (mention!.span.start < end) return null
      end = mention!.span.end
      key += `${mention!.type}\n\n`
      g++
    } else {
      if (prediction.span.start < end) return null
      end = prediction.span.end
      key += `\n${prediction.type}\n`
      p++
    }
  }
  return key
}

const none: readonly PredictedMention[] = []

function isPlain({ tier, alternatives }: Mention): boolean {
  return (tier === undefined || tier === 'core') && (alternatives === undefined || alternatives.length === 0)
}

function sameBoundaries({ span: a }: Mention, { span: b }: PredictedMention): boolean {
  return a.start === b.start && a.end === b.end
}

/** In the walk from left to right: spans that do not overlap have one order, and all others are refused. */
function comesFirst({ span: a }: Mention, { span: b }: PredictedMention): boolean {
  return a.start <= b.start
}
