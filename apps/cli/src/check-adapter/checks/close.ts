import { messageOf } from '@assay/runner'
import type { Check } from '../check.ts'
import { plain } from '../texts.ts'

export const close: Check = {
  id: 'close',
  promise: 'leaves nothing open when it is closed: its process ends',
  alone: true,
  ends: true,
  async run(subject) {
    await subject.ask(plain[0]!)
    try {
      await subject.system.close?.()
      return {}
    } catch (error) {
      return { faults: [{ what: `close() failed: ${messageOf(error)}` }] }
    }
  },
}
