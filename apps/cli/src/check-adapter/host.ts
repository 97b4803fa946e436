// The process in which a system is checked: started by the command, told by its argument which system it is.
import { guardProcess, messageOf, peakMemoryBytes } from '@assay/runner'
import { AssayError, type System } from '@assay/schema'
import { loadConfig } from '../config/load.ts'
import { createSystem } from '../systems.ts'
import type { Check, Found } from './check.ts'
import { checks } from './checks/index.ts'
import type { HostArgument, Order, Report } from './messages.ts'
import { observe } from './observe.ts'
import { createDesk, type Desk, type Subject } from './subject.ts'

const { config: file, spec, allowNetwork, timeoutMs }: HostArgument = JSON.parse(process.argv[2] ?? '')
const { observations, onStray } = observe(allowNetwork)
guardProcess(onStray)

try {
  const { config, hash } = file === null ? { config: {}, hash: null } : await loadConfig(file)
  const system = await createSystem(config, spec)
  checkIsSystem(system)
  if (system.network === true && !allowNetwork) {
    throw new AssayError('usage', 'it asks a service outside this machine, and the network is closed', {
      hint: 'Open it with --allow-network; the texts of the kit are sent to the service, which may cost money.',
    })
  }
  await system.prepare?.({ allowNetwork })
  const desk = createDesk(system, timeoutMs, (article, withinMs) =>
    send({ type: 'asking', article, withinMs }),
  )
  process.on('message', (order: Order) => void run(order, system, desk))
  const { adapter, version, tasks } = system
  send({
    type: 'ready',
    subject: { adapter, version, tasks },
    configHash: hash,
  })
} catch (error) {
  const hint = AssayError.is(error) ? error.hint : undefined
  send({ type: 'unready', message: messageOf(error), ...(hint !== undefined && { hint }) })
}

/** What a function of a config gives has been seen by nobody yet. */
function checkIsSystem(value: unknown): asserts value is System {
  const system = (typeof value === 'object' && value !== null ? value : {}) as Partial<
    Record<string, unknown>
  >
  const method = { extractor: 'extract', summarizer: 'summarize' }[String(system['kind'])]
  const isSystem =
    method !== undefined && typeof system[method] === 'function' && Array.isArray(system['tasks'])
  if (isSystem) return
  throw new AssayError('config-invalid', 'it is no system', {
    hint: 'A system has a kind, tasks, and extract() of an extractor or summarize() of a summarizer.',
  })
}

async function run({ check: id, kept }: Order, system: System, desk: Desk): Promise<void> {
  const check = checks.find((check) => check.id === id)!
  const because = check.exempts?.(system) ?? null
  if (because !== null) return send({ type: 'exempt', because })
  const { ask, answers } = desk
  const subject = { system, timeoutMs, observed: observations, kept, ask, answers }
  const found = await runSafely(check, subject)
  if (check.ends) letEnd()
  send({
    type: 'found',
    found,
    spoilt: desk.pending() > 0,
    open: process.getActiveResourcesInfo(),
    usd: desk.usd(),
    peakMemoryBytes: peakMemoryBytes(),
  })
}

/** Systems can return what no check expects. */
async function runSafely(check: Check, subject: Subject): Promise<Found> {
  try {
    return await check.run(subject)
  } catch (error) {
    return { faults: [{ what: `the check cannot go on: ${messageOf(error)}` }] }
  }
}

/** From now on only what the system left behind keeps this process alive. */
function letEnd(): void {
  process.removeAllListeners('message')
  process.removeAllListeners('disconnect')
  process.channel?.unref()
}

function send(report: Report): void {
  process.send?.(report, undefined, undefined, () => {
    // The command is gone; the end of the channel ends this process.
  })
}
