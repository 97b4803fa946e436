import type { PreTokenizer, StageConfig } from './internals.ts'
import { checked, prepended, replaced } from './normalize.ts'
import { change, slice, type Tracked } from './tracked.ts'

/** Cuts a text into what the model of the tokenizer gets one by one. */
export type Cut = (given: Tracked, section: number) => Tracked[]

/**
 * The pre-tokenizer of a tokenizer, followed.
 *
 * @throws Error if a step cannot be followed: better no answer than a wrong place.
 */
export function cutting(stage: PreTokenizer | null, config: StageConfig | null): Cut {
  if (stage === null || config === null) return (given) => [given]
  const parts = config.pretokenizers
  if (stage.tokenizers !== undefined && parts !== undefined) {
    const cuts = stage.tokenizers.map((part, i) => cutting(part, parts[i]!))
    return (given, section) =>
      cuts.reduce((pieces, cut) => pieces.flatMap((piece) => cut(piece, section)), [given])
  }
  if (config.type === 'ByteLevel') return (given) => bytes(given, stage, config.add_prefix_space === true)
  if (config.type === 'Metaspace') return (given, section) => [metaspace(given, stage, config, section)]
  if (config.type === 'Replace') {
    const follow = (given: Tracked) => replaced(given, stage.pattern, config.content ?? '')
    const step = checked(follow, (text) => stage.pre_tokenize_text(text).join(''), config.type)
    return (given) => [step(given)]
  }
  return (given) => found(given, stage.pre_tokenize_text(given.text))
}

/** The pieces where they stand; what is between them (white space, mostly) is dropped. */
function found(given: Tracked, pieces: readonly string[]): Tracked[] {
  let end = 0
  return pieces.map((piece) => {
    const start = given.text.indexOf(piece, end)
    if (start === -1) throw new Error(`cannot find the word ${JSON.stringify(piece)} in the text`)
    end = start + piece.length
    return slice(given, start, end)
  })
}

/** Byte-level words have one unit for each byte of UTF-8; every byte of a character stands for all of it. */
function bytes(given: Tracked, stage: PreTokenizer, addsSpace: boolean): Tracked[] {
  const spaced = addsSpace && !given.text.startsWith(' ') ? prepended(given, ' ') : given
  const words = stage.pre_tokenize_text(given.text)
  const making = change(spaced)
  const all = words.join('')
  let at = 0
  for (let i = 0; i < spaced.text.length; ) {
    const code = spaced.text.codePointAt(i)!
    const units = code > 0xffff ? 2 : 1
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : units === 1 ? 3 : 4
    making.put(all.slice(at, at + size), i, i + units)
    at += size
    i += units
  }
  if (at !== all.length) throw new Error('cannot follow the bytes of the text')
  return found(making.done(), words)
}

/** SentencePiece marks white space with a sign of its own, one also before the first word. */
function metaspace(given: Tracked, stage: PreTokenizer, config: StageConfig, section: number): Tracked {
  const mark = config.replacement ?? '\u2581'
  const sign = config.str_rep || mark
  const scheme = config.prepend_scheme ?? 'always'
  const follow = (text: Tracked) => {
    const signed = replaced(text, / /g, sign)
    const isFirst = scheme === 'always' || (scheme === 'first' && section === 0)
    return isFirst && !signed.text.startsWith(mark) ? prepended(signed, sign) : signed
  }
  const library = (text: string) => stage.pre_tokenize_text(text, { section_index: section }).join('')
  return checked(follow, library, 'Metaspace')(given)
}
