import { AssayError } from '@assay/schema'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { packColumns, unpackColumns } from './packed-columns.ts'

export interface ResampleOptions {
  /** Samples drawn. Default 10,000. */
  readonly resamples?: number
  /** 32-bit integer. Default 1. */
  readonly seed?: number
}

/** Indices are drawn from 16 random bits. */
const mostUnits = 2 ** 16

/**
 * The sums of each column over random samples of as many units as there are, drawn with replacement: element `r` of
 * a result is the sum over sample `r`. A column holds one number per unit; all columns share the samples. The same
 * columns and seed give the same sums.
 *
 * @throws AssayError `usage` for columns of different lengths, no units, or more than 65,536 of them.
 */
export function resampleSums(
  columns: readonly ArrayLike<number>[],
  { resamples = 10_000, seed = 1 }: ResampleOptions = {},
): Float64Array[] {
  const units = columns[0]?.length ?? 0
  if (units === 0 || units > mostUnits || columns.some(({ length }) => length !== units)) {
    throw new AssayError('usage', `columns of ${columns.map(({ length }) => length).join(', ')} units`, {
      hint: `Give at least one column, all of one length from 1 to ${mostUnits}.`,
    })
  }
  const packed = packColumns(columns)
  const sums = packed.words.map(() => new Float64Array(resamples))
  const none = new Float64Array(units)
  // Two words at a time: each pass draws the same samples again, which is cheaper than to store them.
  for (let word = 0; word < sums.length; word += 2) {
    const [second, secondSums] = [
      packed.words[word + 1] ?? none,
      sums[word + 1] ?? new Float64Array(resamples),
    ]
    drawSums(packed.words[word]!, second, sums[word]!, secondSums, seed)
  }
  return unpackColumns(packed, sums)
}

/**
 * The generator is xoroshiro64* (Blackman and Vigna 2018) written into the loop: its state stays in registers, and
 * an output serves two units. A call of a library generator per unit takes three times as long; it only draws the
 * last of an odd number.
 */
function drawSums(
  first: Float64Array,
  second: Float64Array,
  firstSums: Float64Array,
  secondSums: Float64Array,
  seed: number,
): void {
  const units = first.length
  const even = units - (units % 2)
  const ofLast = xoroshiro128plus(seed)
  // Lemire 2019: with these low parts of the product rejected, every index is equally likely.
  const rejected = mostUnits % units
  let s0 = scramble(seed)
  let s1 = scramble(seed + 0x9e3779b9)
  for (let r = 0; r < firstSums.length; r++) {
    let a = 0
    let b = 0
    let c = 0
    let d = 0
    for (let drawn = 0; drawn < even; ) {
      const bits = Math.imul(s0, 0x9e3779bb)
      s1 ^= s0
      s0 = ((s0 << 26) | (s0 >>> 6)) ^ s1 ^ (s1 << 9)
      s1 = (s1 << 13) | (s1 >>> 19)
      const high = Math.imul(bits >>> 16, units)
      const low = Math.imul(bits & 0xffff, units)
      if ((high & 0xffff) >= rejected && (low & 0xffff) >= rejected) {
        const i = high >>> 16
        const j = low >>> 16
        a += first[i]!
        b += second[i]!
        c += first[j]!
        d += second[j]!
        drawn += 2
      }
    }
    if (even < units) {
      const last = uniformInt(ofLast, 0, even)
      a += first[last]!
      b += second[last]!
    }
    firstSums[r] = a + c
    secondSums[r] = b + d
  }
}

/** Spreads a seed over 32 bits, never 0 for both seeds of one generator (the finalizer of MurmurHash3). */
function scramble(seed: number): number {
  let value = seed | 0
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return value ^ (value >>> 16)
}
