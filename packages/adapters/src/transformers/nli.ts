import { AssayError, type Judge, type PrepareContext } from '@assay/schema'
import { sentenceSpans } from '@assay/text'
import { transformersVersion } from './library.ts'
import { modelFiles, type ModelOptions } from './model-files.ts'
import { rounded } from './rounded.ts'
import { loadTextModel, type TextModel } from './text-model.ts'
import { textParts } from './text-parts.ts'

export interface TransformersNliOptions extends ModelOptions {
  /** Most tokens of a pair, special ones included, as far as the model takes as many. Default: what it takes. */
  readonly maxTokens?: number
  /** The label that means entailment. Default: the one whose name begins with `entail`. */
  readonly entailment?: string
  /**
   * How much of the premise the model sees at once: as much as fits (`window`, default), or each sentence by itself
   * (`sentence`), closer to what such models are trained on. The most supporting piece counts.
   */
  readonly premise?: 'window' | 'sentence'
}

/**
 * A judge that infers, by a model that transformers.js runs on this machine. `support` is the probability that the
 * premise entails the hypothesis; `equivalence` the smaller one of both directions. Of a premise that the model cannot
 * read at once the most supporting part counts. No usable answer: an empty text, or a hypothesis that takes more than
 * half of the model's tokens. Needs the optional library `@xenova/transformers`.
 *
 * @throws AssayError `config-invalid` unless the options name exactly one of `modelDir` and `model`.
 */
export function transformersNli(options: TransformersNliOptions): Judge {
  const { maxTokens, entailment, premise: pieces = 'window' } = options
  const model = modelFiles(options)
  let loaded: Promise<Inference> | undefined
  const load = (context: PrepareContext) =>
    (loaded ??= loadTextModel(model, 'AutoModelForSequenceClassification', maxTokens, context).then(
      (read) => ({
        ...read,
        entailed: entailmentIndex(read, entailment),
      }),
    ))
  return {
    kind: 'judge',
    adapter: 'transformers-nli',
    version: `1+transformers-${transformersVersion}`,
    options: {
      ...model.identity,
      ...(maxTokens !== undefined && { maxTokens }),
      ...(entailment !== undefined && { entailment }),
      premise: pieces,
    },
    get files() {
      return model.files
    },
    diagnose: (context) => model.diagnose(context),
    prepare: async (context) => void (await load(context)),
    async judge(questions, { signal }) {
      const read = await load({ allowNetwork: false })
      const scores: (number | null)[] = []
      for (const { kind, premise, hypothesis } of questions) {
        signal.throwIfAborted()
        const forth = await support(read, premise, hypothesis, pieces)
        const isBoth = kind === 'equivalence' && forth !== null
        const back = isBoth ? await support(read, hypothesis, premise, pieces) : forth
        scores.push(forth === null || back === null ? null : Math.min(forth, back))
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

type Inference = TextModel & { readonly entailed: number }

/** The largest probability of entailment over the parts of the premise. */
async function support(
  { tokenizer, model, limit, count, entailed }: Inference,
  premise: string,
  hypothesis: string,
  pieces: 'window' | 'sentence',
): Promise<number | null> {
  const said = count(hypothesis)
  const special = tokenizer.encode('', { text_pair: '' }).length
  if (said === 0 || said > limit / 2) return null
  const cut = (text: string) => textParts(text, Math.max(1, limit - special - said), count)
  const whole =
    pieces === 'window'
      ? [premise]
      : sentenceSpans(premise).map(({ start, end }) => premise.slice(start, end))
  let best: number | null = null
  for (const part of whole.flatMap(cut)) {
    const inputs: unknown = tokenizer([part], { text_pair: [hypothesis], truncation: false })
    const { logits } = (await model(inputs)) as { logits: { readonly data: Float32Array } }
    best = Math.max(best ?? 0, rounded(probability([...logits.data], entailed)))
  }
  return best
}

function probability(logits: readonly number[], at: number): number {
  const most = Math.max(...logits)
  const weights = logits.map((logit) => Math.exp(logit - most))
  return weights[at]! / weights.reduce((sum, weight) => sum + weight, 0)
}

/** @throws AssayError `config-invalid` if the model has no such label. */
function entailmentIndex({ model }: TextModel, named: string | undefined): number {
  const { id2label = {} } = model.config as { readonly id2label?: Readonly<Record<string, string>> }
  const found = Object.entries(id2label).find(([, label]) =>
    named === undefined ? /^entail/i.test(label) : label === named,
  )
  if (found !== undefined) return Number(found[0])
  throw new AssayError(
    'config-invalid',
    `the model has no label ${named === undefined ? 'that begins with "entail"' : JSON.stringify(named)}`,
    { hint: `Its labels are ${Object.values(id2label).join(', ')}; name one as \`entailment\`.` },
  )
}
