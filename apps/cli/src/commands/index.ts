import type { Command } from 'commander'
import { checkAdapter } from './check-adapter.ts'
import { compare } from './compare.ts'
import { data } from './data/index.ts'
import { doctor } from './doctor.ts'
import { init } from './init.ts'
import { judge } from './judge.ts'
import { list } from './list.ts'
import { models } from './models.ts'
import { report } from './report.ts'
import { run } from './run.ts'
import { score } from './score.ts'
import { verify } from './verify.ts'

/** Every command, in the order of `assay --help`. A command is one file here and one line below. */
export const commands: readonly ((program: Command) => void)[] = [
  run,
  score,
  judge,
  report,
  compare,
  verify,
  list,
  checkAdapter,
  doctor,
  models,
  data,
  init,
]
