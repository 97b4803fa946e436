import { createHash } from 'node:crypto'
import { cpSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Leaderboard, RunRecord } from '@assay/schema'
import { describe, expect, it } from 'vitest'
import { assay, scratch } from './command.ts'

const model = fileURLToPath(new URL('../../../packages/adapters/house-ner/model', import.meta.url))
const without = {
  NODE_OPTIONS: `--import ${new URL('fixtures/without-transformers.mjs', import.meta.url).href}`,
}
const install = /npm install @xenova\/transformers@npm:@huggingface\/transformers@[\d.]+/

function systems(stdout: string): string[] {
  const [board] = (JSON.parse(stdout) as Leaderboard).boards
  return board!.rows.map(({ system }) => system)
}

function sha256(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}

describe('the house model', () => {
  it('is ranked by default, with the hash of each of its files in the record', async () => {
    const cwd = scratch()
    const { code, stdout, stderr } = await assay(['run', '--json', '-t', 'entities', '--limit', '2'], cwd)
    expect(stderr).not.toContain('left out')
    expect(code).toBe(0)
    expect(systems(stdout)).toContain('house')
    const folder = readdirSync(join(cwd, '.assay/runs')).find((run) => run.startsWith('house-'))
    const record: RunRecord = JSON.parse(readFileSync(join(cwd, '.assay/runs', folder!, 'run.json'), 'utf8'))
    const sums: Record<string, string> = JSON.parse(readFileSync(join(model, 'checksums.json'), 'utf8'))
    expect(record.system.files).toEqual(
      Object.fromEntries(Object.entries(sums).map(([path, sum]) => [path.replace('onnx/', ''), sum])),
    )
  })

  it('is left out where its library is not installed, with one line that says how to install it', async () => {
    const { code, stdout, stderr } = await assay(
      ['run', '--json', '-t', 'entities', '--limit', '2'],
      scratch(),
      without,
    )
    expect(code).toBe(0)
    expect(systems(stdout)).toContain('capitals')
    expect(systems(stdout)).not.toContain('house')
    const lines = stderr.split('\n').filter((line) => line.includes('house'))
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(install)
  })

  it('that is asked for by name without its library ends with 60, and leaves the others their leaderboard', async () => {
    const args = ['run', '--json', '-s', 'house', 'capitals', '--limit', '2']
    const { code, stdout, stderr } = await assay(args, scratch(), without)
    expect(code).toBe(60)
    expect(stderr).toContain('the library @xenova/transformers is not installed')
    expect(stderr).toMatch(install)
    expect(systems(stdout)).toContain('capitals')
  })

  it('that is cut short ends with 60 and both hashes', async () => {
    const cwd = scratch()
    cpSync(model, join(cwd, 'model'), { recursive: true })
    const file = join(cwd, 'model/onnx/model_quantized.onnx')
    const expected = sha256(file)
    truncateSync(file, 1_000_000)
    writeFileSync(
      join(cwd, 'assay.config.ts'),
      `import { transformersEntities } from 'assay'
       export default { systems: { mine: () => transformersEntities({ modelDir: 'model', dtype: 'q8' }) } }`,
    )
    const { code, stderr } = await assay(['run', '-d', 'newswire'], cwd)
    expect(code).toBe(60)
    expect(stderr).toContain(`SHA-256 is ${sha256(file)}, checksums.json says ${expected}`)
    expect(stderr).toContain('copy the model again')
  })
})
