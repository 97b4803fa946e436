import type { Check } from '../check.ts'
import { abort, timeout } from './abort.ts'
import { afterwards } from './afterwards.ts'
import { answers } from './answers.ts'
import { emptyText, whiteSpace } from './blank.ts'
import { claims } from './claims.ts'
import { close } from './close.ts'
import { declares } from './declares.ts'
import { globals } from './globals.ts'
import { input } from './input.ts'
import { layers } from './layers.ts'
import { hugeText, longText } from './long-text.ts'
import { mentions } from './mentions.ts'
import { network } from './network.ts'
import { offsets } from './offsets.ts'
import { order } from './order.ts'
import { repeat } from './repeat.ts'
import { restart } from './restart.ts'
import { stdout } from './stdout.ts'
import { summary } from './summary.ts'
import { timexes } from './timexes.ts'

/** Every check, in the order in which they run. A check is one file here and one line below. */
export const checks: readonly Check[] = [
  declares,
  answers,
  layers,
  mentions,
  timexes,
  claims,
  summary,
  offsets,
  emptyText,
  whiteSpace,
  repeat,
  order,
  input,
  globals,
  afterwards,
  stdout,
  network,
  abort,
  timeout,
  restart,
  longText,
  hugeText,
  close,
]
