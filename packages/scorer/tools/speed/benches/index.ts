import type { Bench } from '../bench.ts'
import { nervaluate } from './nervaluate.ts'
import { rougeLong, rougeShort } from './rouge.ts'
import { tags, tagsDefault } from './tags.ts'

/** Every bench, in the order of the table. One is a module here and a line below. */
export const benches: readonly Bench[] = [rougeShort, rougeLong, tags, tagsDefault, nervaluate]
