import { AssayError } from '@assay/schema'

/**
 * The key that stands in an environment variable; null: none is needed.
 *
 * @throws AssayError `environment` if it is not there, without showing what is
 */
export function readKey(variable: string | null): string | null {
  if (variable === null) return null
  const key = process.env[variable]?.trim() ?? ''
  // A key that no header can hold would be shown by the error about it.
  if (/^[\x21-\x7e]+$/.test(key)) return key
  const fault = key === '' ? 'is not set' : 'holds what cannot be a key'
  throw new AssayError('environment', `the environment variable ${variable} ${fault}`, {
    hint: 'Set it to the key of the service; it is sent there and written nowhere.',
  })
}
