import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { CallContext, Extractor } from '@assay/schema'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type ProcessOptions, processSystem } from '../src/index.ts'

const program = fileURLToPath(new URL('hostile.mjs', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'assay-process-'))
const node = { command: process.execPath, kind: 'extractor', tasks: ['entities'] } as const
const allowNetwork = false
let open: Extractor[] = []

function hostile(how: string, options: Partial<ProcessOptions> & { note?: string } = {}): Extractor {
  const { note = '', ...rest } = options
  const system = processSystem({ ...node, args: [program, how, note], ...rest }) as Extractor
  open.push(system)
  return system
}

afterEach(async () => {
  for (const system of open) await system.close?.().catch(() => {})
  open = []
  vi.restoreAllMocks()
})

function context(ms = 20_000): CallContext {
  return { signal: AbortSignal.timeout(ms), seed: 7, repeat: 0, spend: () => {} }
}

const ask = (system: Extractor, id: string, text: string, ms?: number) =>
  Promise.resolve(system.extract({ id, text }, context(ms)))

const found = (text: string) => ({ mentions: [{ type: 'ORG', span: { start: 0, end: text.length } }] })

/** What is written on stderr from now on, as the log of a run gets it. */
function logged(): () => string {
  let text = ''
  vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => {
    text += String(chunk)
    return true
  })
  return () => text
}

describe('a program that does well', () => {
  it('answers article by article, and ends', async () => {
    const system = hostile('well')
    await system.prepare?.({ allowNetwork })
    for (const [id, text] of [
      ['a', 'Ekhold'],
      ['b', '😀 Ek'],
      ['c', 'U+2028 \u2028 and \f and "quotes" and \\'],
    ] as const) {
      expect(await ask(system, id, text)).toEqual(found(text))
    }
    await expect(system.close?.()).resolves.toBeUndefined()
  })

  it('says who it is, which is part of the identity of a run', async () => {
    const system = hostile('well')
    expect(system.options).not.toHaveProperty('program')
    await system.prepare?.({ allowNetwork })
    expect(system.options).toMatchObject({ program: 'hostile', programVersion: '1' })
    expect(system.files).toEqual([program])
  })

  it('may write summaries, and is told how long', async () => {
    const system = processSystem({
      command: process.execPath,
      args: [program, 'summary'],
      kind: 'summarizer',
    })
    if (system.kind !== 'summarizer') throw new Error('no summarizer')
    const article = { id: 'a', text: 'Ekhold' }
    const summary = await system.summarize(article, { minWords: 3, maxWords: 9 }, context())
    expect(summary).toEqual({ text: '3 to 9' })
    await expect(
      system.summarize({ id: 'b', text: 'bad' }, { minWords: 3, maxWords: 9 }, context()),
    ).rejects.toThrow('summary: there is none')
    await system.close?.()
  })

  it('may put a byte order mark and carriage returns around its lines', async () => {
    const system = hostile('bom')
    expect(await ask(system, 'a', 'Ekhold')).toEqual(found('Ekhold'))
    expect(await ask(system, 'b', 'Ekhold')).toEqual(found('Ekhold'))
  })

  it('may print noise: it goes to the log', async () => {
    const log = logged()
    const system = hostile('noise', { note: 'x' })
    expect(await ask(system, 'a', 'Ekhold')).toEqual(found('Ekhold'))
    await system.close?.()
    expect(log()).toContain('line 1\n')
  })

  it('may answer on stdout, where noise goes to the log too', async () => {
    const log = logged()
    const system = hostile('stdout-noise', { replies: 'stdout' })
    expect(await ask(system, 'a', 'Ekhold')).toEqual(found('Ekhold'))
    expect(log()).toContain('Banner 1.0')
  })

  it('may start slowly: that has a time of its own', async () => {
    const system = hostile('slow')
    await system.prepare?.({ allowNetwork })
    expect(await ask(system, 'a', 'Ekhold', 400)).toEqual(found('Ekhold'))
  })

  it('may answer questions asked at the same time one after another', async () => {
    const system = hostile('well')
    const texts = ['Ekhold', 'Nordbank', 'Ek']
    expect(await Promise.all(texts.map((text, i) => ask(system, String(i), text)))).toEqual(texts.map(found))
  })
})

describe('a program that cannot start', () => {
  const prepare = (system: Extractor) => system.prepare?.({ allowNetwork })

  it.each([
    [
      'is missing',
      { command: 'no-such-program-here' },
      /`no-such-program-here .*` cannot be started: there is no/,
    ],
    [
      'may not be executed',
      { command: program },
      /cannot be started: it is no program that this user may execute/,
    ],
    ['has no folder', { cwd: join(folder, 'nowhere') }, /cannot be started: there is no folder/],
  ])('because it %s says so with its command', async (_, options, message) => {
    await expect(prepare(hostile('well', options))).rejects.toMatchObject({
      code: 'system-failed',
      message: expect.stringMatching(message),
    })
  })

  it('because its first line names no interpreter says so', async () => {
    const script = join(folder, 'script')
    writeFileSync(script, '#!/no/such/interpreter\n', { mode: 0o755 })
    await expect(prepare(hostile('well', { command: script }))).rejects.toThrow(
      /names an interpreter that is not/,
    )
  })

  it.each([
    ['version-2', /speaks version 2 of the protocol, assay version 1/],
    ['no-hello', /did not say hello within 300 ms/],
    ['exits-early', /ended with code 3 before it said hello/],
    ['says-nonsense', /wrote a line that is no JSON: "loading model…"/],
    ['other-task', /"hostile" does not do entities/],
  ])('because it does %s fails before the first article', async (how, message) => {
    const system = hostile(how, how === 'no-hello' ? { startTimeoutMs: 300 } : {})
    await expect(prepare(system)).rejects.toMatchObject({
      code: 'system-failed',
      message: expect.stringMatching(message),
    })
    await expect(ask(system, 'a', 'Ekhold')).rejects.toThrow(message)
  })
})

describe('a program that misbehaves on an article', () => {
  it.each([
    ['E5 exits', 'exited', /it ended with code 0 before it answered$/],
    ['E5 exits-in-line', 'exited', /it ended with code 0 before it answered, 100\d\d\d bytes into a line/],
    ['E6 crashes', 'exited', /it was ended by SIGSEGV before/],
    ['E9 wrong-shape', 'output-invalid', /mentions\[0\]\.start: .*output: Unrecognized key: "mood"/],
    ['E9 no-layer', null, /^$/],
    ['E10 nan', 'output-invalid', /no JSON; NaN and Infinity are no JSON/],
    ['E10 string-number', 'output-invalid', /mentions\[0\]\.start: .*expected number/],
    ['E11 fractional', 'output-invalid', /mentions\[0\]\.start: /],
    ['E11 reversed', 'output-invalid', /mentions\[0\]: needs start < end/],
    [
      'E11 outside',
      'output-invalid',
      /mentions\[0\]: offset 10 is outside the text, which has 8 code points/,
    ],
    ['E12 utf16', 'output-invalid', /these look like UTF-16 offsets, and code point offsets were announced/],
    ['E13 wrong-id', 'output-invalid', /answered for "nobody", which it was not asked/],
    ['E14 endless', 'output-invalid', /its answer is longer than 1000000 bytes/],
    ['E16 not-utf8', 'output-invalid', /not UTF-8: "\{"\\xff\\xfe\\x00\\x1b"\}"/],
    ['not-json', 'output-invalid', /no JSON: "Traceback \(most recent call last\):"/],
    ['ends-early', 'exited', /it said that it was done before it answered/],
    ['an-error', 'threw', /CUDA out of memory/],
  ])('%s: costs that article alone', async (title, failure, message) => {
    const system = hostile(title.split(' ').at(-1)!, { replyBytes: 1_000_000 })
    expect(await ask(system, 'a', 'Ekhold')).toEqual(found('Ekhold'))
    const answer = ask(system, 'b', 'bad 😀 Ek')
    if (failure === null) expect(await answer).toEqual({})
    else await expect(answer).rejects.toMatchObject({ failure, message: expect.stringMatching(message) })
    expect(await ask(system, 'c', 'Ekhold')).toEqual(found('Ekhold'))
  })

  it('E2 hangs: costs that article alone', async () => {
    const system = hostile('hangs')
    await system.prepare?.({ allowNetwork })
    await expect(ask(system, 'b', 'bad', 300)).rejects.toThrow(/timeout/)
    expect(await ask(system, 'c', 'Ekhold')).toEqual(found('Ekhold'))
  })

  it('E13 twice: the second answer is ignored, and the log says so', async () => {
    const log = logged()
    const system = hostile('twice')
    for (const id of ['a', 'b', 'c']) expect(await ask(system, id, 'Ekhold')).toEqual(found('Ekhold'))
    expect(log()).toContain('a second answer for "a" was ignored')
  })

  it('E14 writes 1 GB and more: is cut while it writes, in little memory', async () => {
    const system = hostile('endless')
    const before = process.memoryUsage().rss
    await expect(ask(system, 'a', 'bad')).rejects.toThrow(/longer than 16777216 bytes/)
    expect(process.memoryUsage().rss - before).toBeLessThan(200e6)
  })

  it('E19 never reads: is held up, then late', async () => {
    const system = hostile('never-reads')
    await system.prepare?.({ allowNetwork })
    await expect(ask(system, 'a', 'x'.repeat(1_000_000), 300)).rejects.toThrow(/timeout/)
  })

  it('E20 leaves children behind: they end with it', async () => {
    const note = join(folder, 'tree')
    const system = hostile('tree', { note })
    await expect(ask(system, 'a', 'bad', 2000)).rejects.toThrow(/timeout/)
    await gone(Number(readFileSync(note, 'utf8')))
  })

  it('E20 exits and leaves children that hold its pipes: they end, and the article fails at once', async () => {
    const note = join(folder, 'tree-exits')
    const system = hostile('tree-exits', { note })
    await expect(ask(system, 'a', 'bad')).rejects.toMatchObject({ failure: 'exited' })
    await gone(Number(readFileSync(note, 'utf8')))
  })

  it('does not start again: every further article fails with the reason, and it is not tried again', async () => {
    const note = join(folder, 'once')
    const system = hostile('starts-once', { note })
    expect(await ask(system, 'a', 'Ekhold')).toEqual(found('Ekhold'))
    expect(existsSync(note)).toBe(true)
    await expect(ask(system, 'b', 'bad', 300)).rejects.toThrow(/timeout/)
    for (const id of ['c', 'd']) {
      await expect(ask(system, id, 'Ekhold')).rejects.toThrow(/ended with code 7 before it said hello/)
    }
  })
})

describe('a program that does not end well', () => {
  it.each([
    ['no-end', /ended without an end frame/],
    ['wrong-count', /says that it answered 99 articles, not 1/],
  ])('%s: says so when it is closed', async (how, message) => {
    const system = hostile(how)
    await ask(system, 'a', 'Ekhold')
    await expect(system.close?.()).rejects.toThrow(message)
  })
})

describe('the environment of a program', () => {
  it('holds no variable that was not named', async () => {
    vi.stubEnv('ASSAY_TEST_SECRET', 'canary-5e0f7a11c2')
    const answer = await ask(hostile('echo'), 'a', 'Ekhold')
    expect(JSON.stringify(answer)).toContain('PATH')
    expect(JSON.stringify(answer)).not.toContain('ASSAY_TEST_SECRET')
  })

  it('F16 holds what was named, whose value reaches no answer, message or log in any form', async () => {
    const key = 'canary/5e0f+7a11=c2'
    vi.stubEnv('ASSAY_TEST_SECRET', key)
    const forms = [key, encodeURIComponent(key), Buffer.from(key).toString('base64')]
    const log = logged()
    const env = ['ASSAY_TEST_SECRET']
    const seen: string[] = []
    seen.push(JSON.stringify(await ask(hostile('echo', { env }), 'a', 'Ekhold')))
    expect(seen[0]).toContain('ASSAY_TEST_SECRET')
    for (const note of forms) {
      const noisy = hostile('noise', { env, note })
      await ask(noisy, 'a', 'Ekhold')
      await noisy.close?.()
      seen.push(
        String(await ask(hostile('an-error', { env, note }), 'a', 'bad').catch((error: unknown) => error)),
      )
      const missing = hostile('well', { env, note, command: `no-such-${note}` })
      seen.push(String(await missing.prepare?.({ allowNetwork }).catch((error: unknown) => error)))
    }
    seen.push(JSON.stringify(hostile('well', { env, note: key }).options))
    expect(seen).toHaveLength(8)
    expect(log()).toContain('key [redacted]')
    for (const form of forms) for (const text of [...seen, log()]) expect(text).not.toContain(form)
  })

  it('must hold what was named', async () => {
    const system = hostile('well', { env: ['ASSAY_NOT_SET'] })
    await expect(system.prepare?.({ allowNetwork })).rejects.toThrow(
      'the environment variable ASSAY_NOT_SET is not set',
    )
  })
})

describe('the options', () => {
  it.each([
    [{ kind: 'extractor' }, /`tasks` of this extractor are \[\]/],
    [{ kind: 'extractor', tasks: ['summaries'] }, /`tasks` of this extractor are \["summaries"\]/],
    [{ kind: 'summarizer', tasks: ['entities'] }, /`tasks` of this summarizer are \["entities"\]/],
  ] as const)('%j are refused', (options, message) => {
    expect(() => processSystem({ command: 'true', ...options })).toThrow(message)
  })
})

/** Waits until no process has the id. */
async function gone(pid: number): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (!existsSync(`/proc/${pid}/stat`) || readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ')) return
    await delay(20)
  }
  throw new Error(`process ${pid} is still there`)
}
