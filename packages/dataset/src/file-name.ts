import { createHash } from 'node:crypto'

const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/

/**
 * A file name, without extension, for an article id: the id itself where it is 1 to 80 lower-case letters,
 * digits, `-` or `_` and no device name; else what is left of it and a hash, so that ids that differ only in
 * case or in other characters do not meet. An id never reaches a path in any other way.
 */
export function fileNameOf(id: string): string {
  const slug = id
    .toLowerCase()
    .replaceAll(/[^a-z0-9_-]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, 80)
    .replace(/-+$/, '')
  if (slug === id && slug !== '' && !reserved.test(slug)) return slug
  const hash = createHash('sha256').update(id).digest('hex').slice(0, 12)
  return slug === '' ? `article-${hash}` : `${slug}-${hash}`
}
