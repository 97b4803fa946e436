import { visible } from '@assay/schema'

/** The beginning of what a service sent, quoted, on one visible line. */
export function beginning(text: string, most = 200): string {
  const line = text
    .slice(0, 2 * most)
    .replaceAll(/\s+/g, ' ')
    .trim()
  return `"${visible(line.slice(0, most))}"${line.length > most ? '…' : ''}`
}
