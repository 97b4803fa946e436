import type { ErrorCode } from '@assay/schema'

/** What the command's exit status means. Printed by `assay --help`, listed in the README. */
export const exitCodes = {
  0: 'complete; failed articles are recorded and shown',
  1: 'internal error',
  2: 'usage, configuration or dataset invalid; nothing ran',
  30: 'run incomplete',
  31: 'not comparable: identities differ',
  40: 'stored state fails its integrity check, or verify finds a difference',
  50: 'environment: disk, permission, network',
  51: 'the output folder is in use by another run',
  60: 'a system cannot start, breaks the protocol, or answered nothing',
  130: 'interrupted; what was done is saved',
  143: 'terminated; what was done is saved',
} as const

export type ExitCode = keyof typeof exitCodes

export const exitCodeOf: Record<ErrorCode, ExitCode> = {
  usage: 2,
  'config-invalid': 2,
  'dataset-invalid': 2,
  'file-invalid': 2,
  'system-failed': 60,
  'output-invalid': 60,
  'run-incomplete': 30,
  'not-comparable': 31,
  'state-damaged': 40,
  environment: 50,
  'in-use': 51,
  interrupted: 130,
  internal: 1,
}
