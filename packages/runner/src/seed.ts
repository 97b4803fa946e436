import { createHash } from 'node:crypto'

/** The seed of one article and repeat: 32 bits of a hash, so the same in whatever order articles come. */
export function articleSeed(seed: number, article: string, repeat: number): number {
  return createHash('sha256')
    .update(JSON.stringify([seed, article, repeat]))
    .digest()
    .readUInt32BE(0)
}
