import { stopWords } from '@assay/text'
import { monthPattern } from './days.ts'

export interface Dateline {
  /** Where it begins in the text it was found in. What stands before it is a caption. */
  readonly start: number
  /** `UPI` in `July 4 (UPI) --`. */
  readonly agency: string | null
  /** `July 4`, `July 4, 2025`. */
  readonly date: string | null
}

const word = String.raw`\p{Lu}[\p{L}\p{M}.'’-]*`
const place = String.raw`${word}(?:\s(?:(?:al|am|da|de|del|di|du|el|la|le|los|of|sur|the|upon|van)\s)*${word}){0,3}`
const date = String.raw`(?:${monthPattern}\s\d{1,2}|\d{1,2}\s${monthPattern})(?:,?\s\d{4})?`
const agency = String.raw`\(\s?(?<agency>\p{Lu}[\p{L}\p{M}\d .&'’/-]{1,40}?)\s?\)`
const pattern = new RegExp(
  String.raw`(?:^|(?<=\s))(?:(?<place>${place}(?:,\s${place})?)(?:,\s(?<placed>${date}))?(?:\s${agency})?|(?<bare>${date})(?:\s${agency.replace('<agency>', '<wire>')})?|${agency.replace('<agency>', '<alone>')})$`,
  'u',
)
const dash = /\s?(?:—|–|--)\s|\s-\s/gu
const reach = 400

/**
 * The dateline that opens an article, or null: a place, a date, an agency in brackets, and a dash, before a
 * capital letter. It stands at the beginning, or behind a caption that was run together with it; a caption
 * leaves no open sentence: a dash behind "in Oslo", or one of a pair, is no dateline. Reads the first 400 units.
 */
export function findDateline(text: string): Dateline | null {
  const head = text.slice(0, reach)
  for (const { index, 0: mark } of head.matchAll(dash)) {
    const match = pattern.exec(head.slice(Math.max(0, index - 120), index))
    const after = text.slice(index + mark.length, index + mark.length + 300)
    if (match === null || !/^["'“‘«(]?[\p{Lu}\p{N}]/u.test(after)) continue
    const { groups = {} } = match
    const found = {
      agency: groups['agency'] ?? groups['wire'] ?? groups['alone'] ?? null,
      date: groups['placed'] ?? groups['bare'] ?? null,
    }
    // A hyphen is too common to stand alone.
    if (mark.includes('-') && !mark.includes('--') && found.agency === null && found.date === null) continue
    const start = Math.max(0, index - 120) + match.index + capitalsFrom(groups['place'] ?? '')
    if (start === 0 || endsCaption(head.slice(0, start), after)) return { start, ...found }
  }
  return null
}

/** "Mary Ross OSLO": a place in capitals begins at its first word in capitals, whatever names stand before. */
function capitalsFrom(name: string): number {
  if (/^\p{Lu}{2,}/u.test(name)) return 0
  const match = /\s(?=\p{Lu}{3,}(?![\p{Ll}]))/u.exec(name)
  return match === null ? 0 : match.index + 1
}

function endsCaption(caption: string, after: string): boolean {
  const words = caption.trim().split(/\s+/)
  const last = words.at(-1)?.toLowerCase() ?? ''
  const sentence = /^.*?(?:[.!?](?=\s)|$)/su.exec(after)?.[0] ?? ''
  const isPair = /\s?(?:—|–|--)\s|\s-\s/u.test(sentence)
  return words.length >= 3 && !stopWords.has(last) && !/[,;:—–-]$/.test(last) && !isPair
}
