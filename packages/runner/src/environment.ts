import { availableParallelism, cpus } from 'node:os'
import type { RunEnvironment } from '@assay/schema'

type Measured = Pick<RunEnvironment, 'workers' | 'coldStartMilliseconds' | 'peakMemoryBytes' | 'restarts'>

/** Starts the clock of a run; the function it gives stops it and adds what is known of the machine. */
export function startClock(): (measured: Measured) => RunEnvironment {
  const startedAt = new Date().toISOString()
  const started = performance.now()
  return (measured) => ({
    schema: 'assay.environment/1',
    node: process.version,
    platform: `${process.platform}-${process.arch}`,
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    startedAt,
    wallMilliseconds: performance.now() - started,
    ...measured,
  })
}
