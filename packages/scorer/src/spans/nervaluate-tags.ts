import { AssayError } from '@assay/schema'
import type { NervaluateSpan } from './nervaluate.ts'

/**
 * The spans that nervaluate reads off tags with the prefixes B and I: B and any change of type start one, so does I
 * after O. Ends are included.
 * @throws AssayError `file-invalid` with `tags[document][token]` for a tag that is neither O nor starts B- or I-.
 */
export function nervaluateSpans(tags: readonly (readonly string[])[]): NervaluateSpan[][] {
  return tags.map((document, d) => {
    const spans: NervaluateSpan[] = []
    let label: string | null = null
    let start = 0
    const close = (end: number) => {
      if (label !== null) spans.push({ label, start, end })
      label = null
    }
    document.forEach((tag, t) => {
      if (tag === 'O') return close(t - 1)
      if (typeof tag !== 'string' || !(tag.startsWith('B-') || tag.startsWith('I-'))) {
        throw new AssayError('file-invalid', `tags[${d}][${t}] is ${JSON.stringify(tag)}`, {
          hint: 'Tags are O, B-TYPE and I-TYPE here; decodeTags reads other schemes.',
        })
      }
      const type = tag.slice(2)
      if (type === label && tag.startsWith('I')) return
      close(t - 1)
      label = type
      start = t
    })
    close(document.length - 1)
    return spans
  })
}
