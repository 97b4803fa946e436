import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { examineNode } from '../src/doctor/workplace.ts'
import type { Examined } from '../src/doctor/findings.ts'
import { assay, scratch } from './command.ts'

const ill = `
  import { http, lead, llmExtractor, processSystem, transformersEntities } from 'assay'
  const entities = { kind: 'extractor', tasks: ['entities'] }
  const own = { ...entities, adapter: 'own', version: '1', extract: () => ({ mentions: [] }) }
  export default { systems: {
    lead: lead(),
    folder: () => transformersEntities({ modelDir: 'nowhere' }),
    hub: () => transformersEntities({ model: 'Xenova/bert-base-NER' }),
    registered: () => transformersEntities({ model: 'ner' }),
    program: () => processSystem({ ...entities, command: 'no-such-program', env: ['NO_SUCH_VARIABLE'] }),
    key: () => llmExtractor({ protocol: 'openai', model: 'm' }),
    server: () => llmExtractor({ protocol: 'ollama', model: 'm', baseUrl: 'http://127.0.0.1:1' }),
    service: () => http({ ...entities, url: 'http://127.0.0.1:1/answer' }),
    outside: () => http({ ...entities, url: 'http://192.0.2.1/answer' }),
    throws: () => { throw new Error('cannot be made') },
    exits: () => process.exit(5),
    starts: { ...own, prepare: async () => { throw new Error('the weights are not there') } },
    own: { ...own, diagnose: () => [{ what: 'it is too cold', cure: 'heat it' }] },
  } }`

async function examined(cwd: string, ...args: string[]) {
  const { code, stdout, stderr } = await assay(['doctor', '--json', ...args], cwd)
  expect(stderr).toBe('')
  const { examined, well } = JSON.parse(stdout) as { examined: Examined[]; well: boolean }
  return { code, well, of: (about: string) => examined.find((one) => one.about === about) }
}

describe('assay doctor', () => {
  it('finds nothing to cure where all is well, and ends with 0', async () => {
    const { code, stdout } = await assay(['doctor', 'lead', 'capitals'], scratch())
    expect(stdout).toContain('  ok     dataset newswire: 12 articles\n')
    expect(stdout).toMatch(/ {2}ok {5}system lead: lead 1, ready in \d+ ms\n\nAll is well\.\n$/)
    expect(code).toBe(0)
  })

  it('says of every system what is missing and what cures it, and ends with 60', async () => {
    const cwd = scratch()
    writeFileSync(join(cwd, 'assay.config.ts'), ill)
    mkdirSync(join(cwd, '.assay'))
    const model = { path: 'ner', files: { 'config.json': '0'.repeat(64) } }
    const registry = { schema: 'assay.models/1', models: { ner: model } }
    writeFileSync(join(cwd, '.assay/models.json'), JSON.stringify(registry))
    mkdirSync(join(cwd, 'ner'))
    writeFileSync(join(cwd, 'ner/config.json'), '{}')
    const { code, of } = await examined(cwd)
    expect(of('system lead')).toMatchObject({ status: 'well' })
    expect(of('system folder')?.findings).toMatchObject([
      { what: `there is no folder ${join(cwd, 'nowhere')}`, cure: expect.stringContaining('modelDir') },
    ])
    expect(of('system hub')?.findings).toMatchObject([{ cure: expect.stringContaining('--allow-network') }])
    expect(of('system registered')?.findings).toMatchObject([
      {
        what: expect.stringContaining('lacks tokenizer.json'),
        cure: expect.stringContaining('assay models check ner'),
      },
      { what: expect.stringContaining(`.assay/models.json says ${'0'.repeat(64)}`) },
    ])
    expect(of('system program')?.findings).toMatchObject([
      { what: 'there is no program no-such-program in PATH' },
      { what: 'the environment variable NO_SUCH_VARIABLE is not set' },
    ])
    expect(of('system key')?.findings).toMatchObject([
      { what: 'the environment variable OPENAI_API_KEY is not set', cure: 'export OPENAI_API_KEY=…' },
    ])
    expect(of('system server')?.findings).toMatchObject([
      {
        what: expect.stringContaining('http://127.0.0.1:1 cannot be reached'),
        cure: expect.stringContaining('ollama serve'),
      },
    ])
    expect(of('system service')?.findings).toMatchObject([
      { what: expect.stringContaining('http://127.0.0.1:1/answer cannot be reached') },
    ])
    expect(of('system outside')).toMatchObject({
      status: 'well',
      detail: 'asks a service outside this machine; tried only with --allow-network',
    })
    expect(of('system throws')?.findings).toMatchObject([{ what: 'cannot be made' }])
    expect(of('system exits')?.findings).toMatchObject([{ what: 'its process ended with code 5' }])
    expect(of('system starts')?.findings).toMatchObject([{ what: 'the weights are not there' }])
    expect(of('system own')?.findings).toEqual([
      {
        why: 'A system that does not start has no row on a leaderboard.',
        what: 'it is too cold',
        cure: 'heat it',
      },
    ])
    expect(code).toBe(60)
  })

  it('ends with 2 for a config that does not run, and for a dataset that is not there', async () => {
    const cwd = scratch()
    const dataset = await examined(cwd, 'lead', '-d', 'newswir')
    expect(dataset.code).toBe(2)
    expect(dataset.of('dataset newswir')?.findings).toMatchObject([
      { what: 'there is no dataset "newswir" (did you mean "newswire"?)' },
    ])
    const standoff = await examined(cwd, 'lead', '-d', 'daily8')
    expect(standoff.of('dataset daily8')?.findings).toMatchObject([
      { cure: 'assay data hydrate daily8 --page page.txt' },
    ])
    writeFileSync(join(cwd, 'assay.config.ts'), 'export default { sytems: {} }')
    const config = await examined(cwd)
    expect(config.code).toBe(2)
    expect(config.of('config')?.findings).toMatchObject([
      { what: expect.stringContaining('unknown key "sytems" (did you mean "systems"?)') },
    ])
  })

  it('ends with 2 for a system that is not there', async () => {
    const { code, stderr } = await assay(['doctor', 'winq'], scratch())
    expect(stderr).toContain('no system matches "winq" (did you mean "wink"?)')
    expect(code).toBe(2)
  })

  it('knows which Node is too old', () => {
    expect(examineNode('20.18.9').findings).toMatchObject([{ what: 'this is Node 20.18.9' }])
    expect(examineNode('18.20.0').status).toBe('ill')
    expect(['20.19.0', '22.0.0', '24.1.0'].map((version) => examineNode(version).status)).toEqual([
      'well',
      'well',
      'well',
    ])
  })
})
