import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { systemContract, tinyNews } from '@assay/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { http, processSystem } from '../src/index.ts'
import { wireDocuments } from '../src/wire/documents.ts'
import { names, times } from './call.ts'

const folder = new URL('../clients/', import.meta.url)
const path = (name: string) => fileURLToPath(new URL(name, folder))
const text = '😀 Bo Ek met (Ida Berg) on 2026-03-05.\nBo Ek left “Zoë Moen” in 2024. Écrit "Ad Ek" \\ Kari.'

const python = () =>
  processSystem({ command: 'python3', args: [path('client.py')], kind: 'extractor', tasks: ['entities'] })
const node = () =>
  processSystem({
    command: process.execPath,
    args: [path('client.mjs')],
    kind: 'extractor',
    tasks: ['dates'],
  })
const shell = () => processSystem({ command: path('client.sh'), kind: 'extractor', tasks: ['entities'] })

let server: ChildProcess
let url = 'http://127.0.0.1:1/'

beforeAll(async () => {
  server = spawn('python3', [path('server.py'), '0'], { stdio: ['ignore', 'pipe', 'ignore'] })
  const [address] = (await once(server.stdout!, 'data')) as [Buffer]
  url = String(address).trim()
})

afterAll(() => void server.kill())

describe('a reference client', () => {
  it('in Python counts code points', async () => {
    expect(await names(python(), text)).toEqual([
      'PERSON Bo Ek',
      'PERSON Ida Berg',
      'PERSON Bo Ek',
      'PERSON Zoë Moen',
      'PERSON Ad Ek',
    ])
  })

  it('in Node counts UTF-16 code units', async () => {
    expect(await times(node(), text)).toEqual([
      ['DATE', '2026-03-05', '2026-03-05'],
      ['DATE', '2024', '2024'],
    ])
  })

  it('in shell gives strings, which are put into the text', async () => {
    expect(await names(shell(), text)).toEqual([
      'PERSON Bo Ek',
      'PERSON Ida Berg',
      'PERSON Bo Ek',
      'PERSON Ad Ek',
    ])
  })

  it('as a service counts code points', async () => {
    const system = http({ url, kind: 'extractor', tasks: ['entities'] })
    expect(await names(system, '😀 Bank of Oslo and 🎉 Nordic Ministry of Fish')).toEqual([
      'ORG Bank of Oslo',
      'ORG Nordic Ministry of Fish',
    ])
  })

  it.each([python, node, shell])('ends with an end frame that counts right: %o', async (create) => {
    const system = create()
    for (const { article } of tinyNews.articles) await names(system, article.text)
    await expect(system.close?.()).resolves.toBeUndefined()
  })
})

systemContract('client.py', python)
systemContract('client.mjs', node)
systemContract('client.sh', shell)
systemContract('server.py', () => {
  const system = http({ url: 'http://127.0.0.1:1/', kind: 'extractor', tasks: ['entities'] })
  if (system.kind !== 'extractor') throw new Error('no extractor')
  // The address is known when the server runs, and the suite makes its first system before that.
  return { ...system, extract: (article, context) => started().extract(article, context) }
})

function started() {
  const system = http({ url, kind: 'extractor', tasks: ['entities'] })
  if (system.kind !== 'extractor') throw new Error('no extractor')
  return system
}

describe('the documents beside them', () => {
  it.each(Object.entries(wireDocuments()))(
    '%s is committed as it is generated: if this fails, run npm run protocol -w packages/adapters',
    (name, document) => {
      expect(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))).toEqual(
        JSON.parse(JSON.stringify(document)),
      )
    },
  )

  it('README.md shows lines that keep the schema', async () => {
    const readme = readFileSync(new URL('README.md', folder), 'utf8')
    const example = /```json\n([\s\S]*?)```/.exec(readme)?.[1] ?? ''
    const { helloSchema, questionSchema, answerSchema, endSchema } = await import('../src/wire/messages.ts')
    const lines = example.trim().split('\n')
    const schemas = [helloSchema, questionSchema, answerSchema, endSchema]
    expect(lines).toHaveLength(schemas.length)
    for (const [i, line] of lines.entries())
      expect(schemas[i]!.safeParse(JSON.parse(line)).error).toBeUndefined()
  })
})
