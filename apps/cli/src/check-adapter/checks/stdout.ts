import type { Check } from '../check.ts'
import { shown } from '../difference.ts'

export const stdout: Check = {
  id: 'stdout',
  promise: 'may print, which is a note: answers do not go through stdout',
  async run(subject) {
    await subject.answers()
    const text = subject.observed.printed.join('')
    if (text === '') return {}
    const what = `it printed ${Buffer.byteLength(text)} bytes to stdout; a run keeps them in system.log`
    return { notes: [{ what, got: shown(text) }] }
  },
}
