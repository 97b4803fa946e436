import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { transformersEntities } from '../src/index.ts'
import { installCommand, transformersVersion } from '../src/transformers/library.ts'
import { modelFiles } from '../src/transformers/model-files.ts'
import { makeNerModel } from './models/ner.ts'

const closed = { allowNetwork: false }
const made = makeNerModel(mkdtempSync(join(tmpdir(), 'assay-model-')), { pieces: { Oslo: 'B-LOC' } })
const house = new URL('../house-ner/model/', import.meta.url)

function sha256(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex')
}

function copied(from: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'assay-copy-'))
  cpSync(from, folder, { recursive: true })
  return folder
}

describe('the files of a model', () => {
  it('that are missing are named, with what to do', async () => {
    const modelDir = copied(made)
    rmSync(join(modelDir, 'tokenizer.json'))
    await expect(transformersEntities({ modelDir, dtype: 'q8' }).prepare!(closed)).rejects.toMatchObject({
      code: 'system-failed',
      message: `the model in ${modelDir} lacks tokenizer.json, onnx/model_quantized.onnx`,
      hint: expect.stringContaining('modelDir'),
    })
  })

  it('that differ from their checksums are refused with both sums', async () => {
    const modelDir = copied(made)
    const file = join(modelDir, 'onnx', 'model.onnx')
    const whole = sha256(file)
    writeFileSync(join(modelDir, 'checksums.json'), JSON.stringify({ 'onnx/model.onnx': whole }))
    await transformersEntities({ modelDir }).prepare!(closed)
    truncateSync(file, 1000)
    await expect(transformersEntities({ modelDir }).prepare!(closed)).rejects.toMatchObject({
      code: 'system-failed',
      message: `${file} is not the file it should be: SHA-256 is ${sha256(file)}, checksums.json says ${whole}`,
      hint: expect.stringContaining('again'),
    })
  })

  it('with a list of checksums that is none are refused', async () => {
    const modelDir = copied(made)
    writeFileSync(join(modelDir, 'checksums.json'), '{"config.json": "abc"}')
    await expect(transformersEntities({ modelDir }).prepare!(closed)).rejects.toThrow('no list of checksums')
  })

  it('that are cut short are refused without checksums too', async () => {
    const modelDir = copied(made)
    truncateSync(join(modelDir, 'onnx', 'model.onnx'), 300)
    await expect(transformersEntities({ modelDir }).prepare!(closed)).rejects.toMatchObject({
      code: 'system-failed',
      message: expect.stringContaining(`the model in ${modelDir} cannot be loaded`),
    })
  })

  it('of no token classifier are refused', async () => {
    const modelDir = copied(made)
    const config = join(modelDir, 'config.json')
    const { id2label: _, ...rest } = JSON.parse(readFileSync(config, 'utf8'))
    writeFileSync(config, JSON.stringify(rest))
    await expect(transformersEntities({ modelDir }).prepare!(closed)).rejects.toThrow('has no id2label')
  })

  it('are asked for by a folder or by an id, not both', () => {
    expect(() => transformersEntities({})).toThrow('either modelDir or model')
    expect(() => transformersEntities({ model: 'a/b', modelDir: '.' })).toThrow('either modelDir or model')
    expect(() => transformersEntities({ model: '../etc' })).toThrow('no id of a model')
    expect(() => transformersEntities({ model: 'a/b', revision: '../x' })).toThrow('no id of a model')
  })
})

describe('the house model', () => {
  it('has the files that its checksums name', async () => {
    await modelFiles({ modelDir: house.pathname, dtype: 'q8' }).ready(closed)
    const listed = JSON.parse(readFileSync(new URL('checksums.json', house), 'utf8'))
    expect(Object.keys(listed).sort()).toEqual([
      'config.json',
      'onnx/model_quantized.onnx',
      'tokenizer.json',
      'tokenizer_config.json',
    ])
  })

  it('is refused when it is cut short', async () => {
    const modelDir = copied(house.pathname)
    const file = join(modelDir, 'onnx', 'model_quantized.onnx')
    const whole = sha256(file)
    truncateSync(file, 1_000_000)
    await expect(transformersEntities({ modelDir, dtype: 'q8' }).prepare!(closed)).rejects.toMatchObject({
      code: 'system-failed',
      message: expect.stringContaining(`SHA-256 is ${sha256(file)}, checksums.json says ${whole}`),
    })
  })
})

describe('a model of the hub', () => {
  const cwd = process.cwd()
  const asked: string[] = []
  let server: Server
  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url!)
      const file = join(made, request.url!.replace('/some/model/resolve/main/', ''))
      if (!existsSync(file)) response.writeHead(404).end()
      else response.end(readFileSync(file))
    })
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    process.env.HF_ENDPOINT = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    process.chdir(mkdtempSync(join(tmpdir(), 'assay-hub-')))
  })
  afterEach(() => void asked.splice(0))
  afterAll(() => {
    process.chdir(cwd)
    delete process.env.HF_ENDPOINT
    server.close()
  })

  it('is not asked for while the network is closed', async () => {
    await expect(transformersEntities({ model: 'some/model' }).prepare!(closed)).rejects.toMatchObject({
      code: 'system-failed',
      hint: expect.stringContaining('--allow-network'),
    })
    expect(asked).toEqual([])
  })

  it('is fetched once where it is open, and read from disk from then on', async () => {
    const system = transformersEntities({ model: 'some/model', labels: 'conll' })
    await system.prepare!({ allowNetwork: true })
    const files = ['config.json', 'tokenizer.json', 'tokenizer_config.json', 'onnx/model.onnx']
    expect(asked).toEqual(
      [...files, 'onnx/model.onnx_data'].map((file) => `/some/model/resolve/main/${file}`),
    )
    expect(system.files).toEqual(
      files.map((file) => join(process.cwd(), '.assay/models/some/model/main', file)),
    )
    expect(system.options).toMatchObject({ model: 'some/model', revision: 'main' })
    asked.splice(0)
    await transformersEntities({ model: 'some/model' }).prepare!(closed)
    expect(asked).toEqual([])
  })

  it('that is not there is named with its address', async () => {
    await expect(
      transformersEntities({ model: 'no/model' }).prepare!({ allowNetwork: true }),
    ).rejects.toThrow(
      /cannot fetch http:\/\/127\.0\.0\.1:\d+\/no\/model\/resolve\/main\/config\.json: Error: status 404/,
    )
  })
})

describe('the optional library', () => {
  it('is asked for in the version that the package names', () => {
    const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
    const wanted = `npm:@huggingface/transformers@${transformersVersion}`
    expect(manifest.peerDependencies['@xenova/transformers']).toBe(wanted)
    expect(manifest.peerDependenciesMeta['@xenova/transformers']).toEqual({ optional: true })
    expect(manifest.dependencies).not.toHaveProperty('@xenova/transformers')
    expect(installCommand).toBe(`npm install @xenova/transformers@${wanted}`)
  })
})
