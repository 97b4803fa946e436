import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { assay, scratch } from './command.ts'

async function runWith(config: string, files: Record<string, string> = {}) {
  const cwd = scratch()
  writeFileSync(join(cwd, 'assay.config.ts'), config)
  for (const [name, content] of Object.entries(files)) writeFileSync(join(cwd, name), content)
  return { cwd, ...(await assay(['run', '--json'], cwd)) }
}

describe('assay.config.ts', () => {
  it.each([
    ['an unknown key', `export default { datset: 'x' }`, 'unknown key "datset" (did you mean "dataset"?)'],
    ['no default export', `export const config = {}`, 'has no default export'],
    ['a syntax error', `export default {`, 'does not run'],
    ['a throw', `throw new Error('boom')`, 'does not run: boom'],
    ['a system that is none', `export default { systems: { x: 5 } }`, 'systems.x: a system is an extractor'],
    [
      'a name that is none',
      `export default { systems: { '../x': () => null } }`,
      'a system name is 1 to 64 letters',
    ],
    [
      'a kind that is none',
      `export default { systems: { x: { kind: 'extracter' } } }`,
      'systems.x: kind: Invalid option',
    ],
    [
      'a task that is none',
      `export default { systems: { x: { kind: 'extractor', adapter: 'x', version: '1', tasks: ['entites'], extract: () => ({}) } } }`,
      'systems.x: tasks.0: Invalid option',
    ],
    [
      'an extractor that does not',
      `export default { systems: { x: { kind: 'extractor', adapter: 'x', version: '1', tasks: ['dates'] } } }`,
      'systems.x: a system of kind extractor needs extract()',
    ],
    [
      'a metric that is there already',
      `export default { metrics: [{ id: 'rouge', collect: () => ({}), finish: () => ({}) }] }`,
      'two metrics have the id "rouge"',
    ],
    ['workers that are none', `export default { workers: 0 }`, 'workers'],
  ])('with %s ends with 2 and names it', async (_, config, message) => {
    const { code, stderr } = await runWith(config)
    expect(stderr).toContain(message)
    expect(code).toBe(2)
  })

  it('changes the identity of its runs when a file that it imports lazily changes', async () => {
    const config = `
      export default { systems: { x: async () => (await import('./system.ts')).system } }`
    const system = (label: string) => `
      export const system = { kind: 'extractor', adapter: 'x', version: '1', tasks: ['entities'],
        extract: () => ({ mentions: [] }) } // ${label}`
    const { cwd, code } = await runWith(config, { 'system.ts': system('one') })
    expect(code).toBe(0)
    const list = async (): Promise<string[]> =>
      JSON.parse((await assay(['list', 'runs', '--json'], cwd)).stdout).runs.map(
        (run: { name: string }) => run.name,
      )
    const before = await list()
    await assay(['run'], cwd)
    expect(await list()).toEqual(before)
    writeFileSync(join(cwd, 'system.ts'), system('two'))
    await assay(['run'], cwd)
    expect((await list()).length).toBe(before.length + 1)
  })
})
