import { describe, expect, it } from 'vitest'
import { assay, scratch } from './command.ts'

describe('assay --help', () => {
  it.each([
    [[]],
    [['run']],
    [['report']],
    [['compare']],
    [['verify']],
    [['judge']],
    [['list']],
    [['check-adapter']],
    [['doctor']],
    [['models']],
    [['models', 'add']],
    [['models', 'list']],
    [['models', 'check']],
    [['data']],
    [['data', 'check']],
    [['data', 'stats']],
    [['data', 'split-page']],
    [['data', 'standoff']],
    [['data', 'hydrate']],
    [['init']],
  ])('of %j shows usage and an example', async (command: string[]) => {
    const { code, stdout } = await assay([...command, '--help'], scratch())
    expect(code).toBe(0)
    expect(stdout).toContain(`Usage: assay${command.length > 0 ? ` ${command.join(' ')}` : ''}`)
    expect(stdout).toMatch(/Examples?:\n {2}\$ assay /)
  })

  it('lists the exit codes', async () => {
    const { stdout } = await assay(['--help'], scratch())
    expect(stdout).toMatch(/Exit codes:\n {4}0 {2}complete/)
  })
})

describe('a wrong command line', () => {
  it.each([
    [['rum'], "unknown command 'rum'\n(Did you mean run?)"],
    [['run', '--sytem', 'wink'], "unknown option '--sytem'\n(Did you mean --system?)"],
    [['run', '--limit', '0'], 'Give a whole number of at least 1.'],
    [['run', '--task', 'dats'], 'Allowed choices are entities, dates, claims, summaries.'],
    [['run', '--system', 'wnk'], 'no system matches "wnk" (did you mean "wink"?)'],
    [['run', '--dataset', 'newswir'], 'there is no dataset "newswir" (did you mean "newswire"?)'],
    [['run', '--grep', '('], 'grep'],
    [['report'], 'there is no earlier run'],
    [['list', 'metric'], 'Allowed choices are systems, metrics'],
  ])('%j ends with 2 and says what to do', async (args, message) => {
    const cwd = scratch()
    const { code, stdout, stderr } = await assay(args, cwd)
    expect(stderr).toContain(message)
    expect(stdout).toBe('')
    expect(code).toBe(2)
  })
})
