/** NumPy's `default_rng(seed)`, as far as references draw from it: PCG64 seeded by SeedSequence. */
export interface NumpyGenerator {
  /** `integers(0, below)` as int64, `count` times; `choice(below, count)` draws the same. `below` up to 2 ** 32. */
  integers(below: number, count: number): number[]
  /** `integers(2, size=count, dtype=bool)`. Bits left over from one call are not used by the next. */
  booleans(count: number): number[]
}

/** `seed`: a whole number from 0 to 2 ** 32 - 1. */
export function numpyGenerator(seed: number): NumpyGenerator {
  const next64 = pcg64(seed)
  let upper: number | null = null

  /** The lower half of a 64-bit number, and at the next call its upper half. */
  const next32 = (): number => {
    if (upper !== null) {
      const half = upper
      upper = null
      return half
    }
    const number = next64()
    upper = Number(number >> 32n)
    return Number(number & mask32)
  }

  /** Lemire 2019: the upper half of a product, where the lower half is not among the few that are too many. */
  const bounded = (below: number): number => {
    const range = BigInt(below)
    const tooMany = (1n << 32n) % range
    for (;;) {
      const product = BigInt(next32()) * range
      if ((product & mask32) >= tooMany) return Number(product >> 32n)
    }
  }

  return {
    integers(below, count) {
      return Array.from({ length: count }, () => (below === 1 ? 0 : bounded(below)))
    },
    booleans(count) {
      let bits = 0
      return Array.from({ length: count }, (_, i) => {
        bits = i % 32 === 0 ? next32() : bits >>> 1
        return bits & 1
      })
    },
  }
}

const mask32 = (1n << 32n) - 1n
const mask64 = (1n << 64n) - 1n
const mask128 = (1n << 128n) - 1n

/** A linear congruential generator of 128 bits whose two halves are mixed and rotated (O'Neill 2014, XSL-RR). */
function pcg64(seed: number): () => bigint {
  const multiplier = 0x2360ed051fc65da44385df649fccf645n
  const [a, b, c, d] = seedSequence(seed)
  const increment = (((c << 64n) | d) << 1n) | 1n
  let state = 0n
  const step = () => {
    state = (state * multiplier + increment) & mask128
  }
  step()
  state = (state + ((a << 64n) | b)) & mask128
  step()
  return () => {
    step()
    const mixed = (state >> 64n) ^ (state & mask64)
    const turn = state >> 122n
    return ((mixed >> turn) | (mixed << ((64n - turn) & 63n))) & mask64
  }
}

/** Four numbers of 64 bits from a pool of four words (O'Neill 2015, `seed_seq_fe`, with NumPy's constants). */
function seedSequence(seed: number): readonly [bigint, bigint, bigint, bigint] {
  const hash = createHash(0x43b0d7e5, 0x931e8875)
  const pool = [seed >>> 0, 0, 0, 0].map(hash)
  for (let from = 0; from < 4; from++) {
    for (let to = 0; to < 4; to++) {
      if (from !== to) pool[to] = mix(pool[to]!, hash(pool[from]!))
    }
  }
  const output = createHash(0x8b51f9dd, 0x58f38ded)
  const words = Array.from({ length: 8 }, (_, i) => BigInt(output(pool[i % 4]!)))
  const pair = (i: number) => words[2 * i]! | (words[2 * i + 1]! << 32n)
  return [pair(0), pair(1), pair(2), pair(3)]
}

/** A hash whose constant changes with every call. */
function createHash(start: number, multiplier: number): (value: number) => number {
  let constant = start
  return (value) => {
    const before = value ^ constant
    constant = Math.imul(constant, multiplier)
    const product = Math.imul(before, constant)
    return (product ^ (product >>> 16)) >>> 0
  }
}

function mix(a: number, b: number): number {
  const mixed = Math.imul(a, 0xca01f9dd) - Math.imul(b, 0x4973f715)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
