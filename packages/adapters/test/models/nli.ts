import { writeModel } from './model-folder.ts'
import { floats, integers, node, onnxModel } from './onnx.ts'
import { specialTokens, type WordPieceOptions, wordPieceFiles } from './word-piece.ts'

export interface NliModelOptions extends Omit<WordPieceOptions, 'framed'> {
  /** Pieces that make a hypothesis contradict a premise without them. */
  readonly negations?: readonly string[]
  /** In the order of the model's outputs. Default: contradiction, neutral, entailment. */
  readonly labels?: readonly [contradiction: string, neutral: string, entailment: string]
}

/**
 * An inference model that looks for the hypothesis in the premise. Logits are 0, 0 and 2 for contradiction,
 * neutral and entailment, and every distinct piece of the hypothesis that the premise lacks adds 4 to neutral,
 * a negation to contradiction. So all in: e^2 / (e^2 + 2). Returns `folder`.
 */
export function makeNliModel(
  folder: string,
  {
    pieces,
    negations = [],
    labels = ['contradiction', 'neutral', 'entailment'],
    ...tokenizer
  }: NliModelOptions,
): string {
  const tokens = [...specialTokens, ...pieces]
  const lacking = tokens.flatMap((token) => (negations.includes(token) ? [4, 0, 0] : [0, 4, 0]))
  const ids = { type: 'int64', dims: ['batch', 'length'] } as const
  return writeModel(folder, {
    ...wordPieceFiles({ pieces, ...tokenizer }),
    'config.json': {
      model_type: 'bert',
      architectures: ['BertForSequenceClassification'],
      id2label: Object.fromEntries(labels.map((label, id) => [id, label])),
      label2id: Object.fromEntries(labels.map((label, id) => [label, id])),
      max_position_embeddings: tokenizer.maxLength ?? 512,
      vocab_size: tokens.length,
    },
    'onnx/model.onnx': onnxModel({
      nodes: [
        node('OneHot', ['input_ids', 'size', 'off_on'], 'pieces'),
        node('Cast', ['token_type_ids'], 'second_flat', { to: 1 }),
        node('Unsqueeze', ['second_flat', 'last'], 'second'),
        node('Sub', ['one', 'second'], 'first'),
        node('Mul', ['pieces', 'first'], 'premise_pieces'),
        node('Mul', ['pieces', 'second'], 'hypothesis_pieces'),
        node('ReduceMax', ['premise_pieces'], 'premise', { axes: [1], keepdims: 0 }),
        node('ReduceMax', ['hypothesis_pieces'], 'hypothesis', { axes: [1], keepdims: 0 }),
        node('Sub', ['hypothesis', 'premise'], 'difference'),
        node('Relu', ['difference'], 'lacked'),
        node('MatMul', ['lacked', 'lacking'], 'against'),
        node('Add', ['against', 'start'], 'logits'),
      ],
      tensors: {
        size: integers([1], [tokens.length]),
        off_on: floats([2], [0, 1]),
        last: integers([1], [2]),
        one: floats([1], [1]),
        lacking: floats([tokens.length, 3], lacking),
        start: floats([3], [0, 0, 2]),
      },
      inputs: { input_ids: ids, attention_mask: ids, token_type_ids: ids },
      outputs: { logits: { type: 'float', dims: ['batch', 3] } },
    }),
  })
}
