import type { Span, StandoffAnnotation, Tier } from '@assay/schema'

/** One place where an annotation refers to the text. */
export interface Spot {
  readonly layer: 'sentences' | 'mentions' | 'timexes' | 'alternatives'
  /** The id of a mention or timex, with the index of the alternative (`m3[0]`); the index of a sentence. */
  readonly id: string
  readonly span: Span
  /** Whether scores depend on it: of tier core, or a sentence that is evidence of a core claim. */
  readonly isCore: boolean
}

/** Every span of an annotation, layer by layer, in their order. */
export function spotsOf(annotation: StandoffAnnotation): Spot[] {
  const evidence = coreEvidence(annotation)
  const sentences = (annotation.sentences ?? []).map(
    (span, i): Spot => ({ layer: 'sentences', id: String(i), span, isCore: evidence.has(i) }),
  )
  return [
    ...sentences,
    ...(annotation.mentions ?? []).flatMap((item) => spotsIn('mentions', item)),
    ...(annotation.timexes ?? []).flatMap((item) => spotsIn('timexes', item)),
  ]
}

interface Item {
  readonly id: string
  readonly span: Span
  readonly tier?: Tier
  readonly alternatives?: readonly { readonly span?: Span }[]
}

function spotsIn(
  layer: 'mentions' | 'timexes',
  { id, span, tier = 'core', alternatives = [] }: Item,
): Spot[] {
  const others = alternatives.flatMap((reading, i): Spot[] =>
    reading.span === undefined
      ? []
      : [{ layer: 'alternatives', id: `${id}[${i}]`, span: reading.span, isCore: false }],
  )
  return [{ layer, id, span, isCore: tier === 'core' }, ...others]
}

function coreEvidence({ claims = [] }: StandoffAnnotation): Set<number> {
  const core = claims.filter(({ tier }) => tier === 'core')
  return new Set(core.flatMap(({ evidence }) => evidence.flatMap(({ sentences }) => sentences)))
}

/** A span as a key. */
export function keyOf({ start, end }: Span): string {
  return `${start}-${end}`
}
