import type { Heading } from './headings.ts'
import type { Line } from './lines.ts'

/**
 * Who publishes an article: the short line of its heading that is nearest to the label of time, or what is glued to
 * that label (`CNNa day ago`); a name that stands there more than once first. Null if there is none.
 */
export function publisherOf(lines: readonly Line[], heading: Heading, firstLine: number): string | null {
  const block = lines.slice(heading.first, firstLine)
  const names = block.map((line) => nameIn(line, heading.title))
  const label = block.findIndex((line) => line.label !== null)
  let best: { name: string; score: number } | null = null
  for (const [i, name] of names.entries()) {
    if (name === null) continue
    const score = 10 * names.filter((other) => other === name).length - (label < 0 ? i : Math.abs(i - label))
    if (best === null || score > best.score) best = { name, score }
  }
  return best?.name ?? null
}

/** Names of publishers begin with a capital letter or a digit; names of icons and `updated` do not. */
function nameIn({ text, label, isBullet, isInterface }: Line, title: string): string | null {
  const name = (label?.before ?? (isBullet ? text.slice(1) : text)).replace(/[\s·•|,:–—-]+$/u, '').trim()
  const isName = /^[\p{Lu}\p{Lo}\p{N}]/u.test(name) && name.length <= 50 && !/[.!?:]$/.test(name)
  if (!isName || name === title || isInterface) return null
  return name.split(/\s+/).length > 6 || /^(?:by|updated|published|posted|last)\b/iu.test(name) ? null : name
}

const holder =
  /(?:copyright|©|\(c\))[\s©]*(?:\(c\))?\s*(?:\d{4}(?:[–-]\d{4})?)?,?\s*(?:by\s)?(?<name>\p{Lu}[^.\n]{1,80}?)(?:,?\s(?:LLC|Inc|Ltd|Corp|LP|GmbH)\b|[.\n]|\sAll rights|$)/iu
const agencyWords =
  /\b(?:agency|press|wire|newswires?|news (?:service|corporation)|agence|UPI|Reuters|AFP|Bloomberg|dpa)\b/iu

/**
 * The agency that an article comes from, which is not its publisher: that of the dateline; else the holder of the
 * copyright if its name is that of an agency. An agency that the text only cites is none. Null without evidence.
 */
export function agencyOf(dateline: string | null, tail: string, publisher: string | null): string | null {
  if (dateline !== null) return dateline
  const name = holder
    .exec(tail)
    ?.groups?.['name']?.replace(/\s*\d{4}$/, '')
    .trim()
  if (name === undefined || name === publisher || !agencyWords.test(name)) return null
  return name
}
