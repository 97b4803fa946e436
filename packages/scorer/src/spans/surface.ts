import type { Annotation, Output } from '@assay/schema'
import { type Labelled, mentionItems } from './items.ts'
import { layOut } from './layout.ts'
import { matchSpans } from './match.ts'
import { mentionSchemes } from './schemes.ts'

export interface SurfaceForms {
  readonly gold: ReadonlySet<string>
  readonly predicted: ReadonlySet<string>
}

/**
 * The distinct (surface, type) pairs of the required gold mentions and of the predictions, each as one string. A
 * prediction that is right counts as its gold mention's main surface and type, whatever reading it took. White space
 * is written as single spaces; case stays.
 */
export function surfaceForms(
  text: string,
  gold: Annotation,
  predicted: Output,
  isKnown: (item: Labelled) => boolean,
): SurfaceForms {
  const layout = layOut(mentionItems(gold.mentions ?? [], 'flat'), (predicted.mentions ?? []).filter(isKnown))
  const form = ({ span, type }: Labelled) =>
    JSON.stringify([text.slice(span.start, span.end).replaceAll(/\s+/g, ' '), type])
  const right = new Map(
    matchSpans(layout, mentionSchemes[0]!)
      .filter(({ credit }) => credit === 1)
      .map((pair) => [pair.predicted, layout.required[pair.gold]!.readings[0]]),
  )
  return {
    gold: new Set(layout.required.map(({ readings }) => form(readings[0]))),
    predicted: new Set(layout.predicted.map((item, i) => form(right.get(i) ?? item))),
  }
}
