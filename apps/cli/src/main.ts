import { CommanderError } from 'commander'
import { createProgram } from './program.ts'

// A reader that closes the pipe early (`assay list | head -1`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0)
  throw error
})

try {
  await createProgram().parseAsync()
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2
  // Loaded only now: `--help` and a typing error need none of it.
  else (await import('./failure.ts')).fail(error)
}
