import type { Vectors } from '../vectors.ts'
import { agreement } from './agreement.ts'
import { bootstrap } from './bootstrap.ts'
import { coref } from './coref.ts'
import { meteor } from './meteor.ts'
import { nervaluate } from './nervaluate.ts'
import { porter } from './porter.ts'
import { rouge } from './rouge.ts'
import { sacrebleu } from './sacrebleu.ts'
import { seqeval } from './seqeval.ts'
import { timex } from './timex.ts'

/** Every vector file that can be checked. One is a module here and a line below. */
export const vectorFiles: readonly Vectors[] = [
  agreement,
  bootstrap,
  coref,
  meteor,
  nervaluate,
  porter,
  rouge,
  sacrebleu,
  seqeval,
  timex,
]
