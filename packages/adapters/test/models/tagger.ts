import { writeModel } from './model-folder.ts'
import { floats, node, onnxModel } from './onnx.ts'

export interface TaggerModelOptions {
  /** `tokenizer.json` and `tokenizer_config.json`. */
  readonly tokenizer: Readonly<Record<string, object>>
  /** In the order of their ids. */
  readonly vocabulary: readonly string[]
  readonly labels: readonly string[]
  /** Which of `labels` a token of the vocabulary has. */
  readonly labelOf: (token: string) => string
  /** Settings of `config.json` beside the labels. */
  readonly config: Readonly<Record<string, unknown>>
  /** The logit of a token's label; all others are 0. Default: 6. */
  readonly logit?: number
}

/** A token classifier over any vocabulary: one look-up in a table of logits. Returns `folder`. */
export function makeTaggerModel(
  folder: string,
  { tokenizer, vocabulary, labels, labelOf, config, logit = 6 }: TaggerModelOptions,
): string {
  const logits = vocabulary.flatMap((token) => labels.map((label) => (label === labelOf(token) ? logit : 0)))
  const ids = { type: 'int64', dims: ['batch', 'length'] } as const
  return writeModel(folder, {
    ...tokenizer,
    'config.json': {
      id2label: Object.fromEntries(labels.map((label, id) => [id, label])),
      vocab_size: vocabulary.length,
      ...config,
    },
    'onnx/model.onnx': onnxModel({
      nodes: [node('Gather', ['table', 'input_ids'], 'logits')],
      tensors: { table: floats([vocabulary.length, labels.length], logits) },
      inputs: { input_ids: ids, attention_mask: ids },
      outputs: { logits: { type: 'float', dims: ['batch', 'length', labels.length] } },
    }),
  })
}
