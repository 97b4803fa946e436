import { AssayError, type Judge, type PrepareContext } from '@assay/schema'
import { transformersVersion } from './library.ts'
import { modelFiles, type ModelOptions } from './model-files.ts'
import { rounded } from './rounded.ts'
import { loadTextModel, type TextModel } from './text-model.ts'
import { textParts } from './text-parts.ts'

export interface TransformersEmbedderOptions extends ModelOptions {
  /** Most tokens the model reads at once, special ones included, as far as it takes as many. Default: what it takes. */
  readonly maxTokens?: number
  /** `mean` (default): a text is the mean of its tokens; `cls`: its first token, as some models are trained. */
  readonly pooling?: 'mean' | 'cls'
  /** Put before every text, as some models need it. Default: nothing. */
  readonly prefix?: string
}

/**
 * A judge that compares sentence embeddings, made by transformers.js on this machine. `equivalence` is the cosine of
 * both texts, 0 where it is negative. It cannot tell `support`, and it cannot tell a statement from its opposite. A text
 * that the model cannot read at once is the mean over all its parts. Needs the optional library `@xenova/transformers`.
 *
 * @throws AssayError `config-invalid` unless the options name exactly one of `modelDir` and `model`.
 */
export function transformersEmbedder(options: TransformersEmbedderOptions): Judge {
  const { maxTokens, pooling = 'mean', prefix = '' } = options
  const model = modelFiles(options)
  let loaded: Promise<TextModel> | undefined
  const load = (context: PrepareContext) => (loaded ??= loadTextModel(model, 'AutoModel', maxTokens, context))
  return {
    kind: 'judge',
    adapter: 'transformers-embedder',
    version: `1+transformers-${transformersVersion}`,
    options: { ...model.identity, ...(maxTokens !== undefined && { maxTokens }), pooling, prefix },
    answers: ['equivalence'],
    get files() {
      return model.files
    },
    diagnose: (context) => model.diagnose(context),
    prepare: async (context) => void (await load(context)),
    async judge(questions, { signal }) {
      const read = await load({ allowNetwork: false })
      const known = new Map<string, Float64Array>()
      const embed = async (text: string) => {
        const vector = known.get(text) ?? (await embedding(read, text, prefix, pooling))
        known.set(text, vector)
        return vector
      }
      const scores: (number | null)[] = []
      for (const { kind, premise, hypothesis } of questions) {
        signal.throwIfAborted()
        scores.push(kind === 'equivalence' ? cosine(await embed(premise), await embed(hypothesis)) : null)
      }
      return scores
    },
    close: async () => {
      const open = loaded
      loaded = undefined
      await (await open)?.close()
    },
  }
}

interface Hidden {
  readonly dims: readonly number[]
  readonly data: Float32Array
}

/** The sum over the tokens of all parts: its direction is that of the mean. All zero for a text without a token. */
async function embedding(
  { tokenizer, model, limit, count }: TextModel,
  text: string,
  prefix: string,
  pooling: 'mean' | 'cls',
): Promise<Float64Array> {
  const room = Math.max(1, limit - tokenizer.encode('').length - count(prefix))
  let sum = new Float64Array()
  for (const part of textParts(text, room, count)) {
    const output = (await model(tokenizer(prefix + part, { truncation: false }))) as Record<string, Hidden>
    const hidden = output['last_hidden_state']
    if (hidden === undefined) {
      throw new AssayError(
        'system-failed',
        'the model gives no last_hidden_state: it is no encoder of sentences',
        {
          hint: `It gives ${Object.keys(output).join(', ')}.`,
        },
      )
    }
    const [, length = 0, width = 0] = hidden.dims
    if (sum.length === 0) sum = new Float64Array(width)
    const tokens = pooling === 'cls' ? 1 : length
    for (let i = 0; i < tokens * width; i++) sum[i % width]! += hidden.data[i]!
  }
  return sum
}

/** Null where a text has no direction. */
function cosine(a: Float64Array, b: Float64Array): number | null {
  let [dot, ofA, ofB] = [0, 0, 0]
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    dot += a[i]! * b[i]!
    ofA += a[i]! ** 2
    ofB += b[i]! ** 2
  }
  return ofA === 0 || ofB === 0 ? null : rounded(dot / Math.sqrt(ofA * ofB))
}
