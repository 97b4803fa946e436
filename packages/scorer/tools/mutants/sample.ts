import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { type Site, sitesOf } from './sites.ts'

/** Word lists hold no rule, and an index only names things. */
const withoutRules = /(?:^|\/)(?:index|common-words|places)\.ts$/

/**
 * `count` different sites of the source of the scorer, drawn with a seed, in source order. A site is drawn by a hash of
 * what is changed there, not by its number: a line that changes elsewhere leaves the draw as it is.
 */
export function sampleSites(scorer: string, count: number, seed: number): Site[] {
  const all = readdirSync(`${scorer}src`, { recursive: true, encoding: 'utf8' })
    .map((name) => `src/${name.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.ts') && !withoutRules.test(file))
    .sort()
    .flatMap((file) => sitesOf(file, readFileSync(`${scorer}${file}`, 'utf8')))
  const times = new Map<string, number>()
  return all
    .map((site, at) => {
      const change = JSON.stringify([seed, site.file, site.original, site.mutated])
      const nth = times.get(change) ?? 0
      times.set(change, nth + 1)
      return { site, at, rank: createHash('sha256').update(`${change} ${nth}`).digest('hex') }
    })
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, count)
    .sort((a, b) => a.at - b.at)
    .map(({ site }) => site)
}
