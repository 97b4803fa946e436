import { fileURLToPath } from 'node:url'
import { openChannel } from '@assay/runner'
import { type Examined, examined } from './findings.ts'
import type { HostArgument, Report } from './host.ts'

/** Milliseconds that a system may take to say what is wrong, and to start if nothing is. */
const patienceMs = 120_000

const why = 'A system that does not start has no row on a leaderboard.'

/** Looks at one system in a process of its own: what it loads may be what is broken. */
export async function examineSystem(argument: HostArgument): Promise<Examined> {
  const about = `system ${argument.spec.name}`
  let printed = ''
  const log = {
    print: (text: string, stream: string) => {
      if (stream === 'stderr') printed = (printed + text).slice(-300)
    },
  }
  const module = fileURLToPath(new URL('host.js', import.meta.url))
  const channel = openChannel({ module, args: [JSON.stringify(argument)] }, log, undefined)
  const event = await channel.next(patienceMs)
  await channel.kill()
  if (event.type === 'message') {
    const { findings, detail } = event.value as Report
    return examined(
      about,
      'system-failed',
      findings.map((finding) => ({ why, ...finding })),
      detail,
    )
  }
  const what =
    event.type === 'ended'
      ? `its process ${event.how}`
      : `it was not ready within ${patienceMs / 1000} seconds`
  const tail = printed.trim() === '' ? '' : `, and printed last: ${printed.trim()}`
  const cure = `assay check-adapter ${argument.spec.name}`
  return examined(about, 'system-failed', [{ what: what + tail, why, cure }])
}
