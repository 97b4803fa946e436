/**
 * Room for `length` numbers in arrays that are used again and again: the array at hand if it is long enough, else a
 * new one of zeros. What it holds is whatever was left there.
 */
export function roomFor(array: Int32Array, length: number): Int32Array {
  return array.length >= length ? array : new Int32Array(Math.max(2 * array.length, length))
}

/** Numbers that are kept for the next time; one enormous text is not to hold memory for ever. */
const keptLength = 2 ** 22

/** The array for the next time: this one, unless it has grown beyond what is worth keeping. */
export function kept(array: Int32Array): Int32Array {
  return array.length > keptLength ? new Int32Array(0) : array
}
