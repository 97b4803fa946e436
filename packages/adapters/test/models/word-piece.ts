/** Ids 0 to 4 of every vocabulary made here. */
export const specialTokens = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]'] as const

export interface WordPieceOptions {
  /** Words, and parts within words as `##son`, after the special tokens in this order. */
  readonly pieces: readonly string[]
  /** Default: false. */
  readonly lowercase?: boolean
  /** Most tokens the model takes, special ones included. Default: 512. */
  readonly maxLength?: number
  /** Whether texts stand between `[CLS]` and `[SEP]`. Default: true. */
  readonly framed?: boolean
}

/** `tokenizer.json` and `tokenizer_config.json` of a BERT tokenizer, by file name. */
export function wordPieceFiles({
  pieces,
  lowercase = false,
  maxLength = 512,
  framed = true,
}: WordPieceOptions): Readonly<Record<string, object>> {
  const tokens = [...specialTokens, ...pieces]
  const twice = tokens.find((token, i) => tokens.indexOf(token) !== i)
  if (twice !== undefined) throw new Error(`the piece ${twice} stands twice in the vocabulary`)
  const special = (id: string, type: number) => ({ SpecialToken: { id, type_id: type } })
  const sequence = (id: string, type: number) => ({ Sequence: { id, type_id: type } })
  const single = [special('[CLS]', 0), sequence('A', 0), special('[SEP]', 0)]
  const listed = (id: string) => ({ id, ids: [tokens.indexOf(id)], tokens: [id] })
  return {
    'tokenizer.json': {
      version: '1.0',
      truncation: null,
      padding: null,
      added_tokens: specialTokens.map((content, id) => ({
        id,
        content,
        single_word: false,
        lstrip: false,
        rstrip: false,
        normalized: false,
        special: true,
      })),
      normalizer: {
        type: 'BertNormalizer',
        clean_text: true,
        handle_chinese_chars: true,
        strip_accents: null,
        lowercase,
      },
      pre_tokenizer: { type: 'BertPreTokenizer' },
      post_processor: framed
        ? {
            type: 'TemplateProcessing',
            single,
            pair: [...single, sequence('B', 1), special('[SEP]', 1)],
            special_tokens: { '[CLS]': listed('[CLS]'), '[SEP]': listed('[SEP]') },
          }
        : null,
      decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
      model: {
        type: 'WordPiece',
        unk_token: '[UNK]',
        continuing_subword_prefix: '##',
        max_input_chars_per_word: 100,
        vocab: Object.fromEntries(tokens.map((token, id) => [token, id])),
      },
    },
    'tokenizer_config.json': {
      tokenizer_class: 'BertTokenizer',
      model_max_length: maxLength,
      do_lower_case: lowercase,
      pad_token: '[PAD]',
      unk_token: '[UNK]',
      cls_token: '[CLS]',
      sep_token: '[SEP]',
      mask_token: '[MASK]',
    },
  }
}
