import type { StandoffArticle } from '@assay/schema'
import { splitPage } from '../pages/split.ts'
import type { Standoff } from './make.ts'
import { fingerprintOf, matchForm, sha256Of } from './match-form.ts'

/** What gold is laid over: texts, and lines among which titles are looked for. */
export interface Source {
  readonly texts: readonly string[]
  readonly lines: readonly string[]
}

/** The texts of a page: what stands where the articles were taken from, and what `splitPage` sees. */
export function sourceOfPage(page: string, { articles }: Standoff): Source {
  const remembered = articles.flatMap(({ text: { pageSpan, sha256 } }) => {
    const text = pageSpan === undefined ? '' : page.slice(pageSpan.start, pageSpan.end)
    return sha256Of(text) === sha256 ? [text] : []
  })
  return { texts: [...remembered, ...splitPage(page).map(({ text }) => text)], lines: page.split(/[\r\n]+/) }
}

/** Files of one text each, with or without white space around it. */
export function sourceOfTexts(files: readonly string[]): Source {
  return {
    texts: files.flatMap((file) => [file.trim(), file]),
    lines: files.flatMap((file) => file.split(/[\r\n]+/)),
  }
}

/** The titles that articles look for, by fingerprint, as far as a line is one. */
export function titlesIn(
  articles: readonly StandoffArticle[],
  lines: readonly string[],
): Map<string, string> {
  const wanted = new Map(
    articles.flatMap(({ text: { title } }) => (title ? [[title.fingerprint, title.length]] : [])),
  )
  const longest = Math.max(0, ...wanted.values())
  const titles = new Map<string, string>()
  for (const line of lines) {
    if (wanted.size === 0) break
    if (line.length > 2 * longest + 20) continue
    const { form } = matchForm(line)
    const fingerprint = form.length > longest ? '' : fingerprintOf(form)
    if (wanted.has(fingerprint) && !titles.has(fingerprint)) titles.set(fingerprint, line.trim())
  }
  return titles
}
