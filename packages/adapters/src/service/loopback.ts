/**
 * True if the address stays on this machine: `localhost`, 127.0.0.0/8, `[::1]`, in every notation that `URL`
 * understands. Anything else, IPv6-mapped loopback included, counts as outside.
 */
export function isLoopback(url: string): boolean {
  const { hostname } = new URL(url)
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname)
}
