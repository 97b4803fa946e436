import type { Bench } from '../bench.ts'
import { rougeLong, rougeShort } from './rouge.ts'

/** Every bench, in the order of the table. One is a module here and a line below. */
export const benches: readonly Bench[] = [rougeShort, rougeLong]
