import { AssayError, type CallContext, type PrepareContext, type Summarizer } from '@assay/schema'
import { sentenceSpans } from '@assay/text'
import { fillBudget } from '../budget.ts'
import { transformersVersion } from './library.ts'
import { modelFiles, type ModelOptions } from './model-files.ts'
import { loadTextModel, type TextModel } from './text-model.ts'
import { textParts } from './text-parts.ts'

export interface TransformersSummarizerOptions extends ModelOptions {
  /** Most tokens the model reads at once, special ones included, as far as it takes as many. Default: what it takes. */
  readonly maxTokens?: number
  /** Most tokens the model writes at once. Default: two for each word that is asked for. */
  readonly maxNewTokens?: number
  /** Put before every text, as T5 needs it: `summarize: `. Default: nothing. */
  readonly prefix?: string
  /**
   * What happens to a text that the model cannot read at once. `parts` (default): it is cut into parts of whole
   * sentences, each is summarized, and the summaries, in order, are summarized again. `start`: only the first part
   * is read, as in most published results.
   */
  readonly longTexts?: 'parts' | 'start'
  /** 0 (default): always the most probable token. Above: drawn, with the seed of the call. */
  readonly temperature?: number
}

/**
 * Summaries by an encoder-decoder model that transformers.js runs on this machine: the sentences the model writes, as
 * many as fit into the words asked for. There is no beam search, which most published results were made with. Needs
 * the optional library `@xenova/transformers`.
 *
 * @throws AssayError `config-invalid` unless the options name exactly one of `modelDir` and `model`.
 */
export function transformersSummarizer(options: TransformersSummarizerOptions): Summarizer {
  const { maxTokens, maxNewTokens, prefix = '', longTexts = 'parts', temperature = 0 } = options
  const model = modelFiles(options, ['encoder_model', 'decoder_model_merged'], ['generation_config.json'])
  let loaded: Promise<TextModel> | undefined
  const load = (context: PrepareContext) =>
    (loaded ??= loadTextModel(model, 'AutoModelForSeq2SeqLM', maxTokens, context))
  return {
    kind: 'summarizer',
    adapter: 'transformers-summarizer',
    version: `1+transformers-${transformersVersion}`,
    tasks: ['summaries'],
    options: {
      ...model.identity,
      ...(maxTokens !== undefined && { maxTokens }),
      ...(maxNewTokens !== undefined && { maxNewTokens }),
      prefix,
      longTexts,
      temperature,
      beams: 1,
    },
    get files() {
      return model.files
    },
    diagnose: (context) => model.diagnose(context),
    prepare: async (context) => void (await load(context)),
    async summarize({ text }, { minWords, maxWords }, context) {
      const read = await load({ allowNetwork: false })
      const room = read.limit - read.tokenizer.encode('').length - read.count(prefix)
      if (room < 8) throw tooSmall(read.limit)
      const newTokens = maxNewTokens ?? 2 * maxWords
      const write = (part: string, least: number, most: number) =>
        generate(read, prefix + part, {
          // No more is forced out of a text than it has.
          min_new_tokens: Math.min(least, most, read.count(part)),
          max_new_tokens: most,
          temperature,
          context,
        })
      const cut = (whole: string) => textParts(whole, room, read.count)
      let parts = cut(text)
      if (longTexts === 'start') parts = parts.slice(0, 1)
      while (parts.length > 1) {
        const summaries: string[] = []
        // A third of the room each: the summaries of the parts are fewer parts than before.
        for (const part of parts) {
          summaries.push(await write(part, 0, Math.min(newTokens, Math.floor(room / 3))))
        }
        const next = cut(summaries.join(' '))
        if (next.length >= parts.length) throw new Error('the summaries of its parts are as long as the text')
        parts = next
      }
      const [whole] = parts
      if (whole === undefined) return { text: '' }
      const summary = await write(whole, minWords, newTokens)
      return { text: fillBudget(summary, sentenceSpans(summary), maxWords, 'stop') }
    },
    close: async () => {
      const open = loaded
      loaded = undefined
      await (await open)?.close()
    },
  }
}

interface Generation {
  readonly min_new_tokens: number
  readonly max_new_tokens: number
  readonly temperature: number
  readonly context: CallContext
}

async function generate(
  { transformers, tokenizer, model }: TextModel,
  text: string,
  { temperature, context: { signal, seed }, ...lengths }: Generation,
): Promise<string> {
  signal.throwIfAborted()
  const stop = new transformers.InterruptableStoppingCriteria()
  const interrupt = () => stop.interrupt()
  signal.addEventListener('abort', interrupt)
  if (temperature > 0) transformers.random.seed(seed)
  try {
    const output = await model.generate({
      ...(tokenizer(text, { truncation: false }) as object),
      ...lengths,
      num_beams: 1,
      ...(temperature > 0 ? { do_sample: true, temperature } : { do_sample: false }),
      stopping_criteria: stop,
    })
    signal.throwIfAborted()
    return tokenizer.batch_decode(output as never, { skip_special_tokens: true })[0]!.trim()
  } finally {
    signal.removeEventListener('abort', interrupt)
  }
}

function tooSmall(limit: number): AssayError {
  return new AssayError('system-failed', `a model that reads ${limit} tokens at once cannot summarize`, {
    hint: 'Give more maxTokens, or a shorter prefix.',
  })
}
