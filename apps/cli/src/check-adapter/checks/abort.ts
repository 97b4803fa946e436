import type { Check, Finding } from '../check.ts'
import type { Asked, Subject } from '../subject.ts'
import { plain } from '../texts.ts'

/** Milliseconds in which a call must end once its signal is aborted; as long as a run waits before it kills. */
const graceMs = 1000

export const abort: Check = {
  id: 'abort',
  promise: `ends a call within ${graceMs} ms when its signal is aborted from the start`,
  run: (subject) => askAborted(subject, 0),
}

export const timeout: Check = {
  id: 'timeout',
  promise: `ends a call within ${graceMs} ms when its signal is aborted on the way`,
  run: (subject) => askAborted(subject, 50),
}

async function askAborted(subject: Subject, withinMs: number) {
  const [article] = plain
  const asked = await subject.ask(article!, { withinMs, graceMs })
  return { faults: faultOf(asked, withinMs), measured: `${asked.milliseconds.toFixed(0)} ms` }
}

function faultOf({ article, milliseconds, outcome }: Asked, withinMs: number): Finding[] {
  if (outcome.status !== 'too-late') return []
  return [
    {
      article: article.id,
      what: `the call went on for ${graceMs} ms and more after its signal was aborted`,
      expected: `an end within ${withinMs + graceMs} ms`,
      got: `none after ${Math.round(milliseconds)} ms`,
      hint: 'Pass `context.signal` on to whatever waits: fetch, timers, a child process.',
    },
  ]
}
