import type { Check } from '../check.ts'

export const globals: Check = {
  id: 'globals',
  promise: 'leaves the built-in objects of JavaScript alone',
  async run(subject) {
    await subject.answers()
    const { globals } = subject.observed
    const added = globals.newGlobals()
    return {
      faults: globals
        .changes()
        .map((what) => ({ what, hint: 'Import what you need instead of extending built-ins.' })),
      notes: added.length === 0 ? [] : [{ what: `new global names: ${added.slice(0, 8).join(', ')}` }],
    }
  },
}
