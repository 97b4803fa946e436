import type { Vectors } from '../vectors.ts'
import { coref } from './coref.ts'
import { seqeval } from './seqeval.ts'
import { timex } from './timex.ts'

/** Every vector file that can be checked. One is a module here and a line below. */
export const vectorFiles: readonly Vectors[] = [coref, seqeval, timex]
