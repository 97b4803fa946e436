import { isWhitespace, trimWhitespaceEnd } from '../whitespace.ts'

/**
 * The tokens of mteval-v13a, as sacreBLEU's tokenizer `13a` gives them, in one pass instead of the four
 * substitutions that define them. ASCII punctuation stands alone, except: apostrophe; hyphen, unless after a
 * digit; full stop and comma between digits.
 */
export function tokens13a(text: string): string[] {
  const line = withoutMarkup(text)
  const tokens: string[] = []
  let start = -1
  const endToken = (end: number) => {
    if (start !== -1) tokens.push(line.slice(start, end))
    start = -1
  }
  for (let i = 0; i < line.length; i++) {
    const unit = line.charCodeAt(i)
    const kind = unit < 128 ? kinds[unit]! : isWhitespace(unit) ? white : inner
    if (kind === inner || (kind === hyphen && !isDigit(line, i - 1))) {
      if (start === -1) start = i
    } else if (kind === white) endToken(i)
    else if (kind === mark) {
      const end = endOfMarks(line, i)
      const staysWithNext = isDigit(line, end) && (end - i) % 2 === (isDigit(line, i - 1) ? 1 : 0)
      if (!staysWithNext || end - i > 1) {
        endToken(i)
        const alone = staysWithNext ? end - 1 : end
        for (; i < alone; i++) tokens.push(line.charAt(i))
        if (staysWithNext) start = alone
      }
      i = end - 1
    } else {
      endToken(i)
      tokens.push(line.charAt(i))
    }
  }
  endToken(line.length)
  return tokens
}

/** What 13a does before it cuts: markup of old evaluation campaigns, hyphens at line ends, entities. */
function withoutMarkup(text: string): string {
  if (!text.includes('&') && !text.includes('-\n') && !text.includes('<skipped>')) return text
  return unescapeEntities(trimWhitespaceEnd(text).replaceAll('<skipped>', '').replaceAll('-\n', ''))
}

/** In this order, so that `&amp;lt;` becomes `<`. */
export function unescapeEntities(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
}

const inner = 0
const white = 1
const alone = 2
const mark = 3
const hyphen = 4

const kinds = Uint8Array.from({ length: 128 }, (_, unit) => {
  const character = String.fromCharCode(unit)
  if (isWhitespace(unit)) return white
  if (character === '.' || character === ',') return mark
  if (character === '-') return hyphen
  return /[!-&(-+/:-@[-`{-~]/.test(character) ? alone : inner
})

/** False before the beginning and after the end. */
function isDigit(line: string, at: number): boolean {
  const unit = line.charCodeAt(at)
  return unit >= 48 && unit <= 57
}

/**
 * The end of a run of full stops and commas. The substitutions look at non-overlapping pairs from the left, so it
 * depends on the length of the run whether its last mark stays with a digit that follows.
 */
function endOfMarks(line: string, start: number): number {
  let end = start + 1
  while (end < line.length && kinds[line.charCodeAt(end)] === mark) end++
  return end
}
