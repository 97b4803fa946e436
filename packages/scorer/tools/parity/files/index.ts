import type { Vectors } from '../vectors.ts'

/** Every vector file that can be checked. One is a module here and a line below. */
export const vectorFiles: readonly Vectors[] = []
