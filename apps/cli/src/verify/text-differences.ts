import type { Difference } from './json-differences.ts'

/** Lines of a rendered text that differ, with what stands around the first difference in each. */
export function textDifferences(stored: string, expected: string): Difference[] {
  return differingLines(stored, expected).map(({ line, ...sides }) => ({
    place: `line ${line}`,
    ...around(sides.stored ?? '', sides.recomputed ?? ''),
  }))
}

/** Cells of a CSV text that differ, each by the first columns of its row and the name of its own. */
export function csvDifferences(stored: string, expected: string): Difference[] {
  const header = cellsOf(expected.split('\n')[0] ?? '')
  return differingLines(stored, expected).flatMap(({ line, ...sides }) => {
    const [found, wanted] = [cellsOf(sides.stored ?? ''), cellsOf(sides.recomputed ?? '')]
    const named = (name: string) => wanted[header.indexOf(name)] ?? ''
    const row =
      line === 1 ? 'header' : ['task', 'metric', 'column', 'system'].map(named).filter(Boolean).join(' ')
    if (found.length !== wanted.length) return [{ place: `line ${line}, ${row}`, ...sides }]
    return wanted.flatMap((cell, i) =>
      cell === found[i]
        ? []
        : [{ place: `line ${line}, ${row}, ${header[i] ?? i + 1}`, stored: found[i]!, recomputed: cell }],
    )
  })
}

interface DifferingLine {
  /** 1-based. */
  readonly line: number
  readonly stored: string | null
  readonly recomputed: string | null
}

/** All of them where both have as many lines; else the first, for those after it have moved. */
function differingLines(stored: string, expected: string): DifferingLine[] {
  if (stored === expected) return []
  const [found, wanted] = [stored.split('\n'), expected.split('\n')]
  const differing = Array.from({ length: Math.max(found.length, wanted.length) }, (_, i) => ({
    line: i + 1,
    stored: found[i] ?? null,
    recomputed: wanted[i] ?? null,
  })).filter((line) => line.stored !== line.recomputed)
  return found.length === wanted.length ? differing : differing.slice(0, 1)
}

/** Records of ours never span lines: line breaks in data are shown as `\n`. */
function cellsOf(line: string): string[] {
  return [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) => cell)
}

const context = 30

function around(stored: string, recomputed: string): Pick<Difference, 'stored' | 'recomputed'> {
  let first = 0
  while (first < stored.length && stored[first] === recomputed[first]) first++
  const cut = (text: string) =>
    `${first > context ? '…' : ''}${text.slice(Math.max(0, first - context), first + context)}`
  return { stored: cut(stored), recomputed: cut(recomputed) }
}
