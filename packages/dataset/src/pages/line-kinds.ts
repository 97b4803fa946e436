import { countWords } from '@assay/text'

const closers = String.raw`["'”’»)\]]*`
const endsSentence = new RegExp(String.raw`[.!?…]${closers}$`, 'u')
const holdsSentenceEnd = new RegExp(String.raw`[.!?]${closers}\s+["'“‘«(]?\p{Lu}`, 'u')

/** What a line of a page may be. */
export interface LineKinds {
  /** It reads like a paragraph: a sentence of six words or more, or thirty words (a page may be cut in the middle). */
  readonly isProse: boolean
  /** It could be a headline: a few words, not the end of a sentence. */
  readonly isHeadline: boolean
  /** It belongs to what stands around articles and ends them: comments, related articles, apps, accounts. */
  readonly isInterface: boolean
  readonly isBullet: boolean
}

/** Looks at the first thousand code units of a line, and at its end. */
export function kindsOf(line: string): LineKinds {
  const head = line.slice(0, 1000)
  const words = countWords(head)
  const isInterface = words <= 12 && line.length <= 100 && interfaceLine.test(line)
  const isBullet = /^[•·*▪◦‣]\s/u.test(line)
  const endsLikeSentence = endsSentence.test(line.slice(-10))
  const isSentence = words >= 6 && (endsLikeSentence || (words >= 8 && holdsSentenceEnd.test(head)))
  const isShort = line.length >= 12 && line.length <= 300 && words >= 3 && words < 30
  return {
    isProse: words >= 30 || (isSentence && !isInterface),
    isHeadline: isShort && !isInterface && !isBullet && !endsInStop(line),
    isInterface,
    isBullet,
  }
}

/** "U.S." may end a headline. */
function endsInStop(line: string): boolean {
  return /\.["'”’]*$/u.test(line.slice(-10)) && !/\.\p{L}\.["'”’]*$/u.test(line.slice(-10))
}

const headings = [
  String.raw`(?:no |view |show |all |\d+ )*comments?(?: \(\d+\))?(?: yet)?\W*`,
  String.raw`(?:related|recommended|similar|further|more)(?: (?:articles?|stories|reading|news|topics|posts|content))?:?`,
  String.raw`(?:more|also) (?:from|on|in|by) .*`,
  String.raw`(?:most (?:read|popular|viewed)|trending|top stories|latest news|you (?:may|might) also like|up next).*`,
  String.raw`(?:sponsored|promoted|paid) (?:content|stories|links).*`,
  String.raw`(?:download|get|install|open)\b.*\bapp\b.*`,
  String.raw`.*\b(?:app|play)[ -]?store\b.*`,
  String.raw`.*google play.*`,
  String.raw`(?:try|explore|discover|meet)\b.*\b(?:our|features?|ai)\b.*`,
  String.raw`(?:subscribe|sign (?:up|in)|log ?in|register|newsletters?|join (?:us|now)|follow us|get started)\b.*`,
  String.raw`(?:tags?|topics?|filed under|categories):.*`,
  String.raw`(?:about us|contact(?: us)?|privacy|terms of|cookies?|accessibility|advertise|site map|back to top|load more|(?:next|previous) (?:article|story))\b.*`,
]
const interfaceLine = new RegExp(`^(?:${headings.join('|')})$`, 'iu')
