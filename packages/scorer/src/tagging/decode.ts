import { createEncoder } from './encode.ts'
import { readingOf, type TagOptions } from './reading.ts'
import { closes, createSteps, forgets, opens, shut, stepAt } from './steps.ts'

/** A span that tags mark. */
export interface TagSpan {
  /** `_` where the tags are bare prefixes. */
  readonly type: string
  /** Index of its first token in the sentence. */
  readonly start: number
  /** Index behind its last token. */
  readonly end: number
}

/**
 * The spans of each sentence, in their order.
 *
 * The default mode counts from the start that was seen last, as its reference does: where an L or U without a type,
 * or of the type of a span that has ended, closes without having opened, that start can lie before the sentence and
 * is negative. No tags of one scheme with types do this.
 *
 * @throws AssayError `file-invalid` with `tags[sentence][token]` for what is not a tag, or not of the scheme.
 */
export function decodeTags(tags: readonly (readonly string[])[], options: TagOptions = {}): TagSpan[][] {
  const reading = readingOf(tags, 'tags', options)
  const { encode, prefixOf, typeOf, types } = createEncoder(reading)
  const codes = encode(tags, 'tags')
  const steps = createSteps(reading.rules)
  let start = reading.strict ? -1 : 0
  let before = 0
  let type = -1
  let at = 0
  return tags.map((sentence) => {
    const offset = at
    const spans: TagSpan[] = []
    for (; at <= offset + sentence.length; at++) {
      const code = codes[at]!
      const prefix = prefixOf[code]!
      const step = steps[stepAt(before, prefix, typeOf[code] === type) + (start < 0 ? shut : 0)]!
      if (step & closes) spans.push({ type: types[type]!, start: start - offset, end: at - offset })
      if (step & forgets) start = -1
      if (step & opens) start = at
      before = prefix
      type = typeOf[code]!
    }
    return spans
  })
}
