import { writeModel } from './model-folder.ts'
import { floats, integers, node, onnxModel } from './onnx.ts'
import { specialTokens, type WordPieceOptions, wordPieceFiles } from './word-piece.ts'

export interface Seq2SeqModelOptions extends Omit<WordPieceOptions, 'framed'> {
  /** Keys of `config.json` and `generation_config.json` beside those the model needs. */
  readonly generation?: Readonly<Record<string, number>>
}

/**
 * An encoder and a decoder that copies: the n-th token it writes is the n-th token it read, until `[SEP]` ends it.
 * With a limit of N tokens it is a lead-N summarizer. Returns `folder`.
 */
export function makeSeq2SeqModel(
  folder: string,
  { pieces, generation = {}, ...tokenizer }: Seq2SeqModelOptions,
): string {
  const size = specialTokens.length + pieces.length
  const [pad, cls, sep] = ['[PAD]', '[CLS]', '[SEP]'].map((token) =>
    specialTokens.findIndex((special) => special === token),
  )
  const ids = { pad_token_id: pad, bos_token_id: cls, eos_token_id: sep, decoder_start_token_id: sep }
  const heads = {
    decoder_layers: 1,
    decoder_attention_heads: 1,
    encoder_layers: 1,
    encoder_attention_heads: 1,
  }
  const config = {
    model_type: 'bart',
    architectures: ['BartForConditionalGeneration'],
    is_encoder_decoder: true,
    d_model: 1,
    ...heads,
    ...ids,
    max_position_embeddings: tokenizer.maxLength ?? 512,
    vocab_size: size,
  }
  return writeModel(folder, {
    ...wordPieceFiles({ pieces, ...tokenizer }),
    'config.json': config,
    'generation_config.json': { ...ids, ...generation },
    'onnx/encoder_model.onnx': encoder(size),
    'onnx/decoder_model_merged.onnx': decoder(size),
  })
}

function encoder(size: number): Uint8Array {
  const ids = { type: 'int64', dims: ['batch', 'read'] } as const
  return onnxModel({
    nodes: [node('OneHot', ['input_ids', 'size', 'off_on'], 'last_hidden_state')],
    tensors: { size: integers([1], [size]), off_on: floats([2], [0, 1]) },
    inputs: { input_ids: ids, attention_mask: ids },
    outputs: { last_hidden_state: { type: 'float', dims: ['batch', 'read', size] } },
  })
}

/** How many tokens are written is the length of the cache: the one thing that is handed from step to step. */
function decoder(size: number): Uint8Array {
  const cache = (length: string) => ({ type: 'float', dims: ['batch', 1, length, 1] }) as const
  return onnxModel({
    nodes: [
      node('Shape', ['past_key_values.0.decoder.key'], 'past_shape'),
      node('Gather', ['past_shape', 'third'], 'written'),
      // The first token read is [CLS].
      node('Add', ['written', 'one'], 'next'),
      node('Shape', ['encoder_hidden_states'], 'read_shape'),
      node('Gather', ['read_shape', 'one'], 'read'),
      node('Sub', ['read', 'one'], 'last'),
      node('Min', ['next', 'last'], 'place'),
      node('Gather', ['encoder_hidden_states', 'place'], 'token', { axis: 1 }),
      node('Mul', ['token', 'scale'], 'logits'),
      node('Cast', ['input_ids'], 'ids', { to: 1 }),
      node('Unsqueeze', ['ids', 'around'], 'step'),
      node('Concat', ['past_key_values.0.decoder.key', 'step'], 'present.0.decoder.key', { axis: 2 }),
    ],
    tensors: {
      one: integers([1], [1]),
      third: integers([1], [2]),
      around: integers([2], [1, 3]),
      scale: floats([1], [10]),
    },
    inputs: {
      input_ids: { type: 'int64', dims: ['batch', 'step'] },
      encoder_hidden_states: { type: 'float', dims: ['batch', 'read', size] },
      encoder_attention_mask: { type: 'int64', dims: ['batch', 'read'] },
      'past_key_values.0.decoder.key': cache('past'),
    },
    outputs: {
      logits: { type: 'float', dims: ['batch', 'step', size] },
      'present.0.decoder.key': cache('present'),
    },
  })
}
