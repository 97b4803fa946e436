import { visibleLines } from '@assay/schema'

// Everything the command prints goes through here: results to stdout, everything else to stderr.

/** Text that may hold data. */
export function print(text: string): void {
  process.stdout.write(`${visibleLines(text)}\n`)
}

/** Text that is already safe and may hold our own colours. */
export function printStyled(text: string): void {
  process.stdout.write(`${text}\n`)
}

export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
}

export function printError(text: string): void {
  process.stderr.write(`${visibleLines(text)}\n`)
}

/** Colours on stdout: a terminal, unless NO_COLOR is set; FORCE_COLOR overrides. */
export function wantsColor(): boolean {
  if (process.env['NO_COLOR']) return false
  if (process.env['FORCE_COLOR']) return process.env['FORCE_COLOR'] !== '0'
  return process.stdout.isTTY
}

export function terminalWidth(): number {
  return process.stdout.columns ?? 120
}
