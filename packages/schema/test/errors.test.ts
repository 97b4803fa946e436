import { AssayError } from '@assay/schema'
import { expect, test, vi } from 'vitest'

test('an error carries its code, hint and cause', () => {
  const cause = new Error('disk')
  const error = new AssayError('environment', 'cannot write', { hint: 'Free some space.', cause })
  expect(error).toMatchObject({ name: 'AssayError', code: 'environment', hint: 'Free some space.', cause })
  expect('cause' in new AssayError('internal', 'no cause')).toBe(false)
})

test('an error of a second copy of the package is recognised', async () => {
  vi.resetModules()
  const second: { AssayError: typeof AssayError } = await import('../src/errors.ts')
  const error = new second.AssayError('usage', 'from the other copy')
  expect(error).not.toBeInstanceOf(AssayError)
  expect(AssayError.is(error)).toBe(true)
})

test('nothing else is recognised', () => {
  const others = [new Error('plain'), { code: 'usage', name: 'AssayError' }, null, undefined, 'assay.error']
  expect(others.filter((value) => AssayError.is(value))).toEqual([])
})
