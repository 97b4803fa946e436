import { AssayError } from '@assay/schema'
import { installCommand, transformersVersion } from './library.ts'

/** A stage of a tokenizer as `tokenizer.json` describes it. */
export interface StageConfig {
  readonly type: string
  /** Of a sequence. */
  readonly normalizers?: readonly StageConfig[]
  readonly pretokenizers?: readonly StageConfig[]
  readonly prepend?: string
  readonly content?: string
  readonly strip_left?: boolean
  readonly strip_right?: boolean
  readonly add_prefix_space?: boolean
  readonly replacement?: string
  readonly str_rep?: string
  readonly prepend_scheme?: 'always' | 'first' | 'never'
}

export interface Normalizer {
  normalize(text: string): string
  /** Of a sequence. */
  readonly normalizers?: readonly (Normalizer | null)[]
  /** Of a replacement. */
  readonly pattern?: RegExp | null
}

export interface PreTokenizer {
  pre_tokenize_text(text: string, options?: { section_index: number }): string[]
  /** Of a sequence. */
  readonly tokenizers?: readonly (PreTokenizer | null)[]
  readonly pattern?: RegExp | null
}

interface PieceModel {
  /** The pieces of words, before unknown ones that follow each other are made one. */
  encode(words: readonly string[]): string[]
  readonly tokens_to_ids: ReadonlyMap<string, number>
  readonly unk_token?: string | null
  readonly unk_token_id?: number
  readonly fuse_unk: boolean
  readonly end_of_word_suffix?: string | null
  readonly continuing_subword_suffix?: string | null
}

interface AddedToken {
  readonly id: number
  readonly lstrip: boolean
  readonly rstrip: boolean
}

interface Framed {
  readonly tokens: readonly string[]
}

/** The stages that `encode` of transformers.js runs a text through. */
export interface Stages {
  readonly normalizer: Normalizer | null
  readonly pre_tokenizer: PreTokenizer | null
  readonly model: PieceModel
  readonly post_processor: ((tokens: readonly string[], pair: null, special: true) => Framed) | null
  token_to_id(token: string): number | undefined
  readonly splitter_unnormalized: { split(text: string): string[] }
  readonly splitter_normalized: { split(text: string): string[] }
  readonly added_tokens_map: ReadonlyMap<string, AddedToken>
  readonly remove_space?: boolean
  readonly do_lowercase_and_remove_accent?: boolean
  /** `tokenizer.json`. */
  readonly tokenizer: {
    readonly normalizer: StageConfig | null
    readonly pre_tokenizer: StageConfig | null
    readonly model: { readonly type?: string; readonly continuing_subword_prefix?: string }
  }
}

/**
 * The stages of a loaded tokenizer. The library gives no offsets, so a text is followed through its stages one by
 * one; they are there, but not all of them in its types.
 *
 * @throws AssayError `system-failed` if the installed library is another one.
 */
export function stagesOf(tokenizer: object): Stages {
  const { _tokenizer: stages } = tokenizer as { readonly _tokenizer?: Stages }
  const known = typeof stages?.splitter_unnormalized?.split === 'function'
  if (stages === undefined || !known || typeof stages.model?.encode !== 'function') {
    throw new AssayError(
      'system-failed',
      `the installed @xenova/transformers is not version ${transformersVersion}, which this adapter reads`,
      { hint: `Install it: ${installCommand}` },
    )
  }
  return stages
}
