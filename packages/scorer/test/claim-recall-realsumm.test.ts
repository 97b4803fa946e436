import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createClaimReader } from '../src/claims/reader.ts'
import { claimPresence } from '../src/summaries/recalled.ts'

const folder = new URL('../../../../shared/data/realsumm-abstractive/', import.meta.url)

interface Summary {
  doc: string
  system: string
  summary: string
  units: { id: number; votes: string }[]
}

/** One unit of one summary: how present we find it, and what people say. */
interface Judged {
  doc: string
  system: string
  presence: number
  isPresent: boolean
}

describe.skipIf(!existsSync(folder))(
  'claim presence against the human labels of REALSumm (data beside the repository; skipped where it is absent)',
  () => {
    const judged = existsSync(folder) ? judge() : []

    it('covers every unit of every summary', () => {
      expect(judged).toHaveLength(14_784)
      expect(judged.filter((one) => one.isPresent)).toHaveLength(6_370)
    })

    it('agrees with people as well as this rule did when it was chosen, within 0.02', () => {
      expect(areaUnderCurve(judged)).toBeGreaterThanOrEqual(0.88 - 0.02)
      expect(kappa(judged.map((one) => [isFound(one), one.isPresent]))).toBeGreaterThanOrEqual(0.602 - 0.02)
    })

    it('orders systems as people do, within 0.02', () => {
      const systems = [...groupBy(judged, (one) => one.system).values()]
      expect(systems).toHaveLength(14)
      const overArticles = (list: readonly Judged[], of: (units: readonly Judged[]) => number) =>
        mean([...groupBy(list, (one) => one.doc).values()].map(of))
      const shares = systems.map(
        (list) => [overArticles(list, foundShare), overArticles(list, presentShare)] as const,
      )
      expect(pearson(shares)).toBeGreaterThanOrEqual(0.963 - 0.02)
    })

    it('orders the summaries as people do, within 0.02', () => {
      const summariesOf = (list: readonly Judged[]) => [...groupBy(list, (one) => one.system).values()]
      const articles = [...groupBy(judged, (one) => one.doc).values()].map(summariesOf)
      expect(articles).toHaveLength(100)
      // Article by article with the share of words found, as the figures of the data's own page are made.
      const within = articles.map((list) =>
        pearson(list.map((units) => [mean(units.map((one) => one.presence)), presentShare(units)])),
      )
      expect(mean(within)).toBeGreaterThanOrEqual(0.65 - 0.02)
      // All summaries together, with claims that are found or not.
      const all = articles.flat().map((units) => [foundShare(units), presentShare(units)] as const)
      expect(all).toHaveLength(1_400)
      expect(pearson(all)).toBeGreaterThanOrEqual(0.63)
    })
  },
)

function isFound(one: Judged): boolean {
  return one.presence >= 2 / 3
}

function foundShare(units: readonly Judged[]): number {
  return units.filter(isFound).length / units.length
}

function presentShare(units: readonly Judged[]): number {
  return units.filter((one) => one.isPresent).length / units.length
}

function judge(): Judged[] {
  const read = createClaimReader({ article: {}, gold: {} })
  const unitTexts = new Map(
    lines<{ units: { id: number; text: string }[] }>('content-units.jsonl').flatMap(({ units }) =>
      units.map(({ id, text }) => [id, read(text)] as const),
    ),
  )
  return lines<Summary>('labels.jsonl').flatMap(({ doc, system, summary, units }) => {
    const whole = read(untokenised(summary))
    return units.map(({ id, votes }) => ({
      doc,
      system,
      presence: claimPresence(unitTexts.get(id)!, whole),
      isPresent: votes.replaceAll('n', '').length > votes.length / 2,
    }))
  })
}

/** The data holds its summaries cut into tokens; systems answer with text. */
function untokenised(summary: string): string {
  return summary.replaceAll(/(?<=\w) - (?=\w)/g, '-').replaceAll(/(?<=\d) , (?=\d{3}\b)/g, ',')
}

function lines<T>(file: string): T[] {
  return readFileSync(new URL(file, folder), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group === undefined) groups.set(keyOf(item), [item])
    else group.push(item)
  }
  return groups
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** The chance that a present unit scores above an absent one, ties half. */
function areaUnderCurve(judged: readonly Judged[]): number {
  const sorted = [...groupBy(judged, (one) => one.presence)].sort(([a], [b]) => a - b)
  let below = 0
  let area = 0
  for (const [, tied] of sorted) {
    const present = tied.filter((one) => one.isPresent).length
    const absent = tied.length - present
    area += present * (below + absent / 2)
    below += absent
  }
  return area / (below * (judged.length - below))
}

function kappa(pairs: readonly (readonly [boolean, boolean])[]): number {
  const share = (is: (pair: readonly [boolean, boolean]) => boolean) => pairs.filter(is).length / pairs.length
  const observed = share(([a, b]) => a === b)
  const [a, b] = [share(([a]) => a), share(([, b]) => b)]
  const expected = a * b + (1 - a) * (1 - b)
  return (observed - expected) / (1 - expected)
}

/** 0 where a side does not vary. */
function pearson(pairs: readonly (readonly [number, number])[]): number {
  const [x, y] = [mean(pairs.map(([x]) => x)), mean(pairs.map(([, y]) => y))]
  const sum = (of: (dx: number, dy: number) => number) =>
    pairs.reduce((sum, [a, b]) => sum + of(a - x, b - y), 0)
  const scale = Math.sqrt(sum((dx) => dx * dx) * sum((_, dy) => dy * dy))
  return scale === 0 ? 0 : sum((dx, dy) => dx * dy) / scale
}
