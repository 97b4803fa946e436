import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A request as it arrived. */
interface Arrival {
  /** Milliseconds, as `performance.now()`. */
  readonly at: number
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: Body
}

// oxlint-disable-next-line typescript/no-explicit-any -- whatever a client sent
type Body = any

/** What the server does with a request: a JSON value with status 200, or anything done to the response itself. */
export type Script = (arrival: Arrival, response: ServerResponse) => unknown

export interface ScriptedServer {
  readonly url: string
  readonly arrivals: Arrival[]
  script: Script
  close(): Promise<void>
}

/** A server on 127.0.0.1 that does what a script says. What the script returns is sent as JSON; undefined: it has answered itself. */
export async function startServer(script: Script): Promise<ScriptedServer> {
  const arrivals: Arrival[] = []
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const arrival = {
        at: performance.now(),
        path: request.url ?? '',
        headers: request.headers,
        body: JSON.parse(Buffer.concat(chunks).toString('utf8')),
      }
      arrivals.push(arrival)
      const reply = scripted.script(arrival, response)
      if (reply !== undefined) send(response, 200, reply)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const scripted: ScriptedServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arrivals,
    script,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return scripted
}

/** Sends JSON, or a text as it is. */
export function send(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(typeof body === 'string' ? body : JSON.stringify(body))
}

/** A script that sends this. */
export function sends(status: number, body: unknown, headers?: Readonly<Record<string, string>>): Script {
  return (_, response) => {
    send(response, status, body, headers)
  }
}

/** A script that does one thing after the other, and the last for ever. */
export function inTurn(...scripts: Script[]): Script {
  let next = 0
  return (arrival, response) => scripts[Math.min(next++, scripts.length - 1)]!(arrival, response)
}

/** A reply of chat completions. */
export function chatReply(content: unknown, more: Readonly<Record<string, unknown>> = {}) {
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    choices: [{ index: 0, message: { role: 'assistant', content: asText(content) }, finish_reason: 'stop' }],
    usage: { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 },
    ...more,
  }
}

/** A reply of messages, with the answer as the input of the tool. */
export function messagesReply(input: unknown, more: Readonly<Record<string, unknown>> = {}) {
  return {
    id: 'msg_1',
    type: 'message',
    role: 'assistant',
    content: [{ type: 'tool_use', id: 'toolu_1', name: 'answer', input }],
    stop_reason: 'tool_use',
    usage: { input_tokens: 100, output_tokens: 20 },
    ...more,
  }
}

/** A reply of Ollama. */
export function ollamaReply(content: unknown, more: Readonly<Record<string, unknown>> = {}) {
  return {
    model: 'm',
    message: { role: 'assistant', content: asText(content) },
    done: true,
    done_reason: 'stop',
    prompt_eval_count: 100,
    eval_count: 20,
    ...more,
  }
}

function asText(content: unknown): string {
  return typeof content === 'string' ? content : JSON.stringify(content)
}

/** Plays a model that marks capitalised words and years, behind whichever protocol it is asked through. */
export const toyModel: Script = ({ path, body }) => {
  if (path === '/v1/messages') {
    return messagesReply(toyAnswer(body.tools[0].input_schema, body.messages[0].content))
  }
  if (path === '/api/chat') return ollamaReply(toyAnswer(body.format, body.messages[1].content))
  return chatReply(toyAnswer(body.response_format.json_schema.schema, body.messages[1].content))
}

function toyAnswer(schema: { properties: object }, input: string): object {
  const { text = '', maxWords, premise, hypothesis } = JSON.parse(input)
  const words = (pattern: RegExp): string[] => text.match(pattern) ?? []
  const [asked] = Object.keys(schema.properties)
  switch (asked) {
    case 'mentions':
      return {
        mentions: words(/(?<![\p{L}\p{M}\p{N}])\p{Lu}\p{L}*(?![\p{L}\p{M}\p{N}])/gu).map((surface) => ({
          surface,
          context: surface,
          type: 'ORG',
        })),
      }
    case 'timexes':
      return {
        timexes: words(/(?<![\p{L}\p{M}\p{N}])(?:19|20)\d\d(?![\p{L}\p{M}\p{N}])/gu).map((surface) => ({
          surface,
          context: '',
          type: 'DATE',
          value: surface,
        })),
      }
    case 'claims':
      return {
        claims: [{ text: text.slice(0, 80).toWellFormed(), holder: null, polarity: '+', certainty: 'CT' }],
      }
    case 'summary':
      return { summary: words(/\S+/g).slice(0, maxWords).join(' ') }
    default:
      return { verdict: premise === hypothesis ? 'yes' : 'no' }
  }
}
