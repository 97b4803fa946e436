import { readFileSync } from 'node:fs'
import { claimPresence, createClaimReader } from '@assay/scorer'

/** How well `claimPresence` agrees with people who say which content units a summary has. */
export interface Agreement {
  /** Labels: one unit in one summary. */
  readonly labels: number
  /** Labels of more than half of the votes for present. */
  readonly present: number
  readonly systems: number
  readonly articles: number
  /** The chance that a present unit scores above an absent one, ties half. */
  readonly auc: number
  /** Cohen's kappa of found (two thirds of the unit, as the metric decides) and present. */
  readonly kappa: number
  /** Pearson over systems, of the means over articles of the share found and the share present. */
  readonly systemLevel: number
  /** Mean over articles of Pearson over their summaries, of mean presence and the share present. */
  readonly summaryLevel: number
}

/** One unit of one summary: how present we find it, and what people say. */
interface Judged {
  readonly doc: string
  readonly system: string
  readonly presence: number
  readonly isPresent: boolean
}

/** `folder` holds `content-units.jsonl` and `labels.jsonl` of the REALSumm data. */
export function claimAgreement(folder: URL): Agreement {
  const judged = judge(folder)
  const systems = [...groupBy(judged, (one) => one.system).values()]
  const articles = [...groupBy(judged, (one) => one.doc).values()]
  const byArticle = (list: readonly Judged[], of: (units: readonly Judged[]) => number) =>
    mean([...groupBy(list, (one) => one.doc).values()].map(of))
  return {
    labels: judged.length,
    present: judged.filter((one) => one.isPresent).length,
    systems: systems.length,
    articles: articles.length,
    auc: areaUnderCurve(judged),
    kappa: kappa(judged.map((one) => [isFound(one), one.isPresent])),
    systemLevel: pearson(systems.map((list) => [byArticle(list, foundShare), byArticle(list, presentShare)])),
    summaryLevel: mean(
      articles.map((list) => {
        const summaries = [...groupBy(list, (one) => one.system).values()]
        return pearson(
          summaries.map((units) => [mean(units.map((one) => one.presence)), presentShare(units)]),
        )
      }),
    ),
  }
}

function judge(folder: URL): Judged[] {
  const read = createClaimReader({ article: {}, gold: {} })
  const lines = <T>(file: string): T[] =>
    readFileSync(new URL(file, folder), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
  const unitTexts = new Map(
    lines<{ units: { id: number; text: string }[] }>('content-units.jsonl').flatMap(({ units }) =>
      units.map(({ id, text }) => [id, read(text)] as const),
    ),
  )
  type Labelled = { doc: string; system: string; summary: string; units: { id: number; votes: string }[] }
  return lines<Labelled>('labels.jsonl').flatMap(({ doc, system, summary, units }) => {
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

function isFound(one: Judged): boolean {
  return one.presence >= 2 / 3
}

function foundShare(units: readonly Judged[]): number {
  return units.filter(isFound).length / units.length
}

function presentShare(units: readonly Judged[]): number {
  return units.filter((one) => one.isPresent).length / units.length
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
