import { AssayError, type PrepareContext } from '@assay/schema'
import { bestLabel, type Guesses, probability, type Tag, tagOf } from './decode.ts'
import { encoder } from './encode.ts'
import { type Frame, frameOf } from './frame.ts'
import { loadTransformers } from './library.ts'
import type { ModelFiles } from './model-files.ts'
import type { Encoded } from './tokens.ts'
import { type Window, windowsOf } from './windows.ts'

export interface TaggerOptions {
  /** Most tokens of a window, special ones included, where the model takes as many. */
  readonly maxTokens: number
  /** Tokens that neighbouring windows share; never more than half a window. */
  readonly stride: number
  /** Windows of one call of the model. */
  readonly batch: number
}

/** A token classifier that takes texts of any length. */
export interface Tagger {
  /** The labels of the model, by number. */
  readonly tags: readonly Tag[]
  tag(text: string, signal: AbortSignal): Promise<{ readonly tokens: Encoded; readonly guesses: Guesses }>
  close(): Promise<void>
}

/** @throws AssayError `system-failed` if the model is missing, damaged, or no token classifier. */
export async function loadTagger(
  files: ModelFiles,
  { maxTokens, stride, batch }: TaggerOptions,
  context: PrepareContext,
): Promise<Tagger> {
  const { AutoTokenizer, AutoModelForTokenClassification, Tensor } = await loadTransformers()
  await files.ready(context)
  const { folder, settings } = files
  const [tokenizer, model] = await Promise.all([
    AutoTokenizer.from_pretrained(folder, settings),
    AutoModelForTokenClassification.from_pretrained(folder, settings),
  ]).catch((cause: unknown) => {
    throw new AssayError('system-failed', `the model in ${folder} cannot be loaded: ${String(cause)}`, {
      hint: 'It must be a token classifier in the layout of transformers.js; its ONNX file may be cut short.',
      cause,
    })
  })
  const config = model.config as ModelConfig
  const tags = tagsOf(config, folder)
  const encode = encoder(tokenizer)
  const frame = frameOf(tokenizer)
  const longest = Math.min(maxTokens, longestInput(tokenizer.model_max_length, config))
  const size = longest - frame.before.length - frame.after.length
  if (size < 1) throw new AssayError('config-invalid', `a window of ${longest} tokens has no room for text`)
  const shared = Math.min(stride, size >> 1)
  return {
    tags,
    async tag(text, signal) {
      const tokens = encode(text)
      const count = tokens.ids.length
      const guesses = { labels: new Int32Array(count), scores: new Float64Array(count) }
      const windows = windowsOf(count, size, shared)
      for (let first = 0; first < windows.length; first += batch) {
        signal.throwIfAborted()
        const together = windows.slice(first, first + batch)
        const ids = idsOf(together, tokens, frame)
        const dims = [together.length, ids.length / together.length]
        const { logits } = await model({
          input_ids: new Tensor('int64', ids, dims),
          attention_mask: new Tensor('int64', new BigInt64Array(ids.length).fill(1n), dims),
        })
        const numbers = logitsOf(logits, ids.length * tags.length)
        for (const [place, { from, judgedFrom, judgedTo }] of together.entries()) {
          for (let i = judgedFrom; i < judgedTo; i++) {
            const row = place * dims[1]! + frame.before.length + i - from
            const label = bestLabel(numbers, tags.length, row)
            guesses.labels[i] = label
            if (tags[label] !== null) guesses.scores[i] = probability(numbers, tags.length, row, label)
          }
        }
      }
      return { tokens, guesses }
    },
    close: async () => void (await model.dispose()),
  }
}

/** The windows of a batch, which are equally long, each within its frame. */
function idsOf(windows: readonly Window[], tokens: Encoded, { before, after }: Frame): BigInt64Array {
  const ids = windows.flatMap(({ from, to }) => [...before, ...tokens.ids.slice(from, to), ...after])
  return BigInt64Array.from(ids, BigInt)
}

function tagsOf({ id2label }: ModelConfig, folder: string): Tag[] {
  const labels = Object.entries(id2label ?? {})
  if (labels.length === 0) {
    throw new AssayError('system-failed', `config.json in ${folder} has no id2label`, {
      hint: 'A token classifier names its labels there.',
    })
  }
  const tags: Tag[] = []
  for (const [id, label] of labels) tags[Number(id)] = tagOf(label)
  return tags
}

interface ModelConfig {
  readonly id2label?: Readonly<Record<string, string>>
  readonly max_position_embeddings?: number
  readonly model_type?: string
  readonly pad_token_id?: number
}

/** Tokenizers without a limit give an enormous number. Models of the RoBERTa family lose the first positions. */
function longestInput(
  ofTokenizer: number,
  { max_position_embeddings: positions, model_type: type, pad_token_id: padding = 1 }: ModelConfig,
): number {
  if (positions === undefined) return ofTokenizer
  return Math.min(
    ofTokenizer,
    /roberta|camembert|mpnet/.test(type ?? '') ? positions - padding - 1 : positions,
  )
}

function logitsOf({ data }: { readonly data: unknown }, length: number): Float32Array {
  if (!(data instanceof Float32Array) || data.length !== length) {
    throw new Error('the model does not give 32-bit logits, one for each label of each token')
  }
  return data
}
