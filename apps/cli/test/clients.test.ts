import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assay, scratch, start } from './command.ts'

const path = (name: string) => fileURLToPath(new URL(`../../../packages/adapters/${name}`, import.meta.url))
const clients = path('clients/')
const hostile = path('test/hostile.mjs')

let server: ChildProcess
let url = ''

beforeAll(async () => {
  server = spawn('python3', [join(clients, 'server.py'), '0'], { stdio: ['ignore', 'pipe', 'ignore'] })
  const [address] = (await once(server.stdout!, 'data')) as [Buffer]
  url = String(address).trim()
})

afterAll(() => void server.kill())

/** Runs `assay run` on newswire with the systems of a config, in a folder of its own. */
async function run(systems: string, args: readonly string[] = [], env: Record<string, string> = {}) {
  const cwd = scratch()
  writeFileSync(
    join(cwd, 'assay.config.ts'),
    `import { http, processSystem } from 'assay'\nexport default { timeout: 2, systems: { ${systems} } }\n`,
  )
  return { cwd, ...(await assay(['run', '--json', '-d', 'newswire', ...args], cwd, env)) }
}

const program = (file: string, options: string) =>
  `processSystem({ command: ${JSON.stringify(file)}, kind: 'extractor', tasks: ['entities'], ${options} })`
const misbehaving = (how: string, more = '') =>
  program(process.execPath, `args: [${JSON.stringify(hostile)}, '${how}'], ${more}`)

interface Board {
  readonly task: string
  readonly rows: readonly {
    readonly system: string
    readonly failed: number
    readonly value: number | null
  }[]
}

describe('assay run', () => {
  it('puts the reference clients on the leaderboard', async () => {
    const { code, stdout, stderr, cwd } = await run(`
      python: ${program('python3', `args: [${JSON.stringify(join(clients, 'client.py'))}]`)},
      shell: ${program(join(clients, 'client.sh'), '')},
      node: processSystem({
        command: ${JSON.stringify(process.execPath)}, args: [${JSON.stringify(join(clients, 'client.mjs'))}],
        kind: 'extractor', tasks: ['dates'],
      }),
      service: http({ url: ${JSON.stringify(url)}, kind: 'extractor', tasks: ['entities'] }),
    `)
    expect(stderr).not.toMatch(/failed on/)
    expect(code).toBe(0)
    const { boards } = JSON.parse(stdout) as { boards: Board[] }
    const rows = boards
      .flatMap(({ rows }) => rows)
      .filter(({ system }) => ['python', 'shell', 'node', 'service'].includes(system))
    expect(Object.fromEntries(rows.map(({ system, failed }) => [system, failed]))).toEqual({
      node: 0,
      python: 0,
      service: 0,
      shell: 0,
    })
    for (const { value } of rows) expect(value).toBeGreaterThan(0)
    // Strings that were put into the text are counted.
    expect(readFileSync(join(cwd, 'assay-report', 'leaderboard.md'), 'utf8')).toMatch(
      /- shell gave \d+ strings without offsets: \d+ exact/,
    )
  })

  it('E21, E22 ends before the first article with exit code 60 where a program cannot start', async () => {
    const missing = await run(`a: ${program('no-such-program-here', '')}`)
    expect(missing.code).toBe(60)
    expect(missing.stderr).toContain('`no-such-program-here` cannot be started: there is no such program')
    const version = await run(`a: ${misbehaving('version-2')}`)
    expect(version.code).toBe(60)
    expect(version.stderr).toContain('speaks version 2 of the protocol, assay version 1')
  })

  it('keeps a planted key out of everything it writes', async () => {
    const key = 'canary/5e0f+7a11=c2'
    const forms = [key, encodeURIComponent(key), Buffer.from(key).toString('base64')]
    const args = (how: string) =>
      `args: [${JSON.stringify(hostile)}, '${how}', process.env.ASSAY_TEST_SECRET]`
    const { cwd, code, stdout, stderr } = await run(
      `
        noise: ${program(process.execPath, `${args('noise')}, env: ['ASSAY_TEST_SECRET']`)},
        echo: ${program(process.execPath, `${args('echo')}, env: ['ASSAY_TEST_SECRET']`)},
      `,
      ['--limit', '2'],
      { ASSAY_TEST_SECRET: key },
    )
    expect(code).toBe(0)
    const files = readdirSync(cwd, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    const written = files.map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    expect(written.some((text) => text.includes('[redacted]'))).toBe(true)
    for (const text of [stdout, stderr, ...written])
      for (const form of forms) expect(text).not.toContain(form)
  })

  it('M8 leaves no program behind when it is killed', async () => {
    const cwd = scratch()
    const note = join(cwd, 'pid')
    const script = `import { writeFileSync } from 'node:fs'; writeFileSync(${JSON.stringify(note)}, String(process.pid)); setInterval(() => {}, 1000)`
    writeFileSync(join(cwd, 'sleeper.mjs'), script)
    writeFileSync(
      join(cwd, 'assay.config.ts'),
      `import { processSystem } from 'assay'
       export default { systems: { a: ${program(process.execPath, "args: ['sleeper.mjs']")} } }`,
    )
    const { child, result } = start(['run', '-d', 'newswire'], cwd)
    const pid = await until(() => existsSync(note) && Number(readFileSync(note, 'utf8')))
    expect(isRunning(pid)).toBe(true)
    child.kill('SIGKILL')
    await until(() => !isRunning(pid))
    await result
  })
})

function isRunning(pid: number): boolean {
  const stat = `/proc/${pid}/stat`
  return existsSync(stat) && !readFileSync(stat, 'utf8').includes(') Z ')
}

async function until<T>(look: () => T | false): Promise<T> {
  for (let tries = 0; tries < 500; tries++) {
    const seen = look()
    if (seen !== false && seen !== 0) return seen
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('it did not happen')
}
