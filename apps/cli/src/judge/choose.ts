import { type AssayConfig, AssayError, type Judge, judgeFault } from '@assay/schema'
import { suggestion } from '../suggestion.ts'

/**
 * The judge of that name, or the only one, made afresh.
 *
 * @throws AssayError `usage`: there is none, or several and no name; `config-invalid`: its function gives no judge;
 *   `system-failed`: its function throws
 */
export async function chooseJudge(
  { judges = {} }: AssayConfig,
  named: string | undefined,
): Promise<{ name: string; judge: Judge }> {
  const names = Object.keys(judges)
  if (names.length === 0) {
    throw new AssayError('usage', 'the config has no judge', {
      hint: "Add one to assay.config.ts: judges: { nli: transformersNli({ modelDir: './nli' }) }",
    })
  }
  if (named === undefined && names.length > 1) {
    throw new AssayError('usage', 'the config has several judges', {
      hint: `Choose with --judge: ${names.join(', ')}.`,
    })
  }
  const name = named ?? names[0]!
  const entry = Object.hasOwn(judges, name) ? judges[name] : undefined
  if (entry === undefined) {
    throw new AssayError('usage', `there is no judge ${JSON.stringify(name)}${suggestion(name, names)}`, {
      hint: `Judges are ${names.join(', ')}.`,
    })
  }
  return { name, judge: await made(name, entry) }
}

async function made(name: string, entry: NonNullable<AssayConfig['judges']>[string]): Promise<Judge> {
  if (typeof entry !== 'function') return entry
  let judge: Judge
  try {
    judge = await entry()
  } catch (cause) {
    if (AssayError.is(cause)) throw cause
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new AssayError('system-failed', `judge ${JSON.stringify(name)} cannot be made: ${reason}`, {
      cause,
    })
  }
  const fault = judgeFault(judge)
  if (fault === null) return judge
  throw new AssayError('config-invalid', `judges.${name} returned no judge: ${fault}`)
}
