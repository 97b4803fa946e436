import { writeModel } from './model-folder.ts'
import { floats, node, onnxModel } from './onnx.ts'
import { specialTokens, type WordPieceOptions, wordPieceFiles } from './word-piece.ts'

export interface NerModelOptions extends Omit<WordPieceOptions, 'pieces' | 'framed'> {
  /** The vocabulary: each piece (`Alice`, `##son`) with its label. Words outside are `[UNK]`, label `O`. */
  readonly pieces: Readonly<Record<string, string>>
  /** In the order of the model's outputs. Default: those of CoNLL 2003. */
  readonly labels?: readonly string[]
  /** The logit of a piece's label; all others are 0. Default 6: probability e^6 / (e^6 + 8) with nine labels. */
  readonly logit?: number
  /** Name of the ONNX file: `model_quantized` for dtype q8. Default: `model`. */
  readonly file?: string
}

export const conllLabels = [
  'O',
  'B-PER',
  'I-PER',
  'B-ORG',
  'I-ORG',
  'B-LOC',
  'I-LOC',
  'B-MISC',
  'I-MISC',
] as const

/** A token classifier that knows its vocabulary by heart: one look-up in a table of logits. Returns `folder`. */
export function makeNerModel(
  folder: string,
  { pieces, labels = conllLabels, logit = 6, file = 'model', ...tokenizer }: NerModelOptions,
): string {
  const labelOf = [...specialTokens.map(() => 'O'), ...Object.values(pieces)]
  const stranger = labelOf.find((label) => !labels.includes(label))
  if (stranger !== undefined) throw new Error(`the model has no label ${stranger}`)
  const logits = labelOf.flatMap((own) => labels.map((label) => (label === own ? logit : 0)))
  const ids = { type: 'int64', dims: ['batch', 'length'] } as const
  return writeModel(folder, {
    ...wordPieceFiles({ pieces: Object.keys(pieces), ...tokenizer }),
    'config.json': {
      model_type: 'bert',
      architectures: ['BertForTokenClassification'],
      id2label: Object.fromEntries(labels.map((label, id) => [id, label])),
      label2id: Object.fromEntries(labels.map((label, id) => [label, id])),
      max_position_embeddings: tokenizer.maxLength ?? 512,
      vocab_size: labelOf.length,
    },
    [`onnx/${file}.onnx`]: onnxModel({
      nodes: [node('Gather', ['table', 'input_ids'], 'logits')],
      tensors: { table: floats([labelOf.length, labels.length], logits) },
      inputs: { input_ids: ids, attention_mask: ids, token_type_ids: ids },
      outputs: { logits: { type: 'float', dims: ['batch', 'length', labels.length] } },
    }),
  })
}
