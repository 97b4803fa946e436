/** A set of ids in 16 to 32 bytes each. */
export interface SeenIds {
  /** True if `id` may have been added before: always if it was, and else once in about 10^13 questions. */
  mayHave(id: string): boolean
  /** True if `id` was surely not there. */
  add(id: string): boolean
}

/** Keeps 64 bits of hash of each id, so that whoever asks has to look again on a hit. */
export function createSeenIds(): SeenIds {
  let slots = 1 << 12
  let table = new Uint32Array(2 * slots)
  let size = 0
  let high = 0
  let low = 0

  const hash = (id: string): void => {
    let a = 0x811c9dc5
    let b = 0x9747b28c
    for (let i = 0; i < id.length; i++) {
      const unit = id.charCodeAt(i)
      a = Math.imul(a ^ unit, 0x01000193)
      b = Math.imul(b ^ unit, 0x85ebca6b)
      b ^= b >>> 13
    }
    high = (a ^ (a >>> 15)) >>> 0
    // 0 and 0 is an empty slot.
    low = (b | 1) >>> 0
  }
  /** The place of the hash, or of the empty slot where it belongs. */
  const find = (): number => {
    let at = (high ^ (low >>> 7)) & (slots - 1)
    while (table[2 * at + 1] !== 0 && (table[2 * at] !== high || table[2 * at + 1] !== low)) {
      at = (at + 1) & (slots - 1)
    }
    return at
  }
  const put = (): boolean => {
    const at = find()
    if (table[2 * at + 1] !== 0) return false
    table[2 * at] = high
    table[2 * at + 1] = low
    size++
    return true
  }
  const grow = (): void => {
    const old = table
    slots *= 2
    table = new Uint32Array(2 * slots)
    size = 0
    for (let at = 0; at < old.length; at += 2) {
      if (old[at + 1] === 0) continue
      high = old[at]!
      low = old[at + 1]!
      put()
    }
  }
  return {
    mayHave(id) {
      hash(id)
      return table[2 * find() + 1] !== 0
    },
    add(id) {
      if (4 * size >= 3 * slots) grow()
      hash(id)
      return put()
    },
  }
}
