import { createEncoder } from './encode.ts'
import { readingOf, type TagOptions } from './reading.ts'
import { closes, none, nothingBefore, startAfter, stepAt, stepsOf } from './steps.ts'

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
  const encoder = createEncoder(reading)
  const codes = encoder.encode(tags, 'tags')
  const steps = stepsOf(reading.rules)
  let start = reading.strict ? none : 0
  let before = nothingBefore
  let at = 0
  return tags.map((sentence) => {
    const offset = at
    const spans: TagSpan[] = []
    for (; at <= offset + sentence.length; at++) {
      const code = codes[at]!
      const step = steps[stepAt(before, code, start)]!
      if (step & closes) {
        spans.push({ type: encoder.types[before >> 3]!, start: start - offset, end: at - offset })
      }
      start = startAfter(step, start, at)
      before = code
    }
    return spans
  })
}
