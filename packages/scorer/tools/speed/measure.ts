import type { Bench, Prepared } from './bench.ts'

/** Seconds for the warming and for each sample of one contestant, and how many samples. */
const warmSeconds = 0.6
const sampleSeconds = 0.25
const rounds = 7

/** A slow contestant takes no further turn once it had this many and spent so long. */
const fewRounds = 3
const enoughSeconds = 2

/**
 * Items per second of ours and of every JavaScript peer, by name: each is warmed up, then all take turns for
 * several rounds, and the middle round counts. What slows the machine for a while slows all of them.
 */
export async function measure(
  prepared: Prepared,
  clock: NonNullable<Bench['clock']>,
): Promise<{ readonly ours: number; readonly javascript: Readonly<Record<string, number>> }> {
  const contestants = Object.entries({ ...prepared.javascript, [ours]: () => prepared.ours() })
  const rates = new Map<string, number[]>()
  const passes = new Map<string, number>()
  const spent = new Map<string, number>()
  for (const [name, pass] of contestants) {
    const seconds = await warm(pass, clock)
    passes.set(name, Math.max(1, Math.round(sampleSeconds / seconds)))
    rates.set(name, [])
    spent.set(name, 0)
  }
  for (let round = 0; round < rounds; round++) {
    for (const [name, pass] of contestants) {
      if (round >= fewRounds && spent.get(name)! > enoughSeconds) continue
      globalThis.gc?.()
      const seconds = await timed(pass, passes.get(name)!, clock)
      rates.get(name)!.push((prepared.items * passes.get(name)!) / seconds)
      spent.set(name, spent.get(name)! + seconds)
    }
  }
  const middle = Object.fromEntries([...rates].map(([name, values]) => [name, median(values)]))
  const { [ours]: own, ...javascript } = middle
  return { ours: own!, javascript }
}

/** No peer is called so. */
const ours = '(ours)'

/** Runs until warm; seconds of the last pass. */
async function warm(pass: () => unknown, clock: NonNullable<Bench['clock']>): Promise<number> {
  let spent = 0
  let last = 0
  while (spent < warmSeconds) {
    last = await timed(pass, 1, clock)
    spent += last
  }
  return last
}

/** At least a microsecond, which is what the clock of the processor counts in. */
async function timed(
  pass: () => unknown,
  passes: number,
  clock: NonNullable<Bench['clock']>,
): Promise<number> {
  const start = clocks[clock]()
  for (let i = 0; i < passes; i++) {
    const result = pass()
    if (result instanceof Promise) await result
  }
  return Math.max(clocks[clock]() - start, 1e-6)
}

const clocks = {
  cpu: () => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1e6
  },
  wall: () => performance.now() / 1000,
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[sorted.length >> 1]!
}
