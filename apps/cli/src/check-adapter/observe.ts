import { Socket } from 'node:net'
import { messageOf } from '@assay/runner'
import { type GlobalsSnapshot, snapshotGlobals } from './globals.ts'

/** What the code of a system does beside answering. */
export interface Observations {
  readonly globals: GlobalsSnapshot
  /** Hosts outside this machine that it tried to reach, as `host:port`. */
  readonly hosts: readonly string[]
  /** What it printed to stdout. */
  readonly printed: readonly string[]
  /** Errors that surfaced outside of any call. */
  readonly strays: readonly string[]
}

/** Watches from now on: call it before the system is loaded. With the network closed, connections outside fail. */
export function observe(allowNetwork: boolean) {
  const hosts: string[] = []
  const printed: string[] = []
  const strays: string[] = []
  const observations: Observations = { globals: snapshotGlobals(), hosts, printed, strays }
  watchConnections(hosts, allowNetwork)
  watchStdout(printed)
  return {
    observations,
    onStray: (what: string, error: unknown): void => void strays.push(`${what}: ${messageOf(error)}`),
  }
}

function watchConnections(hosts: string[], allowNetwork: boolean): void {
  const connect: (...args: never[]) => unknown = Reflect.get(Socket.prototype, 'connect')
  Socket.prototype.connect = function (this: Socket, ...args: unknown[]): Socket {
    const target = targetOf(args)
    if (target !== null && !isLoopback(target.host)) {
      hosts.push(`${target.host}:${target.port}`)
      if (!allowNetwork) {
        return this.destroy(new Error(`the network is closed: no connection to ${target.host}`))
      }
    }
    return Reflect.apply(connect, this, args) as Socket
  }
}

/** Null: no address of a network, such as a socket of the file system. */
function targetOf(args: readonly unknown[]): { readonly host: string; readonly port: string } | null {
  const [first, second] = args
  if (Array.isArray(first)) return targetOf(first as unknown[])
  if (typeof first === 'object' && first !== null) {
    const { host, port, path } = first as Record<string, unknown>
    return typeof path === 'string' && port === undefined
      ? null
      : { host: hostName(host), port: String(port) }
  }
  const isPort = typeof first === 'number' || (typeof first === 'string' && /^\d+$/.test(first))
  return isPort ? { host: hostName(second), port: String(first) } : null
}

function hostName(host: unknown): string {
  return typeof host === 'string' && host !== '' ? host : 'localhost'
}

function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host)
}

function watchStdout(printed: string[]): void {
  const write = process.stdout.write.bind(process.stdout) as (...args: unknown[]) => boolean
  process.stdout.write = (...args: unknown[]): boolean => {
    printed.push(typeof args[0] === 'string' ? args[0] : Buffer.from(args[0] as Uint8Array).toString())
    return write(...args)
  }
}
