import { visible } from '@assay/schema'

/** `text` as one visible line of at most `most` UTF-16 code units; what is longer ends in an ellipsis. */
export function oneLine(text: string, most = 500): string {
  // Cut before the work: the message of a hostile system can be of any length.
  const line = visible(
    text
      .slice(0, 2 * most)
      .replace(/\s+/g, ' ')
      .trim(),
  )
  return line.length <= most
    ? line
    : `${line
        .slice(0, most - 1)
        .toWellFormed()
        .replace(/\ufffd$/, '')}…`
}

/** What a thrown value says. It can be anything, even something that throws when it is looked at. */
export function messageOf(thrown: unknown): string {
  try {
    if (!(thrown instanceof Error)) return `threw ${String(thrown)}`
    // Whatever the type says: a class of errors can make them anything.
    const { message, name }: { message: unknown; name: unknown } = thrown
    return String(message) || String(name)
  } catch {
    return 'threw something that cannot be shown'
  }
}
