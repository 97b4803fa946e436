import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { AssayError, type Diagnosis, type JsonObject, type PrepareContext } from '@assay/schema'
import { checkChecksums, compareSums } from './checksums.ts'
import { diagnoseModel } from './diagnose.ts'
import { downloadFiles } from './download.ts'
import { registeredModel, registryFile } from './registry.ts'

/** How the weights are stored; names the file: `q8` reads `onnx/model_quantized.onnx`. */
export type Dtype = 'fp32' | 'fp16' | 'q8' | 'int8' | 'uint8' | 'q4' | 'q4f16' | 'bnb4'

export interface ModelOptions {
  /** A folder in the layout of transformers.js: `config.json`, `tokenizer.json`, `onnx/model.onnx` and so on. */
  readonly modelDir?: string
  /**
   * The name of a folder registered with `assay models add`, or a model of the Hugging Face hub, for example
   * `Xenova/bert-base-NER`, kept in `.assay/models`. It is fetched only where the user opened the network.
   */
  readonly model?: string
  /** A branch, tag or commit of `model`. Default: `main`. */
  readonly revision?: string
  /** Default: `fp32`. */
  readonly dtype?: Dtype
  /** Threads of one model call. Default: 1; more change no result, and helps only long texts. */
  readonly threads?: number
}

/** Where a model lies, and how transformers.js is to load it. */
export interface ModelFiles {
  readonly folder: string
  /** Every file the output depends on, absolute, those that exist: for `files` of a system. */
  readonly files: readonly string[]
  /** For `options` of a system: what the model is, no path of this machine. */
  readonly identity: JsonObject
  /**
   * Fetches what is missing where that is allowed, and compares with `checksums.json` where the folder has one, and
   * with the sums it was registered with.
   *
   * @throws AssayError `system-failed` for a missing file, or one that is not as its checksum says.
   */
  ready(context: PrepareContext): Promise<void>
  /** What is missing on this machine: the library, files, or files that are as they should be. */
  diagnose(context: PrepareContext): Promise<readonly Diagnosis[]>
  /** Second argument of `from_pretrained`, whose first is `folder`. */
  readonly settings: {
    readonly dtype: Dtype
    readonly device: 'cpu'
    readonly local_files_only: true
    readonly session_options: { readonly intraOpNumThreads: number; readonly interOpNumThreads: 1 }
  }
}

/**
 * The files of a model. `graphs` are its ONNX files without ending: `['model']`, or `['encoder_model',
 * 'decoder_model_merged']`; `optional` files are taken where they exist.
 *
 * @throws AssayError `config-invalid` unless the options name exactly one of `modelDir` and `model`.
 */
export function modelFiles(
  options: ModelOptions,
  graphs: readonly string[] = ['model'],
  optional: readonly string[] = [],
): ModelFiles {
  const { dtype = 'fp32', threads = 1, revision = 'main' } = options
  const registered = options.model === undefined ? undefined : registeredModel(options.model)
  const model = registered === undefined ? options.model : undefined
  const folder = registered === undefined ? folderOf(options) : resolve(registered.path)
  const onnx = graphs.map((graph) => `onnx/${graph}${suffixes[dtype]}.onnx`)
  const needed = ['config.json', 'tokenizer.json', 'tokenizer_config.json', ...onnx]
  const welcome = [...onnx.map((file) => `${file}_data`), ...optional]
  const check = async () => {
    const read = [...needed, ...welcome]
    await checkChecksums(folder, read)
    if (registered === undefined) return
    await compareSums(folder, read, new Map(Object.entries(registered.files)), registryFile)
  }
  const missing = () => needed.filter((file) => !existsSync(join(folder, file)))
  return {
    folder,
    get files() {
      return [...needed, ...welcome].map((file) => join(folder, file)).filter((file) => existsSync(file))
    },
    identity: {
      ...(options.model !== undefined && { model: options.model }),
      ...(model !== undefined && { revision }),
      dtype,
    },
    async ready({ allowNetwork }) {
      if (model !== undefined && allowNetwork && missing().length > 0) {
        await downloadFiles({ model, revision, folder, needed, welcome })
      }
      const lost = missing()
      if (lost.length > 0) {
        throw new AssayError('system-failed', `the model in ${folder} lacks ${lost.join(', ')}`, {
          hint:
            model === undefined
              ? 'modelDir must be a folder in the layout of transformers.js; dtype names the ONNX file.'
              : 'Run once with --allow-network, or copy the model to a folder and name it as modelDir.',
        })
      }
      await check()
    },
    diagnose: ({ allowNetwork }) =>
      diagnoseModel({
        folder,
        missing: model !== undefined && allowNetwork ? [] : missing(),
        check,
        cure: cureOf(options, folder, registered !== undefined),
      }),
    settings: {
      dtype,
      device: 'cpu',
      local_files_only: true,
      session_options: { intraOpNumThreads: threads, interOpNumThreads: 1 },
    },
  }
}

function cureOf({ model, revision = 'main' }: ModelOptions, folder: string, isRegistered: boolean): string {
  if (isRegistered) return `assay models check ${model}, or correct \`dtype\` in the config.`
  if (model === undefined) return 'Copy the model there, or correct `modelDir` and `dtype` in the config.'
  return (
    'assay run --allow-network, once; or copy the files from ' +
    `https://huggingface.co/${model}/tree/${revision} into ${folder}, under the same paths.`
  )
}

const suffixes: Readonly<Record<Dtype, string>> = {
  fp32: '',
  fp16: '_fp16',
  q8: '_quantized',
  int8: '_int8',
  uint8: '_uint8',
  q4: '_q4',
  q4f16: '_q4f16',
  bnb4: '_bnb4',
}

function folderOf({ modelDir, model, revision = 'main' }: ModelOptions): string {
  if ((modelDir === undefined) === (model === undefined)) {
    throw new AssayError('config-invalid', 'a transformers system needs either modelDir or model', {
      hint: 'modelDir is a local folder, model an id of the hub such as "Xenova/bert-base-NER".',
    })
  }
  if (modelDir !== undefined) return resolve(modelDir)
  for (const name of [...model!.split('/'), revision]) {
    if (!/^[\w-][\w.-]*$/.test(name)) {
      throw new AssayError('config-invalid', `no id of a model: ${JSON.stringify(`${model}@${revision}`)}`, {
        hint: 'An id looks like "Xenova/bert-base-NER".',
      })
    }
  }
  return resolve('.assay/models', model!, revision)
}
