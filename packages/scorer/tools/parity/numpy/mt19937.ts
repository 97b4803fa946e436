/**
 * The indices that `numpy.random.seed(seed)` and then `numpy.random.choice(size, ...)` give, one by one: the
 * Mersenne Twister MT19937 (Matsumoto and Nishimura 1998), 32 bits cut to the bits that `size - 1` needs and drawn
 * again while they exceed it. A choice of one draws nothing.
 */
export function createNumpyChoice(seed: number): (size: number) => number {
  const next = createMt19937(seed)
  return (size) => {
    const most = size - 1
    if (most === 0) return 0
    const mask = 2 ** (32 - Math.clz32(most)) - 1
    for (;;) {
      const value = (next() & mask) >>> 0
      if (value <= most) return value
    }
  }
}

const stateSize = 624
const middle = 397

/** Unsigned 32-bit numbers. */
function createMt19937(seed: number): () => number {
  const state = new Uint32Array(stateSize)
  state[0] = seed
  for (let i = 1; i < stateSize; i++) {
    const previous = state[i - 1]!
    state[i] = Math.imul(1812433253, previous ^ (previous >>> 30)) + i
  }
  let at = stateSize
  return () => {
    if (at === stateSize) {
      twist(state)
      at = 0
    }
    let value = state[at++]!
    value ^= value >>> 11
    value ^= (value << 7) & 0x9d2c5680
    value ^= (value << 15) & 0xefc60000
    return (value ^ (value >>> 18)) >>> 0
  }
}

function twist(state: Uint32Array): void {
  for (let i = 0; i < stateSize; i++) {
    const joined = (state[i]! & 0x80000000) | (state[(i + 1) % stateSize]! & 0x7fffffff)
    state[i] = state[(i + middle) % stateSize]! ^ (joined >>> 1) ^ (joined & 1 ? 0x9908b0df : 0)
  }
}
