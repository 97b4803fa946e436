import { unescapeEntities } from '../bleu/tokens-13a.ts'
import { splitAtWhitespace, trimWhitespaceEnd } from '../whitespace.ts'

export interface TerOptions {
  /** Default false: the text is lower-cased. */
  readonly caseSensitive?: boolean
  /** Whether punctuation is cut off words. Default false: words are what stands between whitespace. */
  readonly normalised?: boolean
  /** Whether punctuation is removed. Default false. */
  readonly noPunctuation?: boolean
  /** Whether `normalised` and `noPunctuation` know East Asian characters and marks. Default false. */
  readonly asian?: boolean
}

/** The words that TER edits, as sacreBLEU's port of Tercom makes them. */
export function terWords(text: string, options: TerOptions = {}): string[] {
  const { caseSensitive = false, normalised = false, noPunctuation = false, asian = false } = options
  let line = trimWhitespaceEnd(text)
  if (!caseSensitive) line = line.toLowerCase()
  if (normalised) line = asian ? withAsianApart(westernNormalised(line)) : westernNormalised(line)
  if (noPunctuation) line = line.replace(/[.,?:;!"()]/g, '')
  if (noPunctuation && asian) line = line.replace(asianMark, '').replace(fullWidthMark, '')
  return splitAtWhitespace(line)
}

/** The line break before a hyphen goes, with the hyphen; the one after it would be the sensible one. */
function westernNormalised(text: string): string {
  const line = unescapeEntities(text.replaceAll('\n-', '').replaceAll('\n', ' '))
  return ` ${line} `
    .replace(/[ -&(-+/:-@[-`{-~]/g, ' $& ')
    .replaceAll("'s ", " 's ")
    .replace(/([^0-9])([.,])/gu, '$1 $2 ')
    .replace(/([.,])([^0-9])/gu, ' $1 $2')
    .replace(/([0-9])-/g, '$1 - ')
}

/** Ideographs one by one; kana only where the whole line is kana of one kind. */
function withAsianApart(line: string): string {
  return line
    .replace(/[\u4e00-\u9fff\u3400-\u4dbf]/g, ' $& ')
    .replace(/[\u31c0-\u31ef\u2e80-\u2eff]/g, ' $& ')
    .replace(/[\u3300-\u33ff\uf900-\ufaff\ufe30-\ufe4f]/g, ' $& ')
    .replace(/[\u3200-\u3f22]/g, ' $& ')
    .replace(/^[\u3040-\u309f]+$/, ' $& ')
    .replace(/^[\u30a0-\u30ff]+$/, ' $& ')
    .replace(/^[\u31f0-\u31ff]+$/, ' $& ')
    .replace(asianMark, ' $& ')
    .replace(fullWidthMark, ' $& ')
}

const asianMark = /[\u3001\u3002\u3008-\u3011\u3014-\u301f\uff61-\uff65\u30fb]/g
const fullWidthMark = /[\uff0e\uff0c\uff1f\uff1a\uff1b\uff01\uff02\uff08\uff09]/g
