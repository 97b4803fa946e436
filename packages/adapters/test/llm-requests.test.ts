import { gzipSync } from 'node:zlib'
import type { Extractor } from '@assay/schema'
import { afterEach, describe, expect, it, onTestFinished } from 'vitest'
import { llmExtractor, llmJudge, type LlmOptions, type ServiceLimits } from '../src/index.ts'
import { messageOf, quick, settled, spending } from './llm/call.ts'
import { chatReply, inTurn, type Script, send, sends, startServer } from './llm/server.ts'

const article = { id: 'a', text: 'Ida Ek left Ekby.' }
const fine = chatReply({ mentions: [{ surface: 'Ida Ek', context: '', type: 'PERSON' }] })
const found = { mentions: [{ span: { start: 0, end: 6 }, type: 'PERSON', placement: 'exact' }] }

async function serverWith(script: Script) {
  const server = await startServer(script)
  onTestFinished(() => server.close())
  return server
}

function system(
  baseUrl: string,
  limits: Partial<ServiceLimits> = {},
  more: Partial<LlmOptions> = {},
): Extractor {
  const options = { protocol: 'openai', model: 'm', baseUrl, tasks: ['entities'], ...more } as const
  return llmExtractor({ ...options, limits: { ...quick, ...limits } })
}

async function extract(of: Extractor, signal?: AbortSignal) {
  return of.extract(article, spending(signal).context)
}

const refuse = (
  status: number,
  headers: Readonly<Record<string, string>> = {},
  body: unknown = { error: { message: 'no' } },
): Script => sends(status, body, headers)

describe('a service that has too much to do', () => {
  it.each([
    ['seconds', { 'retry-after': '1' }, 1000],
    ['milliseconds', { 'retry-after-ms': '120' }, 120],
    ['another failure', { 'retry-after-ms': '120' }, 120, 502],
  ])('is asked again no earlier than it said in %s', async (_, headers, floor, status = 429) => {
    const server = await serverWith(inTurn(refuse(status, headers), refuse(status, headers), () => fine))
    expect(await extract(system(server.url))).toEqual(found)
    const [first, second, third] = server.arrivals.map(({ at }) => at)
    expect(second! - first!).toBeGreaterThanOrEqual(floor)
    expect(third! - second!).toBeGreaterThanOrEqual(floor)
  })

  it('is asked again no earlier than the date that it said, by its own clock', async () => {
    const late = 'Sun, 06 Nov 1994 08:49:37 GMT'
    const date = 'Sun, 06 Nov 1994 08:49:36 GMT'
    const server = await serverWith(inTurn(refuse(503, { 'retry-after': late, date }), () => fine))
    expect(await extract(system(server.url))).toEqual(found)
    expect(server.arrivals[1]!.at - server.arrivals[0]!.at).toBeGreaterThanOrEqual(1000)
  })

  it.each(['-5', 'soon', '1e3', '', 'Sun, 99 Nov 1994 08:49:37 GMT', '2026-11-25'])(
    'and says %j is asked again as if it had said nothing',
    async (hint) => {
      const server = await serverWith(inTurn(refuse(429, { 'retry-after': hint }), () => fine))
      expect(await extract(system(server.url))).toEqual(found)
      expect(server.arrivals[1]!.at - server.arrivals[0]!.at).toBeLessThan(2000)
    },
  )

  it.each(['3600', '99999999999999999999', 'Fri, 31 Dec 9999 23:59:59 GMT'])(
    'and says %j fails the article at once, and is not asked for the next one either',
    async (hint) => {
      const server = await serverWith(refuse(429, { 'retry-after': hint }))
      const asked = system(server.url)
      await expect(extract(asked)).rejects.toThrow(
        /^the service asks to wait \d+ s, longer than a request waits$/,
      )
      await expect(extract(asked)).rejects.toThrow(/asks to wait/)
      expect(server.arrivals.length).toBe(1)
    },
  )

  it('all the time is given up after so many tries, with what it said', async () => {
    const server = await serverWith(refuse(429, { 'retry-after-ms': '1' }, '{"error":"slow\u001b[31m down"}'))
    await expect(extract(system(server.url, { retries: 2 }))).rejects.toThrow(
      `m at ${new URL(server.url).host} answered 429: "{"error":"slow\\u{1b}[31m down"}", tried 3 times`,
    )
    expect(server.arrivals.length).toBe(3)
  })
})

describe('many requests at the same time', () => {
  it('are none before the end of the longest wait, and half as many at first', async () => {
    const hint = 200
    const refused: number[] = []
    let underWay = 0
    const peaks = { before: 0, after: 0 }
    const server = await serverWith((_, response) => {
      const isFirst = server.arrivals.length <= 8
      const phase = isFirst ? 'before' : 'after'
      peaks[phase] = Math.max(peaks[phase], ++underWay)
      setTimeout(() => {
        underWay -= 1
        if (isFirst) {
          refused.push(performance.now())
          send(response, 429, {}, { 'retry-after-ms': String(hint) })
        } else send(response, 200, chatReply({ verdict: 'yes' }))
      }, 20)
    })
    const judge = llmJudge({
      protocol: 'openai',
      model: 'm',
      baseUrl: server.url,
      limits: { ...quick, concurrency: 8 },
    })
    const questions = Array.from({ length: 12 }, (_, i) => ({
      id: String(i),
      kind: 'support' as const,
      premise: 'p',
      hypothesis: String(i),
    }))
    expect(await judge.judge(questions, spending().context)).toEqual(questions.map(() => 1))
    expect([server.arrivals.length, refused.length]).toEqual([8 + 12, 8])
    const floor = Math.max(...refused) + hint
    expect(server.arrivals.slice(8).filter(({ at }) => at < floor)).toEqual([])
    expect(peaks.before).toBe(8)
    // Four places, and one more after eight successes.
    expect(peaks.after).toBeLessThanOrEqual(5)
  })
})

describe('a service that fails', () => {
  it.each([408, 500, 502, 503, 504, 529])('with %i is asked again', async (status) => {
    const server = await serverWith(inTurn(refuse(status), refuse(status), () => fine))
    expect(await extract(system(server.url))).toEqual(found)
    expect(server.arrivals.length).toBe(3)
  })

  it.each([400, 403, 404, 422])('with %i is not', async (status) => {
    const server = await serverWith(refuse(status))
    const asked = system(server.url)
    await expect(extract(asked)).rejects.toThrow(`answered ${status}: "{"error":{"message":"no"}}"`)
    expect(server.arrivals.length).toBe(1)
    await expect(extract(asked)).rejects.toThrow(`answered ${status}`)
    expect(server.arrivals.length).toBe(2)
  })

  it('with 401 is not asked again, for no article', async () => {
    const server = await serverWith(refuse(401))
    const asked = system(server.url)
    await expect(extract(asked)).rejects.toMatchObject({
      message: expect.stringContaining('answered 401'),
      hint: expect.stringContaining('keyVariable'),
    })
    await expect(extract(asked)).rejects.toThrow('answered 401')
    expect(server.arrivals.length).toBe(1)
  })

  it.each([
    [{ error: { type: 'overloaded_error', message: 'Overloaded' } }, 2],
    [{ error: { code: 429, message: 'slow down' } }, 2],
    [{ type: 'error', error: { type: 'invalid_request_error', message: 'no' } }, 1],
    [{ error: 'model not found' }, 1],
  ])('inside 200 with %j is taken for what it means', async (body, requests) => {
    const server = await serverWith(
      inTurn(
        () => body,
        () => fine,
      ),
    )
    const answer = extract(system(server.url))
    if (requests === 1) await expect(answer).rejects.toThrow('answered an error inside 200: "{')
    else expect(await answer).toEqual(found)
    expect(server.arrivals.length).toBe(requests)
  })

  it.each([
    ['before it answers', (_, response) => void response.socket?.destroy()],
    [
      'in the middle',
      (_, response) => {
        response.writeHead(200, { 'content-length': '1000' })
        response.write('{"choices":')
        setTimeout(() => response.socket?.destroy(), 5)
      },
    ],
  ] satisfies [string, Script][])('by hanging up %s is asked again', async (_, hangUp) => {
    const server = await serverWith(inTurn(hangUp, () => fine))
    expect(await extract(system(server.url))).toEqual(found)
    expect(server.arrivals.length).toBe(2)
  })

  it('to be there is not asked again', async () => {
    const server = await serverWith(() => fine)
    await server.close()
    await expect(extract(system(server.url))).rejects.toThrow(/could not be asked \(ECONNREFUSED/)
  })
})

describe('a reply', () => {
  it.each([
    [
      'that is a page',
      '<!doctype html>\n<title>Bad\u202e gateway</title>',
      /no JSON: "<!doctype html> <title>Bad\\u\{202e\} gateway/,
    ],
    ['that is cut', '{"choices": [{"mess', /no JSON: "{"choices": \[{"mess"/],
    ['that is empty', '', /no JSON: ""/],
    [
      'of another protocol',
      '{"message": {"content": "{}"}, "done": true}',
      /no reply of openai: "{"message"/,
    ],
    ['without an end of depth', '['.repeat(200_000), /no JSON/],
  ])('%s is an error that shows its beginning', async (_, text, message) => {
    const server = await serverWith(sends(200, text))
    await expect(extract(system(server.url))).rejects.toThrow(message)
    expect(server.arrivals.length).toBe(1)
  })

  it('that is not UTF-8 is an error', async () => {
    const server = await serverWith((_, response) => {
      response.end(Buffer.from([0x22, 0xff, 0x22]))
    })
    await expect(extract(system(server.url))).rejects.toThrow('bytes that are not UTF-8')
  })

  it('that unfolds to more than is allowed is cut off while it arrives', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000, 0x20))
    const server = await serverWith((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' })
      response.end(bomb)
    })
    const before = process.memoryUsage.rss()
    await expect(extract(system(server.url, { replyBytes: 100_000 }))).rejects.toThrow(
      'more than 100000 bytes',
    )
    expect(process.memoryUsage.rss() - before).toBeLessThan(50_000_000)
  })

  it('without an end is cut off', async () => {
    const server = await serverWith((_, response) => {
      response.writeHead(200)
      const timer = setInterval(() => response.write(' '.repeat(10_000)), 1)
      response.on('close', () => clearInterval(timer))
    })
    await expect(extract(system(server.url, { replyBytes: 50_000 }))).rejects.toThrow('more than 50000 bytes')
  })

  it('that points elsewhere is not followed: neither request nor key arrives there', async () => {
    process.env['ASSAY_TEST_KEY_1'] = 'sk-redirected-0123456789'
    const target = await serverWith(() => fine)
    const server = await serverWith(refuse(307, { location: `${target.url}/chat/completions` }))
    const asked = system(server.url, {}, { keyVariable: 'ASSAY_TEST_KEY_1' })
    await expect(extract(asked)).rejects.toThrow(
      'answered 307 and points elsewhere; redirects are not followed',
    )
    expect(server.arrivals.length).toBe(1)
    expect(target.arrivals).toEqual([])
  })
})

describe('patience ends', () => {
  const silent: Script = () => undefined

  it('when a reply does not begin', async () => {
    const server = await serverWith(silent)
    await expect(extract(system(server.url, { headersMs: 40 }))).rejects.toThrow(
      'did not begin to answer within 40 ms',
    )
  })

  it('when a reply stops in the middle', async () => {
    const server = await serverWith((_, response) => {
      response.writeHead(200)
      response.write('{"choices":')
    })
    await expect(extract(system(server.url, { bodyMs: 40 }))).rejects.toThrow(
      'in the middle of its answer for 40 ms',
    )
  })

  it('when a reply trickles on and on', async () => {
    const server = await serverWith((_, response) => {
      response.writeHead(200)
      const timer = setInterval(() => response.write(' '), 10)
      response.on('close', () => clearInterval(timer))
    })
    await expect(extract(system(server.url, { totalMs: 100 }))).rejects.toThrow('took longer than 100 ms')
  })

  it.each([
    ['while it waits for a reply', silent],
    ['while it waits to ask again', refuse(429, { 'retry-after': '4' })],
  ])('when the time for the article is over, %s', async (_, script) => {
    const server = await serverWith(script)
    const stop = new AbortController()
    setTimeout(() => stop.abort(new Error('time is over')), 100)
    const started = performance.now()
    await expect(extract(system(server.url), stop.signal)).rejects.toThrow('time is over')
    expect(performance.now() - started).toBeLessThan(3000)
  })
})

describe('a key', () => {
  const key = 'sk-canary+/=0123456789'
  afterEach(() => {
    delete process.env['ASSAY_TEST_KEY']
  })
  const withKey = { keyVariable: 'ASSAY_TEST_KEY' }

  it('is read from the environment when it is needed, and sent', async () => {
    const server = await serverWith(() => fine)
    const asked = system(server.url, {}, withKey)
    await expect(extract(asked)).rejects.toThrow('the environment variable ASSAY_TEST_KEY is not set')
    process.env['ASSAY_TEST_KEY'] = `${key}\n`
    expect(await extract(asked)).toEqual(found)
    expect(server.arrivals.map(({ headers }) => headers.authorization)).toEqual([`Bearer ${key}`])
  })

  const base64 = (text: string): string => Buffer.from(text).toString('base64')
  it.each([
    ['as it is', key, key],
    ['as a URL writes it', encodeURIComponent(key), encodeURIComponent(key)],
    ['in base64', base64(key), base64(key).slice(0, 20)],
    ['in base64, one byte on', base64(`Bearer ${key}`), base64(` ${key}`).slice(4, 20)],
    ['in base64, two bytes on', base64(`xx${key}`), base64(`xx${key}`).slice(4, 20)],
    ['in base64 for URLs', base64(`${key}?>?`).replaceAll('+', '-'), base64(key).slice(0, 20)],
  ])('is in no error when the service sends it back %s', async (_, echo, form) => {
    process.env['ASSAY_TEST_KEY'] = key
    const server = await serverWith(inTurn(refuse(400, {}, echo), sends(200, `<p>${echo}`)))
    const asked = system(server.url, {}, withKey)
    for (const what of ['answered 400: "', 'no JSON: "']) {
      const error = await settled(extract(asked))
      expect(messageOf(error)).toContain(what)
      expect(messageOf(error)).toContain('[redacted]')
      expect(JSON.stringify([error, messageOf(error), (error as Error).stack])).not.toContain(form)
    }
  })

  it('is in no error when the service sends it back in the escapes of JSON', async () => {
    process.env['ASSAY_TEST_KEY'] = key
    const escapes = Array.from(key, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
    const server = await serverWith(refuse(400, {}, `{"error":"${escapes.join('')}"}`))
    const error = await settled(extract(system(server.url, {}, withKey)))
    expect(messageOf(error)).toContain('answered 400: "{"error":"[redacted]"}"')
  })

  it('that no header can hold is refused without being shown', async () => {
    process.env['ASSAY_TEST_KEY'] = 'sk-two\nlines-0123'
    const server = await serverWith(() => fine)
    const error = await settled(extract(system(server.url, {}, withKey)))
    expect(messageOf(error)).toContain('ASSAY_TEST_KEY holds what cannot be a key')
    expect(messageOf(error)).not.toContain('lines-0123')
    expect(server.arrivals).toEqual([])
  })

  it('in place of the name of a variable is refused without being shown', () => {
    expect(() => system('http://127.0.0.1:1', {}, { keyVariable: 'sk-proj-secret' })).toThrow(
      /^language model: `keyVariable` is the name of an environment variable in capitals, not the key$/,
    )
  })

  it('is not part of an address', () => {
    for (const url of [
      'https://user:pass@x.test',
      'https://x.test/v1?key=1',
      'https://x.test/#a',
      'ftp://x.test',
      'x',
    ]) {
      expect(() => system(url)).toThrow('`baseUrl`')
    }
  })
})
