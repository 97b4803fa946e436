/** Ids 0 to 3 of every vocabulary made here. */
const specialTokens = ['<s>', '<pad>', '</s>', '<unk>'] as const

export interface UnigramFiles {
  readonly files: Readonly<Record<string, object>>
  /** In the order of their ids. */
  readonly vocabulary: readonly string[]
}

/**
 * A SentencePiece tokenizer of the Unigram kind as XLM-RoBERTa has one, with its normalization (NFKC, control
 * characters away). Each of `words` becomes one token (`▁Alice`), as do the signs of `letters`; all else is
 * unknown.
 */
export function unigramFiles(words: readonly string[], letters: string, maxLength = 512): UnigramFiles {
  const pieces = [...words.map((word) => `▁${word}`), ...words, '▁', ...new Set(letters)]
  const vocabulary = [...specialTokens, ...new Set(pieces)]
  const single = [
    { SpecialToken: { id: '<s>', type_id: 0 } },
    { Sequence: { id: 'A', type_id: 0 } },
    { SpecialToken: { id: '</s>', type_id: 0 } },
  ]
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
          lstrip: false,
          rstrip: false,
          normalized: false,
          special: true,
        })),
        normalizer: {
          type: 'Sequence',
          normalizers: [
            { type: 'Precompiled', precompiled_charsmap: '' },
            { type: 'Replace', pattern: { Regex: ' {2,}' }, content: ' ' },
          ],
        },
        pre_tokenizer: {
          type: 'Metaspace',
          replacement: '▁',
          add_prefix_space: true,
          prepend_scheme: 'always',
        },
        post_processor: {
          type: 'TemplateProcessing',
          single,
          pair: single,
          special_tokens: {
            '<s>': { id: '<s>', ids: [0], tokens: ['<s>'] },
            '</s>': { id: '</s>', ids: [2], tokens: ['</s>'] },
          },
        },
        decoder: { type: 'Metaspace', replacement: '▁', add_prefix_space: true, prepend_scheme: 'always' },
        model: {
          type: 'Unigram',
          unk_id: 3,
          // A word costs less than its letters.
          vocab: vocabulary.map((piece, id) => [piece, id < 4 ? 0 : -2 - 1 / piece.length]),
        },
      },
      'tokenizer_config.json': {
        tokenizer_class: 'XLMRobertaTokenizer',
        model_max_length: maxLength,
        bos_token: '<s>',
        eos_token: '</s>',
        pad_token: '<pad>',
        unk_token: '<unk>',
      },
    },
  }
}
