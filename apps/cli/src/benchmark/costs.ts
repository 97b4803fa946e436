import type { RunResult } from '@assay/runner'
import {
  addUsage,
  type Article,
  type AssayConfig,
  AssayError,
  type SummaryRequest,
  type Usage,
} from '@assay/schema'
import { type NamedSystem, systemEntries } from '../systems.ts'

export interface ExpectedCosts {
  /** By name: what a system takes at most; null: nobody knows. Systems that take nothing are not there. */
  readonly usages: ReadonlyMap<string, Usage | null>
  /** What a user reads before the run; one line a system that says what it expects. */
  readonly lines: readonly string[]
}

/**
 * What systems are expected to take for these articles, by their own word. A system of the config that is made by a
 * function is not made for this: its cost is not known.
 */
export function expectCosts(
  config: AssayConfig,
  systems: readonly NamedSystem[],
  { articles, request }: { readonly articles: readonly Article[]; readonly request: SummaryRequest },
): ExpectedCosts {
  const usages = new Map<string, Usage | null>()
  for (const { name, predictions, tasks } of systems) {
    const entry = predictions === null ? systemEntries(config)[name] : undefined
    if (typeof entry === 'object' && entry.expect !== undefined) {
      const usage = addUsage(articles.map((article) => entry.expect!(article, request)))
      if (Object.keys(usage).length > 0) usages.set(name, usage)
    } else if (tasks === null || (typeof entry === 'object' && entry.network === true)) usages.set(name, null)
  }
  const known = [...usages].filter(([, usage]) => usage !== null)
  return {
    usages,
    lines: known.map(([name, usage]) => `${name} will take up to about ${usageText(usage!)}`),
  }
}

/**
 * How many dollars each system may cost, so that all together cost `maxCost` at most, but for the article on which
 * one goes beyond: shares by what is expected; systems of unknown cost share what the others leave.
 *
 * @throws AssayError `usage` if more is expected than allowed, or a system that must be paid has no prices
 */
export function splitBudget({ usages }: ExpectedCosts, maxCost: number | undefined): Map<string, number> {
  if (maxCost === undefined) return new Map()
  const known = [...usages].flatMap(([name, usage]) => (usage === null ? [] : [{ name, usd: usage.usd }]))
  const unknown = [...usages].flatMap(([name, usage]) => (usage === null ? [name] : []))
  const unpriced = known.filter(({ usd }) => usd === undefined).map(({ name }) => name)
  if (unpriced.length > 0) {
    throw new AssayError('usage', `--max-cost cannot be kept: ${unpriced.join(', ')} names no prices`, {
      hint: 'Give `prices: { input, output }` in the config, in US dollars per million tokens; 0 where it is free.',
    })
  }
  const expected = known.reduce((sum, { usd = 0 }) => sum + usd, 0)
  if (expected > maxCost) {
    throw new AssayError('usage', `the run can cost ${dollars(expected)}, more than --max-cost ${maxCost}`, {
      hint: 'Raise --max-cost, take fewer articles (--limit), or lower `maxOutputTokens` in the config.',
    })
  }
  const stretch = unknown.length > 0 || expected === 0 ? 1 : maxCost / expected
  return new Map([
    ...known.filter(({ usd = 0 }) => usd > 0).map(({ name, usd = 0 }) => [name, usd * stretch] as const),
    ...unknown.map((name) => [name, (maxCost - expected) / unknown.length] as const),
  ])
}

/** `gpt took 20123 tokens in, 8123 out, 0.1213 USD`; null for a system that spent nothing. */
export function spentLine({ record, timings }: RunResult): string | null {
  const usage = spent(timings)
  return Object.keys(usage).length === 0 ? null : `${record.system.name} took ${usageText(usage)}`
}

/** Why a run was stopped at its share of `--max-cost`. */
export function overBudget({ record, timings, predictions, folder }: RunResult): AssayError {
  const { usd = 0 } = spent(timings)
  const message =
    `${record.system.name} was stopped at its part of --max-cost: ${dollars(usd)} ` +
    `for ${predictions.length} of ${record.counts.expected} articles`
  return new AssayError('run-incomplete', message, {
    hint:
      `Its answers so far are in ${folder}. Running again starts over and pays again; ` +
      'with `recordings` in the config, replies that were recorded cost nothing.',
  })
}

function spent(timings: RunResult['timings']): Usage {
  return addUsage(timings.flatMap(({ usage }) => usage ?? []))
}

function usageText({ inputTokens, outputTokens, usd }: Usage): string {
  return [
    inputTokens === undefined ? null : `${inputTokens} tokens in`,
    outputTokens === undefined ? null : `${outputTokens} out`,
    usd === undefined ? 'no prices given' : dollars(usd),
  ]
    .filter((part) => part !== null)
    .join(', ')
}

/** Four digits: an article can cost less than a cent. */
function dollars(usd: number): string {
  return `${usd.toFixed(4)} USD`
}
