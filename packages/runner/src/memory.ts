import { readFileSync } from 'node:fs'

/**
 * The most memory this process has held. On Linux from `/proc`: what `resourceUsage` calls the maximum there
 * includes the memory of the process that started this one.
 */
export function peakMemoryBytes(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS * 1024
  const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]
  return Number(kilobytes ?? process.resourceUsage().maxRSS) * 1024
}
