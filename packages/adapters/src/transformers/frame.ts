import { stagesOf } from './internals.ts'

/** Ids that a tokenizer puts around a text: `[CLS]` and `[SEP]`, or `<s>` and `</s>`. */
export interface Frame {
  readonly before: readonly number[]
  readonly after: readonly number[]
}

/** @throws AssayError `system-failed` if the installed library is another one. */
export function frameOf(tokenizer: object): Frame {
  const stages = stagesOf(tokenizer)
  // No special token looks like this one.
  const text = '\u0000'
  const tokens = stages.post_processor?.([text], null, true).tokens ?? [text]
  const ids = tokens.map((token) => stages.token_to_id(token) ?? 0)
  const place = tokens.indexOf(text)
  return { before: ids.slice(0, place), after: ids.slice(place + 1) }
}
