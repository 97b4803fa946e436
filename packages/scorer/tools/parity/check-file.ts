import { type Comparison, compare } from './compare.ts'
import type { Section, Vectors } from './vectors.ts'

export interface FileResult extends Comparison {
  readonly file: string
  readonly deviations: readonly { readonly name: string; readonly reason: string; readonly numbers: number }[]
}

/** Every number of one file against ours. A file that lacks a section, or holds one unknown to us, fails. */
export function checkFile(vectors: Vectors, whole: Readonly<Record<string, unknown>>): FileResult {
  const result: Comparison = { compared: 0, largest: 0, failures: [] }
  const numbers = (vectors.deviations ?? []).map(() => 0)
  for (const key of Object.keys(whole)) {
    if (key !== 'meta' && !(key in vectors.sections)) result.failures.push(`unknown section ${key}`)
  }
  for (const [key, section] of Object.entries(vectors.sections)) {
    const cases = casesOf(whole[key])
    if (cases.length === 0) result.failures.push(`the section ${key} is missing or empty`)
    cases.forEach((one, i) => {
      const where = `${key}[${i}]`
      try {
        compareCase(section, one, whole, where, result)
        vectors.deviations?.forEach((deviation, d) => (numbers[d]! += deviation.differing(one as never)))
      } catch (error) {
        result.failures.push(`${where}: ${error instanceof Error ? error.message : String(error)}`)
      }
    })
  }
  const deviations = (vectors.deviations ?? []).map(({ name, reason }, d) => ({
    name,
    reason,
    numbers: numbers[d]!,
  }))
  return { file: vectors.file, deviations, ...result }
}

function casesOf(section: unknown): readonly unknown[] {
  if (section === undefined) return []
  return Array.isArray(section) ? section : [section]
}

function compareCase(
  section: Section,
  one: unknown,
  whole: unknown,
  where: string,
  result: Comparison,
): void {
  const reference =
    typeof one === 'object' && one !== null && section.inputs.length > 0
      ? Object.fromEntries(Object.entries(one).filter(([key]) => !section.inputs.includes(key)))
      : one
  const answer = section.answer(one as never, whole as never)
  const tolerance = (path: string) => section.tolerance?.(path) ?? 1e-9
  compare(reference, answer, tolerance, where, result)
}
