import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { assay, scratch } from './command.ts'

const contents: Readonly<Record<string, string>> = {
  'config.json': '{"model_type":"bert"}',
  'onnx/model.onnx': 'not really a graph, which nobody reads here',
  'tokenizer.json': '{}',
  'tokenizer_config.json': '{}',
}

/** A folder with a model in `ner/`; `without` names files to leave out. */
function withModel(...without: string[]): string {
  const cwd = scratch()
  mkdirSync(join(cwd, 'ner', 'onnx'), { recursive: true })
  for (const [name, content] of Object.entries(contents)) {
    if (!without.includes(name)) writeFileSync(join(cwd, 'ner', name), content)
  }
  return cwd
}

function sha256(content: string): string {
  return createHash('sha256').update(content).digest('hex')
}

const sums = Object.fromEntries(Object.entries(contents).map(([name, content]) => [name, sha256(content)]))

describe('assay models', () => {
  it('registers a folder by name, with a sum for every file', async () => {
    const cwd = withModel()
    const { code, stdout } = await assay(['models', 'add', 'ner', 'ner'], cwd)
    expect(stdout).toContain(`registered ner: ${join(cwd, 'ner')}, 4 files`)
    expect(code).toBe(0)
    expect(JSON.parse(readFileSync(join(cwd, '.assay', 'models.json'), 'utf8'))).toEqual({
      schema: 'assay.models/1',
      models: { ner: { path: 'ner', files: sums } },
    })
    const listed = await assay(['models', 'list'], cwd)
    expect(listed.stdout).toBe(`ner  ${join(cwd, 'ner')}  (4 files, 0.0 MB)\n`)
    const checked = await assay(['models', 'check'], cwd)
    expect(checked).toEqual({ code: 0, stderr: '', stdout: 'ok     ner: 4 files are as they were\n' })
  })

  it('names a file that was cut short with both sums, one that is gone and one that is new, and ends with 60', async () => {
    const cwd = withModel()
    await assay(['models', 'add', 'ner', 'ner'], cwd)
    truncateSync(join(cwd, 'ner/onnx/model.onnx'), 10)
    rmSync(join(cwd, 'ner/tokenizer.json'))
    writeFileSync(join(cwd, 'ner/vocab.txt'), 'a')
    const { code, stdout } = await assay(['models', 'check', 'ner'], cwd)
    expect(stdout).toContain(
      `onnx/model.onnx is cut short or changed: SHA-256 is ${sha256('not really')}, it was ${sums['onnx/model.onnx']}\n`,
    )
    expect(stdout).toContain(`tokenizer.json is gone; its SHA-256 was ${sums['tokenizer.json']}\n`)
    expect(stdout).toContain(`vocab.txt is new; its SHA-256 is ${sha256('a')}\n`)
    expect(code).toBe(60)
    const json = await assay(['models', 'check', '--json'], cwd)
    expect(JSON.parse(json.stdout)[0].differences).toHaveLength(3)
    rmSync(join(cwd, 'ner'), { recursive: true })
    const gone = await assay(['models', 'check'], cwd)
    expect(gone).toMatchObject({ code: 60, stdout: `WRONG  ner: there is no folder ${join(cwd, 'ner')}\n` })
  })

  it.each([
    ['config.json', 'config.json is missing'],
    ['tokenizer.json', 'tokenizer.json is missing'],
    ['onnx/model.onnx', 'there is no onnx/*.onnx'],
  ])('refuses a folder without %s', async (file, fault) => {
    const { code, stderr } = await assay(['models', 'add', 'ner', 'ner'], withModel(file))
    expect(stderr).toContain(`is no model of transformers.js: ${fault}`)
    expect(code).toBe(2)
  })

  it('refuses settings that are cut short', async () => {
    const cwd = withModel()
    truncateSync(join(cwd, 'ner/config.json'), 5)
    const { stderr } = await assay(['models', 'add', 'ner', 'ner'], cwd)
    expect(stderr).toContain('config.json is no JSON (cut short?)')
  })

  it.each([
    [['add', 'a/b', 'ner'], '"a/b" cannot be the name of a model'],
    [['add', 'ner', 'nowhere'], 'there is no folder'],
    [['add', 'ner', 'Xenova/bert-base-NER'], 'a model of the hub is fetched only with --allow-network'],
    [['check', 'nre'], 'there is no model "nre"'],
  ])('%j ends with 2', async (args, message) => {
    const { code, stderr } = await assay(['models', ...args], withModel())
    expect(stderr).toContain(message)
    expect(code).toBe(2)
  })

  it('fetches a model of the hub only where the network was opened, and registers it', async () => {
    const asked: string[] = []
    const server = createServer((request, response) => {
      asked.push(request.url!)
      const content = contents[request.url!.replace('/maker/ner/resolve/main/', '')]
      response.writeHead(content === undefined ? 404 : 200).end(content)
    }).listen(0, '127.0.0.1')
    onTestFinished(() => void server.close())
    await new Promise((resolve) => server.once('listening', resolve))
    const env = { HF_ENDPOINT: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
    const cwd = scratch()
    const closed = await assay(['models', 'add', 'ner', 'maker/ner'], cwd, env)
    expect([closed.code, asked]).toEqual([2, []])
    const { code, stdout } = await assay(['models', 'add', 'ner', 'maker/ner', '--allow-network'], cwd, env)
    expect(stdout).toContain(`registered ner: ${join(cwd, '.assay/models/maker/ner/main')}, 4 files`)
    expect(code).toBe(0)
    const checked = await assay(['models', 'check'], cwd)
    expect(checked.code).toBe(0)
  })

  it('says what to do with a registry that is none', async () => {
    const cwd = withModel()
    mkdirSync(join(cwd, '.assay'))
    writeFileSync(join(cwd, '.assay/models.json'), '{"models": []}')
    const { code, stderr } = await assay(['models', 'list'], cwd)
    expect(stderr).toContain('.assay/models.json is no list of models\n  Remove it')
    expect(code).toBe(40)
  })
})
