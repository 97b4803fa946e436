/** Converts offsets of one text between UTF-16 code units (ours) and code points (most Python tools). */
export interface OffsetMap {
  /** Throws a RangeError outside `[0, text.length]` and inside a surrogate pair. */
  readonly toCodepoint: (utf16: number) => number
  /** Throws a RangeError outside `[0, number of code points]`. */
  readonly fromCodepoint: (codepoint: number) => number
}

/**
 * Both ends of the text are offsets. One pass over the text and memory in proportion to its astral characters
 * only; each conversion is a binary search. A lone surrogate counts as one code point, as in `codePointAt`.
 */
export function createOffsetMap(text: string): OffsetMap {
  const pairs = surrogatePairs(text)
  const codepoints = text.length - pairs.length
  return {
    toCodepoint(utf16) {
      if (!isOffset(utf16, text.length)) throw outside(utf16, text.length, 'UTF-16 code units')
      const before = firstIndex(pairs.length, (index) => pairs[index]! >= utf16)
      if (before > 0 && pairs[before - 1] === utf16 - 1) {
        throw new RangeError(`offset ${utf16} cuts the surrogate pair at ${utf16 - 1} in two`)
      }
      return utf16 - before
    },
    fromCodepoint(codepoint) {
      if (!isOffset(codepoint, codepoints)) throw outside(codepoint, codepoints, 'code points')
      // The pair at `index` is code point `pairs[index] - index`.
      return codepoint + firstIndex(pairs.length, (index) => pairs[index]! - index >= codepoint)
    },
  }
}

/** UTF-16 offsets of the first half of each surrogate pair, in order. */
function surrogatePairs(text: string): number[] {
  const pairs: number[] = []
  for (let at = 0; at + 1 < text.length; at++) {
    if ((text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00) {
      pairs.push(at)
      at++
    }
  }
  return pairs
}

/** The smallest index of `[0, length)` for which a monotone `test` holds, else `length`. */
function firstIndex(length: number, test: (index: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (test(middle)) high = middle
    else low = middle + 1
  }
  return low
}

function isOffset(offset: number, length: number): boolean {
  return Number.isInteger(offset) && offset >= 0 && offset <= length
}

function outside(offset: number, length: number, unit: string): RangeError {
  return new RangeError(`offset ${offset} is outside the text, which has ${length} ${unit}`)
}
