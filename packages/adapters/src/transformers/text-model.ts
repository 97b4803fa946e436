import { AssayError, type PrepareContext } from '@assay/schema'
import { loadTransformers, type Transformers } from './library.ts'
import type { ModelFiles } from './model-files.ts'

type Tokenizer = Awaited<ReturnType<Transformers['AutoTokenizer']['from_pretrained']>>
type Loader = 'AutoModel' | 'AutoModelForSequenceClassification' | 'AutoModelForSeq2SeqLM'
type Model = Awaited<ReturnType<Transformers['AutoModel']['from_pretrained']>>

/** A model with its tokenizer. */
export interface TextModel {
  readonly transformers: Transformers
  readonly tokenizer: Tokenizer
  readonly model: Model
  /** Most tokens it takes, special ones included. */
  readonly limit: number
  /** Tokens of a text by itself. */
  readonly count: (text: string) => number
  close(): Promise<void>
}

/**
 * Loads a model whose texts are cut by us: the library would cut them in silence.
 *
 * @throws AssayError `system-failed`
 */
export async function loadTextModel(
  files: ModelFiles,
  loader: Loader,
  maxTokens: number | undefined,
  context: PrepareContext,
): Promise<TextModel> {
  const transformers = await loadTransformers()
  await files.ready(context)
  const { folder, settings } = files
  const [tokenizer, model] = await Promise.all([
    transformers.AutoTokenizer.from_pretrained(folder, settings),
    transformers[loader].from_pretrained(folder, settings),
  ]).catch((cause: unknown) => {
    throw new AssayError('system-failed', `the model in ${folder} cannot be loaded: ${String(cause)}`, {
      hint: 'It must be of the kind the adapter is for, in the layout of transformers.js; its ONNX file may be cut short.',
      cause,
    })
  })
  return {
    transformers,
    tokenizer,
    model,
    limit: limitOf(tokenizer, model, maxTokens),
    count: (text) => tokenizer.encode(text, { add_special_tokens: false }).length,
    close: async () => void (await model.dispose()),
  }
}

/** Where neither the model nor the user says anything: 512. */
function limitOf(tokenizer: Tokenizer, model: Model, maxTokens: number | undefined): number {
  const { max_position_embeddings: positions } = model.config as { max_position_embeddings?: unknown }
  const { model_max_length: length } = tokenizer as { model_max_length?: unknown }
  const known = [positions, length, maxTokens].filter(
    // Tokenizers that know no limit say 1e30.
    (value): value is number => typeof value === 'number' && value > 0 && value < 1e9,
  )
  return known.length === 0 ? 512 : Math.min(...known)
}
