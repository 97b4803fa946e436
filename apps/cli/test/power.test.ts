import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { assay, scratch } from './command.ts'

const newswire = join(fileURLToPath(new URL('../../../datasets/', import.meta.url)), 'newswire')

describe('assay data stats --power', () => {
  it('plans with the assumed spread where nothing was run, in text and as JSON', async () => {
    const folder = scratch()
    const text = await assay(['data', 'stats', newswire, '--power'], folder)
    expect(text.code).toBe(0)
    expect(text.stdout).toContain('entities  mentions.strict.f1, ')
    expect(text.stdout).toContain('sd 0.110 (assumed)')
    const json = await assay(['data', 'stats', newswire, '--power', '--json'], folder)
    const { power, units } = JSON.parse(json.stdout)
    expect(power.map((one: { task: string }) => one.task)).toEqual([
      'entities',
      'dates',
      'claims',
      'summaries',
    ])
    for (const one of power) {
      expect(one.units).toBeLessThanOrEqual(units)
      const shown = one.smallestDifferences.map(({ difference }: { difference: number }) => difference)
      expect(shown).toEqual([...shown].sort((a, b) => a - b))
      expect(one.smallestDifferences.map(({ systems }: { systems: number }) => systems)).toEqual([
        2, 3, 4, 5, 6, 7, 8, 9, 10,
      ])
    }
  })

  it('takes the spread given, and smaller differences need more units', async () => {
    const { stdout } = await assay(['data', 'stats', newswire, '--power', '--sd', '0.2', '--json'], scratch())
    for (const { sd, sdFrom, moreUnits } of JSON.parse(stdout).power) {
      expect([sd, sdFrom]).toEqual([0.2, 'given'])
      const needed = moreUnits.map(({ units }: { units: number }) => units)
      expect(needed).toEqual([...needed].sort((a, b) => b - a))
      // About (2.80 x 0.2 / 0.01)^2 for one point.
      expect(needed[0]).toBeGreaterThan(3_000)
    }
  })

  it('refuses a spread that is not above 0', async () => {
    const { code, stderr } = await assay(['data', 'stats', newswire, '--power', '--sd', '0'], scratch())
    expect(code).toBe(2)
    expect(stderr).toContain('Give a number above 0')
  })
})
