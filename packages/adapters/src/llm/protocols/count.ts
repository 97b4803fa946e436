import * as z from 'zod'

/** A count of tokens; what is none is read as not said. */
export const count = z.int().min(0).nullish().catch(null)
