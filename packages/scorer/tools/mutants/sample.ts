import { readdirSync, readFileSync } from 'node:fs'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { type Site, sitesOf } from './sites.ts'

/** Word lists hold no rule, and an index only names things. */
const withoutRules = /(?:^|\/)(?:index|common-words|places)\.ts$/

/** `count` different sites of the source of the scorer, drawn with a seed, in source order. */
export function sampleSites(scorer: string, count: number, seed: number): Site[] {
  const all = readdirSync(`${scorer}src`, { recursive: true, encoding: 'utf8' })
    .map((name) => `src/${name.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.ts') && !withoutRules.test(file))
    .sort()
    .flatMap((file) => sitesOf(file, readFileSync(`${scorer}${file}`, 'utf8')))
  const random = xoroshiro128plus(seed)
  const drawn = new Set<number>()
  while (drawn.size < Math.min(count, all.length)) drawn.add(uniformInt(random, 0, all.length - 1))
  return [...drawn].sort((a, b) => a - b).map((index) => all[index]!)
}
