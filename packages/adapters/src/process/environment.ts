import { AssayError } from '@assay/schema'
import { redactor } from '../service/redact.ts'

/** What every program gets: without these, many do not start. */
const always = ['PATH', 'HOME', 'TMPDIR', 'TZ', 'LANG', 'LC_ALL', 'SystemRoot', 'TEMP']

/**
 * The variables of this process that a program sees: a few it cannot do without, and those named.
 *
 * @throws AssayError `environment`: a named one is not set
 */
export function programEnvironment(names: readonly string[]): Record<string, string> {
  const missing = names.find((name) => process.env[name] === undefined)
  if (missing !== undefined) {
    throw new AssayError('environment', `the environment variable ${missing} is not set`, {
      hint: 'Set it, or take its name out of `env` of the system.',
    })
  }
  const given = [...always, ...names].flatMap((name) => {
    const value = process.env[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  return Object.fromEntries(given)
}

/**
 * A function that takes the values of the named variables out of a text. A value that is one word of letters stays:
 * it is no secret, and may be a word of an article.
 */
export function redactorOf(names: readonly string[]): (text: string) => string {
  const redactors = names
    .map((name) => process.env[name] ?? '')
    .filter((value) => !/^\p{L}{1,19}$/u.test(value))
    .map((value) => redactor(value))
  return (text) => redactors.reduce((text, redact) => redact(text), text)
}
