import type { GoldArticle, StandoffArticle } from '@assay/schema'
import { claimRules } from '../check/claims.ts'
import { referenceRules } from '../check/references.ts'
import { applyRules, type Problem, quoted, type Rule } from '../check/rule.ts'
import { sentenceRules } from '../check/sentences.ts'
import { summaryRules } from '../check/summaries.ts'
import { timexRules } from '../check/timexes.ts'
import { keyOf, spotsOf } from './spans.ts'

const goldRules: readonly Rule<GoldArticle>[] = [
  ...sentenceRules,
  ...referenceRules,
  ...timexRules,
  ...claimRules,
  ...summaryRules,
]

/** Everything wrong with a stand-off article that can be seen without its text. */
export function checkStandoffArticle(article: StandoffArticle): Problem[] {
  return [...applyRules(standoffRules, article), ...applyRules(goldRules, withoutItsText(article))]
}

const standoffRules: readonly Rule<StandoffArticle>[] = [
  {
    code: 'span-outside-text',
    severity: 'error',
    hint: 'Make the file again with `assay data standoff`. Offsets count UTF-16 code units.',
    *find({ annotation, text: { length } }) {
      for (const { layer, id, span } of spotsOf(annotation)) {
        if (span.end <= length) continue
        yield {
          path: ['annotation'],
          message: `${layer} ${quoted(id)} ends at ${span.end}, outside the text, which has ${length} UTF-16 code units`,
        }
      }
    },
  },
  {
    code: 'span-without-anchor',
    severity: 'error',
    hint: 'Make the file again with `assay data standoff`.',
    *find({ annotation, anchors }) {
      const known = new Set(anchors.map(keyOf))
      for (const { layer, id, span } of spotsOf(annotation)) {
        if (known.has(keyOf(span))) continue
        yield { path: ['anchors'], message: `${layer} ${quoted(id)} at ${keyOf(span)} has no anchor` }
      }
    },
  },
]

/** As the rules for gold see it: no text, and a withheld surface is taken for the name of its entity. */
function withoutItsText({ article, annotation }: StandoffArticle): GoldArticle {
  const { mentions, timexes, ...rest } = annotation
  const names = new Map(annotation.entities?.map(({ id, name }) => [id, name]))
  return {
    schema: 'assay.article/1',
    article: { ...article, text: '' },
    annotation: {
      ...rest,
      ...(mentions && {
        mentions: mentions.map((mention) => ({
          ...mention,
          surface: mention.surface ?? names.get(mention.entityId ?? '') ?? '',
        })),
      }),
      ...(timexes && { timexes: timexes.map((timex) => ({ ...timex, surface: timex.surface ?? '' })) }),
    },
  }
}
