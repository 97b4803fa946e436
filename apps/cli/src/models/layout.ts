import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { AssayError } from '@assay/schema'

/**
 * Is the folder what transformers.js loads: settings, tokenizer and at least one ONNX file?
 *
 * @throws AssayError `file-invalid` with everything that is missing
 */
export function checkLayout(folder: string): void {
  if (!statSync(folder).isDirectory()) {
    throw new AssayError('file-invalid', `${folder} is no folder`, {
      hint: 'Give the folder that holds config.json.',
    })
  }
  const faults = [
    ...['config.json', 'tokenizer.json', 'tokenizer_config.json'].flatMap((name) => jsonFault(folder, name)),
    ...onnxFault(folder),
  ]
  if (faults.length === 0) return
  throw new AssayError('file-invalid', `${folder} is no model of transformers.js: ${faults.join('; ')}`, {
    hint: faults.some((fault) => fault.includes('onnx'))
      ? 'A model of PyTorch is converted with `optimum-cli export onnx --model <id> <folder>`; its .onnx goes into onnx/.'
      : 'Copy the model again, with all of its files.',
  })
}

function jsonFault(folder: string, name: string): string[] {
  if (!existsSync(join(folder, name))) return [`${name} is missing`]
  try {
    JSON.parse(readFileSync(join(folder, name), 'utf8'))
    return []
  } catch {
    return [`${name} is no JSON (cut short?)`]
  }
}

function onnxFault(folder: string): string[] {
  const inner = join(folder, 'onnx')
  const files = existsSync(inner) ? readdirSync(inner).filter((name) => name.endsWith('.onnx')) : []
  if (files.length === 0) return ['there is no onnx/*.onnx']
  return files.filter((name) => statSync(join(inner, name)).size === 0).map((name) => `onnx/${name} is empty`)
}
