import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { catalogue } from '@assay/adapters'
import type { System } from '@assay/schema'
import { describe, expect, it } from 'vitest'
import { checks } from '../src/check-adapter/checks/index.ts'
import type { Examination } from '../src/check-adapter/examine.ts'
import { snapshotGlobals } from '../src/check-adapter/globals.ts'
import { createDesk } from '../src/check-adapter/subject.ts'
import { assay, scratch } from './command.ts'
// @ts-expect-error a config without types
import broken from './fixtures/broken-adapters.mjs'

const systems = broken.systems as Readonly<Record<string, System>>

/** Checks that need no process of their own: what happens to a process is not let happen to that of the tests. */
const quick = checks.filter(
  ({ id, alone }) => !alone && !['globals', 'afterwards', 'stdout', 'network'].includes(id),
)

/** The ids of the checks that a system fails, with the first fault of each. */
async function wrongOf(system: System, timeoutMs = 500) {
  const desk = createDesk(system, timeoutMs, () => {})
  const observed = { globals: snapshotGlobals(), hosts: [], printed: [], strays: [] }
  const wrong: Record<string, unknown> = {}
  for (const check of quick) {
    if (check.exempts?.(system) || (check.after !== undefined && check.after in wrong)) continue
    const { faults = [] } = await check.run({ ...desk, system, timeoutMs, observed, kept: undefined })
    if (faults.length > 0) wrong[check.id] = faults[0]
    if (desk.pending() > 0) break
  }
  return wrong
}

describe('the checks of adapters', () => {
  it.each(
    catalogue.filter(({ install }) => install === undefined).map(({ id, create }) => [id, create] as const),
  )('find nothing wrong with %s', async (_, create) => {
    const system = create()
    await system.prepare?.({ allowNetwork: false })
    expect(await wrongOf(system, 20_000)).toEqual({})
  })

  it.each(['good', 'good-bare'])('find nothing wrong with a system that is %s', async (name) => {
    expect(await wrongOf(systems[name]!)).toEqual({})
  })

  it.each([
    ['declares-options', 'declares', { path: 'options.since' }],
    ['declares-files', 'declares', { path: 'files' }],
    ['declares-tasks', 'declares', { path: 'tasks', what: 'a task stands there twice' }],
    ['answers-throws', 'answers', { article: 'emoji', what: 'failed: cannot read emoji' }],
    ['answers-no-data', 'answers', { article: 'emoji' }],
    ['answers-hangs', 'answers', { article: 'markup' }],
    ['layers-more', 'layers', { path: 'claims', expected: 'mentions', got: 'mentions, claims' }],
    ['layers-fewer', 'layers', { path: 'timexes', what: 'is declared and missing' }],
    ['layers-unknown', 'layers', { what: 'Unrecognized key: "extra"' }],
    ['mentions-type', 'mentions', { path: 'mentions[0].type', expected: 'PERSON', got: 'ORG' }],
    ['mentions-score', 'mentions', { path: 'mentions[0].score', got: 'NaN' }],
    ['timexes', 'timexes', { article: 'budget', path: 'timexes[0].value', got: '"last Monday"' }],
    ['claims', 'claims', { path: 'claims[0].text', got: '" "' }],
    ['summary', 'summary', { path: 'summary.text', got: '42' }],
    ['offsets-code-points', 'offsets', { hint: expect.stringContaining('look like code points') }],
    ['offsets-code-points-bare', 'offsets', { hint: expect.stringContaining('look like code points') }],
    ['offsets-bytes', 'offsets', { hint: expect.stringContaining('look like bytes') }],
    ['offsets-composed', 'offsets', { hint: expect.stringContaining('normalised (NFC)') }],
    ['offsets-line-ends', 'offsets', { hint: expect.stringContaining('line ends') }],
    ['offsets-trimmed', 'offsets', { hint: expect.stringContaining('trimmed') }],
    ['offsets-pair', 'offsets', { article: 'emoji', what: '[0, 1) cuts the surrogate pair at 0 in two' }],
    ['empty-text', 'empty-text', { article: 'empty', what: 'failed: no text' }],
    ['white-space', 'white-space', { path: 'mentions' }],
    ['repeat', 'repeat', { article: 'harbour', path: 'mentions[0].score' }],
    ['order', 'order', { path: 'mentions[0].entityId' }],
    ['input', 'input', { path: 'article.title', got: '"mine now"' }],
    ['abort', 'abort', { expected: 'an end within 1000 ms' }],
    ['timeout', 'timeout', { expected: 'an end within 1050 ms' }],
  ])('name what is wrong with %s, and nothing else', async (name, check, fault) => {
    expect(await wrongOf(systems[name]!)).toEqual({ [check]: expect.objectContaining(fault) })
  })

  it('take a summary that is too long for a note', async () => {
    const system: System = {
      kind: 'summarizer',
      adapter: 'whole',
      version: '1',
      tasks: ['summaries'],
      summarize: ({ text }) => ({ text }),
    }
    const desk = createDesk(system, 500, () => {})
    const observed = { globals: snapshotGlobals(), hosts: [], printed: [], strays: [] }
    const found = await checks
      .find(({ id }) => id === 'summary')!
      .run({ ...desk, system, timeoutMs: 500, observed, kept: undefined })
    expect(found.faults).toEqual([])
    expect(found.notes).toContainEqual(
      expect.objectContaining({ article: 'telescope', expected: 'at most 15 words' }),
    )
  })
})

/** A folder whose config has the broken systems. */
function folder(): string {
  const cwd = scratch()
  const fixture = fileURLToPath(new URL('fixtures/broken-adapters.mjs', import.meta.url))
  copyFileSync(fixture, join(cwd, 'assay.config.ts'))
  return cwd
}

async function examined(name: string, ...only: string[]): Promise<Examination & { code: number | null }> {
  const args = ['check-adapter', name, '--json', ...(only.length > 0 ? ['--only', ...only] : [])]
  const { code, stdout, stderr } = await assay(args, folder())
  expect(stderr).toBe('')
  return { ...(JSON.parse(stdout) as Examination), code }
}

describe.concurrent('assay check-adapter', () => {
  it.each([
    ['starts', [], 'starts', 'the model is not there'],
    ['starts-nothing', [], 'starts', 'it is no system'],
    ['starts-exits', [], 'starts', 'its process ended with code 7'],
    ['network-declared', [], 'starts', 'it asks a service outside this machine, and the network is closed'],
    [
      'answers-blocks',
      ['answers'],
      'answers',
      'it blocks its process: no answer and no reaction within 3000 ms',
    ],
    ['answers-exits', ['answers'], 'answers', 'its process ended with code 3 while it was asked'],
    ['globals', ['globals', 'repeat'], 'globals', 'Array.prototype.last was added'],
    ['afterwards', ['repeat', 'afterwards'], 'afterwards', 'uncaught exception: late trouble'],
    [
      'network',
      ['network', 'repeat'],
      'network',
      'it tried to reach 192.0.2.1:80 and does not declare `network`',
    ],
    ['restart', ['restart'], 'restart', 'another process gave another answer'],
    ['long-text', ['long-text'], 'long-text', 'no end within 2000 ms, although aborted'],
    ['close', ['close', 'repeat'], 'close', 'its process did not end within 3000 ms after close()'],
  ])('names what is wrong with %s and ends with 60', async (name, only, check, what) => {
    const { verdicts, code } = await examined(name, ...only)
    const wrong = verdicts.filter(({ status }) => status === 'wrong')
    expect(wrong.map(({ check, faults }) => [check, faults[0]?.what])).toEqual([[check, what]])
    expect(code).toBe(60)
  })

  it('runs what it can after a process was lost', async () => {
    const { verdicts } = await examined('answers-exits', 'declares', 'answers', 'empty-text')
    expect(verdicts.map(({ check, status }) => [check, status])).toEqual([
      ['starts', 'ok'],
      ['declares', 'ok'],
      ['answers', 'wrong'],
      ['empty-text', 'not-run'],
    ])
  })

  it('takes a process that is lost on a million characters for a note', async () => {
    const { verdicts, code } = await examined('huge-text', 'long-text', 'huge-text')
    expect(verdicts).toMatchObject([
      { check: 'starts', status: 'ok' },
      { check: 'long-text', status: 'ok' },
      {
        check: 'huge-text',
        status: 'ok',
        notes: [{ what: expect.stringContaining('it blocks its process') }],
      },
    ])
    expect(code).toBe(0)
  })

  it('takes what is printed to stdout for a note', async () => {
    const { verdicts, code } = await examined('stdout', 'stdout')
    expect(verdicts.at(-1)).toMatchObject({
      status: 'ok',
      notes: [{ what: 'it printed 169 bytes to stdout; a run keeps them in system.log' }],
    })
    expect(code).toBe(0)
  })

  it('finds nothing wrong with wink, and says how long a million characters took', async () => {
    const { code, stdout } = await assay(['check-adapter', 'wink'], scratch())
    expect(stdout).toMatch(/ok {5}huge-text {4}.*\([\d.]+ s, \d+ MB more memory\)\n/)
    expect(stdout).toMatch(/: 22 ok, 0 wrong, 2 not for it; peak memory \d+ MB\n$/)
    expect(code).toBe(0)
  })

  it('prints a fault with its place and one advice for all', async () => {
    const { stdout } = await assay(['check-adapter', 'mentions-type', '--only', 'mentions'], folder())
    expect(stdout).toContain('WRONG  mentions     103 faults; an adapter gives well-formed mentions')
    expect(stdout).toContain(
      '  harbour, mentions[0].type: is a type that the system does not declare; expected PERSON; got ORG\n',
    )
    expect(stdout.match(/Add it to `entityTypes`/g)).toHaveLength(1)
  })

  it.each([
    [['winq'], 'there is no system "winq" (did you mean "wink"?)'],
    [['wink', '--only', 'ofsets'], 'there is no check "ofsets" (did you mean "offsets"?)'],
    [['wink', '--timeout', '0'], 'Give a number above 0.'],
  ])('%j ends with 2 and says what to do', async (args, message) => {
    const { code, stderr } = await assay(['check-adapter', ...args], scratch())
    expect(stderr).toContain(message)
    expect(code).toBe(2)
  })

  it('says that a built-in system is not among those of a config', async () => {
    const cwd = scratch()
    writeFileSync(join(cwd, 'assay.config.ts'), 'export default { systems: { mine: () => null } }')
    const { code, stderr } = await assay(['check-adapter', 'wink'], cwd)
    expect(stderr).toContain('It is built in, but the config names its own systems: mine.')
    expect(code).toBe(2)
  })
})
