import type { Stages } from './internals.ts'

/** The pieces of one word, in order: their ids, and which units of the word each stands for. */
export interface Pieces {
  readonly ids: readonly number[]
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/** Cuts words into pieces. Words come again and again, so the pieces of one are kept, within a bound. */
export function pieceCutter({ model, added_tokens_map, tokenizer }: Stages): (word: string) => Pieces {
  const known = new Map<string, Pieces>()
  const place = placer(model, tokenizer.model)
  return (word) => {
    let pieces = known.get(word)
    if (pieces === undefined) {
      const tokens = model.encode([word])
      const ids = tokens.map(
        (token) =>
          added_tokens_map.get(token)?.id ?? model.tokens_to_ids.get(token) ?? model.unk_token_id ?? 0,
      )
      pieces = { ids, ...place(word, tokens) }
      if (known.size >= mostWords) known.clear()
      if (word.length <= longestKnownWord) known.set(word, pieces)
    }
    return pieces
  }
}

const mostWords = 50_000
const longestKnownWord = 64

type Place = (word: string, tokens: readonly string[]) => Omit<Pieces, 'ids'>

/** Where the tokens of a word stand in it. Tokens that cannot be told apart stand for the whole word each. */
function placer(model: Stages['model'], config: Stages['tokenizer']['model']): Place {
  const isWordPiece =
    config.type === 'WordPiece' || (config.type === undefined && 'continuing_subword_prefix' in config)
  const prefix = isWordPiece ? (config.continuing_subword_prefix ?? '') : ''
  const suffixes = [model.end_of_word_suffix, model.continuing_subword_suffix].filter((suffix) => !!suffix)
  const surfaceOf = (token: string, i: number) => {
    if (i > 0 && prefix !== '' && token.startsWith(prefix)) return token.slice(prefix.length)
    const suffix = suffixes.find((suffix) => token.endsWith(suffix!))
    return suffix === undefined ? token : token.slice(0, -suffix!.length)
  }
  return (word, tokens) => {
    const starts: number[] = []
    const ends: number[] = []
    let at = 0
    let bytesLeft = 0
    const put = (start: number, end: number) => {
      starts.push(start)
      ends.push(end)
      at = end
    }
    for (const [i, token] of tokens.entries()) {
      const surface = surfaceOf(token, i)
      if (bytesLeft > 0) {
        // A further byte of the character that the token before began.
        put(starts.at(-1)!, ends.at(-1)!)
        bytesLeft--
      } else if (word.startsWith(surface, at)) put(at, at + surface.length)
      else if (token === model.unk_token) put(at, isWordPiece ? word.length : at + unitsAt(word, at))
      else if (/^<0x[0-9A-F]{2}>$/.test(token)) {
        bytesLeft = new TextEncoder().encode(word.slice(at, at + unitsAt(word, at))).length - 1
        put(at, at + unitsAt(word, at))
      } else {
        // A vocabulary without a token for the unknown leaves characters out.
        const later = word.indexOf(surface, at)
        if (later === -1) return whole(word, tokens)
        put(later, later + surface.length)
      }
    }
    return at > word.length ? whole(word, tokens) : { starts, ends }
  }
}

function unitsAt(word: string, at: number): number {
  return (word.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
}

function whole(word: string, tokens: readonly string[]): Omit<Pieces, 'ids'> {
  return { starts: tokens.map(() => 0), ends: tokens.map(() => word.length) }
}
