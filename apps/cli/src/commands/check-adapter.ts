import { type Command, InvalidArgumentError } from 'commander'

export function checkAdapter(program: Command): void {
  program
    .command('check-adapter')
    .description('find out whether a system keeps what every system must keep; exit 60 if it does not')
    .argument('<name>', 'a system of the config, or a built-in one')
    .option('-c, --config <file>', 'config file (default: assay.config.ts where there is one)')
    .option('--only <check...>', 'only these checks')
    .option('--timeout <seconds>', 'time an article may take', positiveNumber)
    .option('--allow-network', 'let it ask services outside this machine; that may cost money')
    .option('--json', 'print every finding as JSON')
    .addHelpText('after', examples)
    .action(async (name: string, options: CheckAdapterFlags) => {
      const { checkAdapter } = await import('../check-adapter/check-adapter.ts')
      await checkAdapter(name, options)
    })
}

export interface CheckAdapterFlags {
  readonly config?: string
  readonly only?: readonly string[]
  readonly timeout?: number
  readonly allowNetwork?: boolean
  readonly json?: boolean
}

const examples = `
Examples:
  $ assay check-adapter wink                          every check, a line each
  $ assay check-adapter mine --only offsets repeat    two of them
  $ assay check-adapter mine --timeout 5 --json       for scripts
  $ assay check-adapter gpt --allow-network           a service: about 80 requests with short texts

It runs in a process of its own, on texts that come with the command: news, emoji, combining marks, right to
left, CRLF, control characters, nothing, and a million characters. Network use is seen in the sockets of that
process; what native code or a child process does cannot be seen.
`

function positiveNumber(text: string): number {
  const value = Number(text)
  if (!(value > 0) || !Number.isFinite(value)) throw new InvalidArgumentError('Give a number above 0.')
  return value
}
