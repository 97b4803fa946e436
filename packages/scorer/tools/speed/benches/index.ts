import type { Bench } from '../bench.ts'
import { bootstrap } from './bootstrap.ts'
import { bleuLong, bleuShort } from './bleu.ts'
import { chrfLong, chrfShort, chrfWordsShort } from './chrf.ts'
import { jsonl } from './jsonl.ts'
import { nervaluate } from './nervaluate.ts'
import { rougeLong, rougeShort } from './rouge.ts'
import { tags, tagsDefault } from './tags.ts'
import { ter } from './ter.ts'

/** Every bench, in the order of the table. One is a module here and a line below. */
export const benches: readonly Bench[] = [
  rougeShort,
  rougeLong,
  tags,
  tagsDefault,
  nervaluate,
  bleuShort,
  bleuLong,
  chrfShort,
  chrfLong,
  chrfWordsShort,
  ter,
  bootstrap,
  jsonl,
]
