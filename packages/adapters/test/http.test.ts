import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import type { CallContext, Extractor, Usage } from '@assay/schema'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { http, type HttpOptions } from '../src/index.ts'

interface Seen {
  readonly headers: IncomingMessage['headers']
  readonly body: string
  readonly at: number
}

type Script = (response: ServerResponse, seen: Seen, count: number) => void

const servers: Server[] = []
const key = 'canary/5e0f+7a11=c2'

afterEach(async () => {
  vi.unstubAllEnvs()
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

/** A server on this machine that answers as the script says, and what it was sent. */
async function scripted(script: Script): Promise<{ url: string; seen: Seen[] }> {
  const seen: Seen[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += String(chunk)
    const all = { headers: request.headers, body, at: performance.now() }
    seen.push(all)
    script(response, all, seen.length)
  })
  servers.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/names`, seen }
}

const json = (response: ServerResponse, value: unknown, status = 200, headers = {}) => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify(value))
}

const limits = { retries: 1, backoffMs: 1 }

function system(url: string, options: Partial<HttpOptions> = {}): Extractor {
  return http({ url, kind: 'extractor', tasks: ['entities'], limits, ...options }) as Extractor
}

const spent: Usage[] = []
const context = (ms = 20_000): CallContext => ({
  signal: AbortSignal.timeout(ms),
  seed: 7,
  repeat: 0,
  spend: (usage) => void spent.push(usage),
})

const article = { id: 'a', text: '😀 Bo Ek', title: 'On Bo', publishedAt: '2026-03-05', language: 'en' }
const ask = async (system: Extractor, ms?: number) => system.extract(article, context(ms))

describe('a service', () => {
  it('is posted an article, and answers with what it found', async () => {
    const { url, seen } = await scripted((response) =>
      json(response, {
        id: 'a',
        offsetUnit: 'codepoint',
        mentions: [{ start: 2, end: 7, surface: 'Bo Ek', type: 'PER', score: 0.5, entityId: 'Q1' }],
        timexes: [],
        usage: { inputTokens: 3 },
      }),
    )
    const names = system(url, { labels: 'conll' })
    expect(await ask(names)).toEqual({
      mentions: [{ span: { start: 3, end: 8 }, type: 'PERSON', score: 0.5, entityId: 'Q1' }],
    })
    expect(JSON.parse(seen[0]!.body)).toEqual({ ...article, seed: 7, repeat: 0 })
    expect(seen[0]!.headers).toMatchObject({ 'content-type': 'application/json', accept: 'application/json' })
    expect(seen[0]!.headers).not.toHaveProperty('authorization')
    expect(spent).toEqual([{ inputTokens: 3 }])
  })

  it('may give strings without offsets', async () => {
    const { url } = await scripted((response) =>
      json(response, {
        id: 'a',
        mentions: [
          { surface: 'bo ek', type: 'PERSON' },
          { surface: 'Ida', type: 'PERSON' },
        ],
      }),
    )
    expect(await ask(system(url))).toEqual({
      mentions: [{ span: { start: 3, end: 8 }, type: 'PERSON', placement: 'normalised' }],
      unlocated: { mentions: [{ surface: 'Ida', type: 'PERSON' }] },
    })
  })

  it('may give dates, claims and their evidence', async () => {
    const { url } = await scripted((response) =>
      json(response, {
        id: 'a',
        offsetUnit: 'byte',
        timexes: [
          { start: 5, end: 7, type: 'DATE', value: null },
          { surface: 'Ek', type: 'DATE', value: '2026' },
        ],
        claims: [{ text: 'Bo is Ek.', polarity: '+', evidence: [{ start: 5, end: 10 }] }],
      }),
    )
    expect(await ask(system(url, { tasks: ['claims', 'dates'] }))).toEqual({
      timexes: [
        { span: { start: 3, end: 5 }, type: 'DATE', value: null },
        { span: { start: 6, end: 8 }, type: 'DATE', value: '2026', placement: 'exact' },
      ],
      claims: [{ text: 'Bo is Ek.', polarity: '+', evidence: [{ start: 3, end: 8 }] }],
    })
  })

  it('may write summaries', async () => {
    const { url, seen } = await scripted((response) => json(response, { id: 'a', summary: 'Bo.' }))
    const summarizer = http({ url, kind: 'summarizer', limits })
    if (summarizer.kind !== 'summarizer') throw new Error('no summarizer')
    expect(await summarizer.summarize(article, { minWords: 1, maxWords: 5 }, context())).toEqual({
      text: 'Bo.',
    })
    expect(JSON.parse(seen[0]!.body)).toMatchObject({ minWords: 1, maxWords: 5 })
  })

  it('gets the key in a header, under its name or as a bearer', async () => {
    vi.stubEnv('ASSAY_TEST_KEY', key)
    const { url, seen } = await scripted((response) => json(response, { id: 'a', mentions: [] }))
    const keyVariable = 'ASSAY_TEST_KEY'
    await ask(system(url, { keyVariable }))
    await ask(system(url, { keyVariable, keyHeader: 'X-Api-Key' }))
    expect(seen[0]!.headers.authorization).toBe(`Bearer ${key}`)
    expect(seen[1]!.headers['x-api-key']).toBe(key)
    expect(seen[1]!.headers).not.toHaveProperty('authorization')
  })
})

describe('a service that fails', () => {
  const ok = { id: 'a', mentions: [] }

  it.each([
    ['F5 a refusal', (r) => json(r, { reason: 'no' }, 400), 'threw', /answered 400: "\{"reason":"no"\}"$/, 1],
    ['F4 500 again', (r) => json(r, {}, 500), 'threw', /answered 500: .*, tried 2 times/, 2],
    [
      'F8 HTML',
      (r) => r.writeHead(200, { 'content-type': 'text/html' }).end('<html>\u001b[31mhi</html>'),
      'output-invalid',
      /200 with "text\/html", no JSON: "<html>\\u\{1b\}\[31mhi<\/html>"/,
      1,
    ],
    ['F8 no content type', (r) => r.end('{}'), 'output-invalid', /no content type/, 1],
    [
      'F8 cut-off JSON',
      (r) => r.writeHead(200, { 'content-type': 'application/json' }).end('{"id":"a"'),
      'output-invalid',
      /JSON that is broken: "\{"id":"a""/,
      1,
    ],
    ['another article', (r) => json(r, { ...ok, id: 'b' }), 'output-invalid', /answered for "b"/, 1],
    [
      'another shape',
      (r) => json(r, { ...ok, mood: 'good' }),
      'output-invalid',
      /Unrecognized key: "mood"/,
      1,
    ],
    [
      'no unit',
      (r) => json(r, { id: 'a', mentions: [{ start: 0, end: 1, type: 'ORG' }] }),
      'output-invalid',
      /no `offsetUnit` says what they count/,
      1,
    ],
    ['F9 an error inside', (r) => json(r, { id: 'a', error: 'too long' }), 'threw', /error: too long/, 1],
    ['F7 a reset', (r) => r.socket?.resetAndDestroy(), 'threw', /could not be asked .*tried 2 times/, 2],
  ] as [string, Script, string, RegExp, number][])(
    'with %s: fails that article',
    async (_, script, failure, message, tries) => {
      const { url, seen } = await scripted(script)
      await expect(ask(system(url))).rejects.toMatchObject({
        failure,
        message: expect.stringMatching(message),
      })
      expect(seen).toHaveLength(tries)
    },
  )

  it('F1 is asked again no earlier than it says', async () => {
    const { url, seen } = await scripted((response, _, count) =>
      count === 1 ? json(response, {}, 429, { 'retry-after': '1' }) : json(response, ok),
    )
    expect(await ask(system(url))).toEqual({ mentions: [] })
    expect(seen[1]!.at - seen[0]!.at).toBeGreaterThanOrEqual(1000)
  })

  it('F6 is not waited for longer than the time of the article', async () => {
    const { url } = await scripted(() => {})
    await expect(ask(system(url), 200)).rejects.toThrow(/timeout/)
  })

  it('F6 is not waited for longer than its limit', async () => {
    const { url } = await scripted(() => {})
    const slow = system(url, { limits: { ...limits, headersMs: 100 } })
    await expect(ask(slow)).rejects.toThrow(/did not begin to answer within 100 ms/)
  })

  it.each(['gzip', 'identity'])('F11 with an endless body (%s) is cut at the cap', async (encoding) => {
    const piece = encoding === 'gzip' ? gzipSync(Buffer.alloc(20_000_000, 32)) : Buffer.alloc(1_000_000, 32)
    const { url } = await scripted((response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': encoding })
      const write = () => {
        while (!response.destroyed && response.write(piece));
        if (!response.destroyed) response.once('drain', write)
      }
      write()
    })
    const small = system(url, { limits: { ...limits, replyBytes: 2_000_000 } })
    await expect(ask(small)).rejects.toThrow(/answered 200 with more than 2000000 bytes/)
  })

  it.each([301, 302, 307, 308])(
    'F12 with a redirect (%i) is not followed: nothing reaches the target',
    async (status) => {
      vi.stubEnv('ASSAY_TEST_KEY', key)
      const target = await scripted((response) => json(response, ok))
      const { url } = await scripted((response) => json(response, {}, status, { location: target.url }))
      const keyed = system(url, { keyVariable: 'ASSAY_TEST_KEY', keyHeader: 'x-api-key' })
      await expect(ask(keyed)).rejects.toThrow(/points elsewhere; redirects are not followed/)
      expect(target.seen).toEqual([])
    },
  )

  it('F16 with the key in what it says shows it in no form', async () => {
    vi.stubEnv('ASSAY_TEST_KEY', key)
    const forms = [key, encodeURIComponent(key), Buffer.from(key).toString('base64')]
    const said = forms.join(' ')
    const scripts: Script[] = [
      (response) => json(response, { said }, 400),
      (response) => response.writeHead(200, { 'content-type': 'text/html' }).end(said),
      (response) => json(response, { id: 'a', error: said }),
      (response) => json(response, { id: 'a', mentions: [{ surface: said, type: said }] }),
    ]
    for (const script of scripts) {
      const { url } = await scripted(script)
      const keyed = system(url, { keyVariable: 'ASSAY_TEST_KEY' })
      const shown = await ask(keyed).then(JSON.stringify, (error: unknown) => String(error))
      expect(shown).toContain('[redacted]')
      for (const form of forms) expect(shown).not.toContain(form)
      expect(JSON.stringify(keyed.options)).not.toContain(key)
    }
  })
})

describe('the network', () => {
  it('is needed for an address outside this machine', async () => {
    const outside = system('https://names.example/v1')
    expect(outside.network).toBe(true)
    await outside.prepare?.({ allowNetwork: false })
    await expect(ask(outside)).rejects.toThrow(/the network is closed, and names\.example is outside/)
  })

  it('is not needed for this machine', () => {
    for (const url of ['http://127.0.0.1:1/', 'http://localhost:1/', 'http://[::1]:1/']) {
      expect(system(url)).not.toHaveProperty('network')
    }
  })
})

describe('the options', () => {
  it.each([
    [{ url: 'ftp://127.0.0.1/' }, /`url` is an http or https address/],
    [{ url: 'names' }, /`url` is an http or https address/],
    [{ url: 'http://user:secret@127.0.0.1/' }, /`url` has no user, password, query or fragment/],
    [{ url: 'http://127.0.0.1/?key=secret' }, /`url` has no user, password, query or fragment/],
    [{ keyVariable: 'sk-secret' }, /`keyVariable` is the name of an environment variable in capitals/],
    [{ keyHeader: 'x key' }, /`keyHeader` is the name of a header/],
  ])('%j are refused, and no secret is shown', (options, message) => {
    let error: unknown
    try {
      system('http://127.0.0.1/', options)
    } catch (caught) {
      error = caught
    }
    expect(String(error)).toMatch(message)
    expect(String(error)).not.toContain('secret')
  })

  it('needs the key that it names', async () => {
    const { url } = await scripted((response) => json(response, {}))
    await expect(ask(system(url, { keyVariable: 'ASSAY_NOT_SET' }))).rejects.toThrow(
      /ASSAY_NOT_SET is not set/,
    )
  })
})
