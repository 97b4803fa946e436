import { metrics, moreMetrics } from '@assay/scorer'
import { expect, it } from 'vitest'
import { assay, scratch } from './command.ts'

it('lists every metric, and says which are computed on request', async () => {
  const { code, stdout } = await assay(['list', 'metrics'], scratch())
  expect(code).toBe(0)
  for (const { id, task } of metrics) expect(stdout).toMatch(new RegExp(`^ {2}${id} +${task}: `, 'm'))
  for (const { id, task } of moreMetrics) {
    expect(stdout).toMatch(new RegExp(`^ {2}${id} +${task}, on request(, asks a judge)?: `, 'm'))
  }
})

it('shows the card of one metric, wrapped', async () => {
  const { code, stdout } = await assay(['list', 'metrics', 'mentions'], scratch())
  expect(code).toBe(0)
  for (const words of ['Mentions', 'strict.f1', 'Columns', 'Options', 'view']) expect(stdout).toContain(words)
  for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(110)
})

it('gives the card as JSON', async () => {
  const { stdout } = await assay(['list', 'metrics', 'claims', '--json'], scratch())
  expect(JSON.parse(stdout)).toMatchObject({ id: 'claims', headline: 'f1' })
})

it.each([
  [['list', 'metrics', 'mention'], 'there is no metric "mention" (did you mean "mentions"?)'],
  [['list', 'systems', 'wink'], 'takes no name'],
])('refuses %j with 2', async (args, message) => {
  const { code, stderr } = await assay(args, scratch())
  expect(stderr).toContain(message)
  expect(code).toBe(2)
})
