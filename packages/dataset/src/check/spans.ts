import { type GoldArticle, type Span, splitsSurrogatePair } from '@assay/schema'
import { createOffsetMap, type OffsetMap } from '@assay/text'
import { type Path, quoted, type Rule } from './rule.ts'

/** Every span fits the text, and the text there is the surface. */
export const spanRules: readonly Rule<GoldArticle>[] = [
  {
    code: 'span-outside-text',
    severity: 'error',
    hint: 'Correct the offsets, or restore the text they were made for. Offsets count UTF-16 code units.',
    *find(gold) {
      const { length } = gold.article.text
      for (const { path, span } of spots(gold)) {
        if (span.end <= length) continue
        yield { path, message: `${range(span)} ends outside the text, which has ${length} UTF-16 code units` }
      }
    },
  },
  {
    code: 'span-splits-character',
    severity: 'error',
    hint: 'Move the offset before or after the character: it takes two UTF-16 code units.',
    *find(gold) {
      const { text } = gold.article
      for (const { path, span } of spots(gold)) {
        for (const offset of [span.start, span.end]) {
          if (!splitsSurrogatePair(text, offset)) continue
          const character = text.slice(offset - 1, offset + 1)
          yield {
            path,
            message: `${range(span)} cuts the character ${quoted(character)} in two at ${offset}`,
          }
        }
      }
    },
  },
  {
    code: 'surface-differs',
    severity: 'error',
    hint: 'Make the surface the slice of the text at the span, or move the span to where the surface stands.',
    *find(gold) {
      const { text } = gold.article
      let map: OffsetMap | undefined
      for (const { path, span, surface } of spots(gold)) {
        if (surface === undefined || span.end > text.length) continue
        if ([span.start, span.end].some((offset) => splitsSurrogatePair(text, offset))) continue
        const slice = text.slice(span.start, span.end)
        if (slice === surface) continue
        map ??= createOffsetMap(text)
        const clue = whereInstead(text, map, span, surface)
        yield {
          path,
          message: `the text at ${range(span)} reads ${quoted(slice)}, not ${quoted(surface)}${clue}`,
        }
      }
    },
  },
  {
    code: 'same-boundaries',
    severity: 'error',
    hint: 'Keep one of the two and make the other one of its `alternatives`, or delete it.',
    *find({ annotation }) {
      for (const layer of ['mentions', 'timexes'] as const) {
        const first = new Map<string, string>()
        for (const [i, item] of (annotation[layer] ?? []).entries()) {
          const key = range(item.span)
          const other = first.get(key)
          if (other === undefined) first.set(key, item.id)
          else {
            yield {
              path: ['annotation', layer, i, 'span'],
              message: `${quoted(item.id)} has the boundaries of ${quoted(other)}, ${key}: a prediction there would count twice`,
            }
          }
        }
      }
    },
  },
]

interface Spot {
  readonly path: Path
  readonly span: Span
  readonly surface?: string
}

function* spots({ annotation }: GoldArticle): Iterable<Spot> {
  for (const [i, span] of (annotation.sentences ?? []).entries()) {
    yield { path: ['annotation', 'sentences', i], span }
  }
  for (const layer of ['mentions', 'timexes'] as const) {
    for (const [i, item] of (annotation[layer] ?? []).entries()) {
      const path = ['annotation', layer, i]
      yield { path: [...path, 'span'], span: item.span, surface: item.surface }
      for (const [j, { span }] of (item.alternatives ?? []).entries()) {
        if (span !== undefined) yield { path: [...path, 'alternatives', j, 'span'], span }
      }
    }
  }
}

function whereInstead(text: string, map: OffsetMap, span: Span, surface: string): string {
  const inCodepoints = span.end <= map.toCodepoint(text.length)
  if (inCodepoints && text.slice(map.fromCodepoint(span.start), map.fromCodepoint(span.end)) === surface) {
    return '; it fits if the offsets count code points'
  }
  const start = text.indexOf(surface)
  return start < 0
    ? '; the text holds that nowhere'
    : `; that stands at ${range({ start, end: start + surface.length })}`
}

function range({ start, end }: Span): string {
  return `[${start}, ${end})`
}
