import type { Reporter, ReportModel } from '@assay/schema'
import { describe, expect, it } from 'vitest'

/**
 * The laws every reporter keeps, as a vitest suite: its file has a safe name; the same model gives the same
 * bytes and is not changed; output holds no control character but newline and tab and no number that is not
 * finite; and whatever ids, names, reasons and texts hold, none of it becomes markup, a link, a mention, a
 * formula, a further row or a terminal sequence. `model` should have boards, articles and predictions.
 */
export function reporterContract(reporter: Reporter, model: ReportModel): void {
  const render = (model: ReportModel) => reporter.render(deepFreeze(structuredClone(model)))

  describe(`the reporter contract: ${reporter.id}`, () => {
    it('names a file that is safe on every system', () => {
      expect(reporter.file).toMatch(/^[a-z0-9][a-z0-9-]*(\.[a-z0-9]+)+$/)
    })

    it('gives the same bytes twice, from a model that nobody may change', () => {
      const output = render(model)
      expect(output).not.toBe('')
      expect(render(model)).toBe(output)
    })

    it('writes clean output', () => {
      expect(reporterFaults(reporter.file, render(model))).toEqual([])
    })

    it('needs no board, no article and no run', () => {
      const { leaderboard } = model
      const bare = { ...model, details: [], articles: [], runs: [], speed: [] }
      expect(() => render({ ...bare, leaderboard: { ...leaderboard, boards: [] } })).not.toThrow()
    })

    it.each(attacks)('is not moved by data that hold %j', (attack) => {
      const output = render(attacked(model, attack))
      expect(reporterFaults(reporter.file, output)).toEqual([])
      if (reporter.file.endsWith('.html')) return
      expect(lineCount(output)).toBe(lineCount(render(attacked(model, 'plain '))))
    })
  })
}

/** What strings of the model are made to begin with, one at a time. */
const attacks = [
  '<script>alert(1)</script>',
  '</script></style></title><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '" onmouseover="alert(1)" x="',
  "' onfocus='alert(1)' autofocus x='",
  '<svg/onload=alert(1)>',
  '-->\n<!-- /measured --><script>alert(1)</script>',
  'javascript:alert(1)',
  'a|b\\|c',
  '![image](https://example.org/x.png)',
  '[link](https://example.org)',
  'https://example.org www.example.org',
  '@someone and #1',
  '`code` ``more``',
  '# heading',
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  '\uff1d1+1',
  '"quoted",=1+1',
  'two\nlines',
  'two\r\nlines',
  'line\u2028separator',
  '\u001b[31mred\u001b[0m',
  '\u001b]8;;https://example.org\u0007link\u001b]8;;\u0007',
  '\u009b31m',
  '\u202eright to left',
  '\u0000',
  '\n::error::no command',
]

/** Keys whose strings come from people, systems or files. */
const dataKeys = new Set(
  `system name a b title text message reason because intervalBecause unrankedBecause smallestDifferenceBecause
  notResult meaning label source holder description author publisher agency url licence version digest signature
  cpu node platform article id texts annotation references value code adapter`.split(/\s+/),
)

/** The model with `attack` in front of every such string; behind it in texts that spans refer to. */
function attacked(model: ReportModel, attack: string): ReportModel {
  const walk = (value: unknown, key: string, parent: string): unknown => {
    if (typeof value === 'string') {
      if (!dataKeys.has(key) || value === 'narrator') return value
      return parent === 'article' && key === 'text' ? value + attack : attack + value
    }
    if (Array.isArray(value)) return value.map((item) => walk(item, key, parent))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, walk(item, name, key)]))
  }
  return walk(model, '', '') as ReportModel
}

/** What is wrong with the output of a reporter, judged by the kind of its file. */
export function reporterFaults(file: string, output: string): string[] {
  const kind = file.slice(file.lastIndexOf('.') + 1)
  return [...everywhere(output), ...(kinds[kind]?.(output) ?? [])]
}

const kinds: Readonly<Record<string, (output: string) => string[]>> = {
  html: htmlFaults,
  md: markdownFaults,
  csv: csvFaults,
  json: jsonFaults,
  txt: textFaults,
}

function everywhere(output: string): string[] {
  return [
    ...found(output, /[^\P{Cc}\n\t]/u, 'a control character'),
    ...found(output, /[\u2028\u2029\u202a-\u202e\u2066-\u2069]/, 'a separator or bidi control'),
    ...(output.isWellFormed() ? [] : ['a lone surrogate']),
    ...found(output, /(?<![\p{L}\p{N}])(NaN|-?Infinity)(?![\p{L}\p{N}])/u, 'a number that is not finite'),
    ...found(output, /\[object \w+\]/, 'an object written as text'),
  ]
}

function htmlFaults(output: string): string[] {
  const attributes = attributesOf(output)
  const handlers = attributes.filter(({ name }) => name.startsWith('on'))
  const links = attributes.filter(({ name, value }) => linking.has(name) && !value.startsWith('#'))
  const styles = /<style.*?<\/style>/s.exec(output)?.[0] ?? ''
  return [
    ...found(
      output,
      /<(script|img|iframe|object|embed|link|base|form|audio|video)\b/i,
      'an element that loads',
    ),
    ...handlers.map(({ name, value }) => `an event handler: ${name}=${value}`),
    ...links.map(({ name, value }) => `a link that leaves the page: ${name}=${value}`),
    ...found(styles, /url\(|@import/i, 'a style that loads'),
  ]
}

const linking = new Set(['href', 'xlink:href', 'src', 'srcset', 'action', 'formaction', 'poster', 'data'])

/** Every attribute of every tag, as a browser would cut them. */
function attributesOf(html: string): { name: string; value: string }[] {
  const tags = html.matchAll(/<[a-z][^\s/>]*((?:[^"'>]|"[^"]*"|'[^']*')*)>/gi)
  return [...tags].flatMap(([, inside]) =>
    [...(inside ?? '').matchAll(/([^\s/=>"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g)].map(
      ([, name, double, single, bare]) => ({
        name: (name ?? '').toLowerCase(),
        value: double ?? single ?? bare ?? '',
      }),
    ),
  )
}

function markdownFaults(output: string): string[] {
  const prose = output.replace(/(?<!`)(`+)(?!`)(.*?[^`])\1(?!`)/g, '')
  const widths = output.split(/\n\s*\n/).map((block) => {
    const rows = block.split('\n').filter((line) => line.startsWith('|'))
    return new Set(rows.map((row) => row.match(/(?<!\\)\|/g)?.length)).size
  })
  return [
    ...found(prose, /(?<!\\)<[a-z/!]/i, 'HTML'),
    ...found(prose, /(?<!\\)\]\(|(?<!\\)!\[/, 'a link or an image'),
    ...found(prose, /https?:|www\./, 'an address that becomes a link'),
    ...found(prose, /@\w/, 'a mention'),
    ...found(prose, /(?<![\w&])#\d/, 'a reference to an issue'),
    ...(widths.some((width) => width > 1) ? ['a table row of another width'] : []),
  ]
}

function csvFaults(output: string): string[] {
  const records = parseCsv(output)
  const isFormula = (cell: string) =>
    /^[=+@\t\r\uff1d\uff0b\uff0d\uff20]/.test(cell) ||
    (cell.startsWith('-') && !Number.isFinite(Number(cell)))
  return [
    ...(new Set(records.map((record) => record.length)).size > 1 ? ['a record of another width'] : []),
    ...records.flat().flatMap((cell) => (isFormula(cell) ? [`a formula: ${JSON.stringify(cell)}`] : [])),
  ]
}

/** RFC 4180, for output that is expected to keep it. */
function parseCsv(output: string): string[][] {
  const records: string[][] = [[]]
  for (const [, quoted, plain, end] of output.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\r?\n|$)/g)) {
    records.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end !== ',' && end !== '') records.push([])
  }
  return records.filter((record) => record.some((cell) => cell !== ''))
}

function jsonFaults(output: string): string[] {
  try {
    JSON.parse(output)
    return []
  } catch (error) {
    return [`not JSON: ${String(error)}`]
  }
}

/** Text that a build server prints line by line. */
function textFaults(output: string): string[] {
  return found(output, /^\s*(::|##\[)/m, 'a command to the build server')
}

function found(output: string, pattern: RegExp, what: string): string[] {
  const hit = pattern.exec(output)
  if (hit === null) return []
  return [`${what}: ${JSON.stringify(output.slice(Math.max(0, hit.index - 40), hit.index + 60))}`]
}

function lineCount(output: string): number {
  return output.split('\n').length
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(deepFreeze)
    Object.freeze(value)
  }
  return value
}
