import { describe, expect, it } from 'vitest'
import { numpyGenerator } from '../tools/parity/numpy/pcg64.ts'

/** Drawn with NumPy 2.4.6: `default_rng(seed).integers(...)`. */
describe('the generator of NumPy', () => {
  it.each([
    [12345, 40, [27, 9, 31, 12, 8, 31, 25, 27]],
    [0, 2, [1, 1, 1, 0, 0, 0, 0, 0]],
    [1, 1, [0, 0, 0]],
    [4294967295, 1000, [190, 251, 724, 219, 909, 287]],
    [7, 2147483653, [1342382295, 1469265229, 1241873587, 483628758, 119253154, 1875941743]],
    [99, 3000000000, [2874521719, 1518092022, 1695274894, 533451683, 1535747878, 2825761940]],
  ])('seed %i draws below %i what NumPy draws', (seed, below, drawn) => {
    expect(numpyGenerator(seed).integers(below, drawn.length)).toEqual(drawn)
  })

  it('draws the booleans that NumPy draws', () => {
    expect(numpyGenerator(12345).booleans(40).join('')).toBe('1011100110000011111111110100110110110001')
  })
})
