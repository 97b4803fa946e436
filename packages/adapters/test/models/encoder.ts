import { writeModel } from './model-folder.ts'
import { floats, node, onnxModel } from './onnx.ts'
import { specialTokens, type WordPieceOptions, wordPieceFiles } from './word-piece.ts'

export interface EncoderModelOptions extends Omit<WordPieceOptions, 'pieces' | 'framed'> {
  /** The vocabulary: each piece with its vector, all of one length. Special tokens are zero. */
  readonly pieces: Readonly<Record<string, readonly number[]>>
}

/** A sentence encoder without context: every token has its own vector. Returns `folder`. */
export function makeEncoderModel(folder: string, { pieces, ...tokenizer }: EncoderModelOptions): string {
  const vectors = Object.values(pieces)
  const width = vectors[0]?.length ?? 0
  const table = [...specialTokens.map(() => Array.from({ length: width }, () => 0)), ...vectors]
  const ids = { type: 'int64', dims: ['batch', 'length'] } as const
  return writeModel(folder, {
    ...wordPieceFiles({ pieces: Object.keys(pieces), ...tokenizer }),
    'config.json': {
      model_type: 'bert',
      architectures: ['BertModel'],
      hidden_size: width,
      max_position_embeddings: tokenizer.maxLength ?? 512,
      vocab_size: table.length,
    },
    'onnx/model.onnx': onnxModel({
      nodes: [node('Gather', ['table', 'input_ids'], 'last_hidden_state')],
      tensors: { table: floats([table.length, width], table.flat()) },
      inputs: { input_ids: ids, attention_mask: ids, token_type_ids: ids },
      outputs: { last_hidden_state: { type: 'float', dims: ['batch', 'length', width] } },
    }),
  })
}
