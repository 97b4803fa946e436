// Everything the command prints goes through here: results to stdout, everything else to stderr.

/** Control characters of data would act on the terminal; they are shown as escapes. Line ends and tabs stay. */
function visible(text: string): string {
  return text.replace(
    // oxlint-disable-next-line no-control-regex -- finding control characters is the point
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** Text that may hold data. */
export function print(text: string): void {
  process.stdout.write(`${visible(text)}\n`)
}

/** Text that is already safe and may hold our own colours. */
export function printStyled(text: string): void {
  process.stdout.write(`${text}\n`)
}

export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
}

export function printError(text: string): void {
  process.stderr.write(`${visible(text)}\n`)
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
