/** Ids 0 to 4 of every vocabulary made here. */
const specialTokens = ['<s>', '<pad>', '</s>', '<unk>', '<mask>'] as const

export interface ByteBpeFiles {
  readonly files: Readonly<Record<string, object>>
  /** In the order of their ids. */
  readonly vocabulary: readonly string[]
}

/**
 * A byte-level BPE tokenizer as RoBERTa has one. Each of `words` becomes one token, with a space before it another
 * one (`ĠAlice`); everything else falls into bytes and beginnings of these words.
 */
export function byteBpeFiles(words: readonly string[], maxLength = 512): ByteBpeFiles {
  const merges: [string, string][] = []
  const vocabulary: string[] = [...specialTokens, ...byteSigns]
  const merge = (left: string, right: string) => {
    if (vocabulary.includes(left + right)) return
    merges.push([left, right])
    vocabulary.push(left + right)
  }
  for (const word of words) {
    const signs = [...new TextEncoder().encode(word)].map((byte) => byteSigns[byte]!)
    for (let i = 1; i < signs.length; i++) merge(signs.slice(0, i).join(''), signs[i]!)
    merge(byteSigns[0x20]!, signs.join(''))
  }
  return {
    vocabulary,
    files: {
      'tokenizer.json': {
        version: '1.0',
        truncation: null,
        padding: null,
        added_tokens: specialTokens.map((content, id) => ({
          id,
          content,
          single_word: false,
          lstrip: content === '<mask>',
          rstrip: false,
          normalized: false,
          special: true,
        })),
        normalizer: null,
        pre_tokenizer: { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: true },
        post_processor: { type: 'RobertaProcessing', sep: ['</s>', 2], cls: ['<s>', 0] },
        decoder: { type: 'ByteLevel' },
        model: {
          type: 'BPE',
          unk_token: null,
          continuing_subword_prefix: '',
          end_of_word_suffix: '',
          fuse_unk: false,
          vocab: Object.fromEntries(vocabulary.map((token, id) => [token, id])),
          merges,
        },
      },
      'tokenizer_config.json': {
        tokenizer_class: 'RobertaTokenizer',
        model_max_length: maxLength,
        bos_token: '<s>',
        eos_token: '</s>',
        pad_token: '<pad>',
        unk_token: '<unk>',
      },
    },
  }
}

/** The printable sign that stands for each byte: itself where it is one, else the next sign from U+0100 on. */
const byteSigns: readonly string[] = (() => {
  let next = 0x100
  return Array.from({ length: 256 }, (_, byte) => {
    const isPrintable = (byte > 0x20 && byte < 0x7f) || (byte > 0xa0 && byte !== 0xad)
    return String.fromCharCode(isPrintable ? byte : next++)
  })
})()
