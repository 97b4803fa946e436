/** One place where what is stored is not what was computed again; null: there is nothing on that side. */
export interface Difference {
  /** In words, outermost first: `board entities, row wink, low`. */
  readonly place: string
  readonly stored: string | null
  readonly recomputed: string | null
}

/**
 * Every value of a stored JSON text that is not the expected one. Where the values agree and the texts do not (digits
 * beyond the precision of a number, white space), or the stored text is no JSON, lines that differ are named instead.
 */
export function jsonDifferences(stored: string, expected: string): Difference[] {
  if (stored === expected) return []
  const wanted: unknown = JSON.parse(expected)
  const found = parsed(stored)
  const differences = found === undefined ? [] : valueDifferences(found.value, wanted)
  return differences.length > 0 ? differences : lineDifferences(stored, expected, wanted)
}

export function valueDifferences(
  stored: unknown,
  expected: unknown,
  place: readonly string[] = [],
): Difference[] {
  if (Array.isArray(stored) && Array.isArray(expected)) {
    const length = Math.max(stored.length, expected.length)
    return Array.from({ length }, (_, i) => {
      const name = elementName(place.at(-1) ?? '', expected[i] ?? stored[i], i)
      return valueDifferences(stored[i], expected[i], [...place.slice(0, -1), name])
    }).flat()
  }
  if (isObject(stored) && isObject(expected)) {
    return [...new Set([...Object.keys(expected), ...Object.keys(stored)])].flatMap((key) =>
      valueDifferences(stored[key], expected[key], [...place, key]),
    )
  }
  if (Object.is(stored, expected)) return []
  return [{ place: place.join(', '), stored: textOf(stored), recomputed: textOf(expected) }]
}

/** How many numbers a value holds. */
export function countNumbers(value: unknown): number {
  if (typeof value === 'number') return 1
  if (typeof value !== 'object' || value === null) return 0
  return Object.values(value).reduce((sum: number, part) => sum + countNumbers(part), 0)
}

function lineDifferences(stored: string, expected: string, value: unknown): Difference[] {
  const [storedLines, lines] = [stored.split('\n'), expected.split('\n')]
  const places = [...linePlaces(value, [])]
  const all = lines.flatMap((line, i) =>
    line === storedLines[i]
      ? []
      : [
          {
            place: places[i]?.join(', ') || `line ${i + 1}`,
            stored: storedLines[i]?.trim() ?? null,
            recomputed: line.trim(),
          },
        ],
  )
  if (lines.length === storedLines.length) return all
  return all.length > 0
    ? all.slice(0, 1)
    : [{ place: `line ${lines.length + 1}`, stored: storedLines[lines.length] ?? null, recomputed: null }]
}

/** The place that each line of an indented JSON text is about, in order. */
function* linePlaces(value: unknown, place: readonly string[]): Generator<readonly string[]> {
  yield place
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) return
  for (const [key, part] of Object.entries(value)) {
    const name = Array.isArray(value)
      ? [...place.slice(0, -1), elementName(place.at(-1) ?? '', part, Number(key))]
      : [...place, key]
    yield* linePlaces(part, name)
  }
  yield place
}

/** Elements are called by what they are about, not by their position. */
function elementName(list: string, element: unknown, index: number): string {
  const { task, system, a, b, metric } = isObject(element) ? element : {}
  if (list === 'boards') return `board ${textOf(task, '?')}`
  if (list === 'rows') return `row ${textOf(system, '?')}`
  if (list === 'runs') return `run ${textOf(system, '?')}`
  if (list === 'pairs') return `pair ${textOf(a, '?')} and ${textOf(b, '?')}`
  if (list === 'scores') return `metric ${textOf(metric, '?')}`
  if (list === 'rank') return index === 0 ? 'best rank' : 'worst rank'
  return `${list} ${index + 1}`
}

function textOf(value: unknown): string | null
function textOf(value: unknown, none: string): string
function textOf(value: unknown, none: string | null = null): string | null {
  if (value === undefined) return none
  if (typeof value === 'string') return value
  const text = JSON.stringify(value)
  return text.length > longest ? `${text.slice(0, longest)} …` : text
}

/** Characters of a whole object that is missing or one too many. */
const longest = 120

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
