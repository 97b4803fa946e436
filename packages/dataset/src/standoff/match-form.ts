import { hash } from 'node:crypto'

/**
 * The form in which passages of two versions of a text are compared, with the way back. Every unit of `form` comes
 * from `[starts[i], ends[i])` of the text.
 */
export interface MatchForm {
  readonly form: string
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

const cluster = /[\u1100-\u11ff]+|\P{M}\p{M}*|\p{M}+/suy
const dropped = /^[\u00ad\u200b\u2060\ufeff'"‘’‚‛ʼ′`´“”„‟«»″‹›]+$/u
const dashes = /[‐‑‒–—―−﹣－]/g

/**
 * NFKC without case, quotes and invisible characters, one kind of dash, single spaces, none at the ends (annotation
 * guidelines, section 3.2). It is made character by character: the form of a passage is the passage's part of
 * the form of the text. Linear time.
 */
export function matchForm(text: string): MatchForm {
  const parts: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  let endsInSpace = true
  let end = 0
  for (let start = 0; start < text.length; start = end) {
    const piece = pieceAt(text, start)
    const part = (piece.length === 1 ? ascii[piece.charCodeAt(0)] : undefined) ?? formOf(piece)
    end = start + piece.length
    if (part === '' || (part === ' ' && endsInSpace)) continue
    endsInSpace = part === ' '
    parts.push(part)
    for (let i = 0; i < part.length; i++) {
      starts.push(start)
      ends.push(end)
    }
  }
  if (parts.at(-1) === ' ') {
    parts.pop()
    starts.pop()
    ends.pop()
  }
  return { form: parts.join(''), starts, ends }
}

/** A character with the marks that combine with it. */
function pieceAt(text: string, at: number): string {
  const isPlain = text.charCodeAt(at) < 0x80 && !(text.charCodeAt(at + 1) >= 0x80)
  if (isPlain) return text.charAt(at)
  cluster.lastIndex = at
  return cluster.exec(text)?.[0] ?? text.charAt(at)
}

function formOf(piece: string): string {
  if (/^\s$/.test(piece)) return ' '
  if (dropped.test(piece)) return ''
  const folded = piece.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC')
  return folded.replaceAll('ς', 'σ').replaceAll(dashes, '-').replaceAll(/\s+/g, ' ')
}

/** The forms of the first 128 characters, which are most of most texts. */
const ascii: readonly string[] = Array.from({ length: 128 }, (_, code) => formOf(String.fromCharCode(code)))

/** The first 64 bits of the SHA-256 of a match form, in hex. */
export function fingerprintOf(form: string): string {
  return hash('sha256', form, 'hex').slice(0, 16)
}

/** SHA-256 of a text as UTF-8, in hex. */
export function sha256Of(text: string): string {
  return hash('sha256', text, 'hex')
}
