import { setTimeout as sleep } from 'node:timers/promises'
import type { Check } from '../check.ts'

export const afterwards: Check = {
  id: 'afterwards',
  promise: 'leaves nothing behind that fails after its answer',
  async run(subject) {
    await subject.answers()
    await sleep(100)
    return {
      faults: [...new Set(subject.observed.strays)].map((what) => ({
        what,
        hint: 'Await every promise, and stop timers before the answer is given.',
      })),
    }
  },
}
