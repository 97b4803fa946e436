import { type CallContext, type Json, type JsonObject, pathText, type Usage } from '@assay/schema'
import * as z from 'zod'
import type { Client } from './client.ts'
import { unusable } from './failure.ts'
import { loadPrompt, type Prompt } from './prompts.ts'
import { nameOf } from './request.ts'

/** What a reply must be: as the model is told, and as it is read. */
export interface Shape<T> {
  /** Names the reply; letters and `_`. */
  readonly name: string
  readonly told: z.ZodType
  /** More forgiving, where less than perfect can be used. */
  readonly read: z.ZodType<T>
}

export interface Ask<T> {
  readonly prompt: Prompt
  /** What the question is about. It is sent as JSON, apart from the prompt: data is not instruction. */
  readonly input: Json
  readonly shape: Shape<T>
}

/**
 * Asks a model for data. A reply that is not of the shape is sent back once, with what is wrong with it.
 *
 * @throws AssayError `system-failed`: the second reply is wrong too, or what `Client.ask` throws
 */
export async function askFor<T>(client: Client, ask: Ask<T>, context: CallContext): Promise<T> {
  const question = questionOf(ask)
  const first = await client.ask(question, context)
  const parsed = parse(first, ask.shape.read)
  if (parsed.ok) return parsed.value
  const repaired = await client.ask(
    {
      ...question,
      messages: [
        ...question.messages,
        { role: 'assistant', text: first.trim() || '(nothing)' },
        { role: 'user', text: `${repair.text}\n\n${parsed.fault}` },
      ],
    },
    context,
  )
  const again = parse(repaired, ask.shape.read)
  if (again.ok) return again.value
  throw unusable(`${nameOf(client.service)} gave no usable answer in two tries: ${again.fault}`)
}

/** What `askFor` takes at most when nothing needs repair. */
export function expectFor(client: Client, ask: Ask<unknown>): Usage {
  return client.expect(questionOf(ask))
}

export const repair = loadPrompt('repair')

function questionOf({ prompt, input, shape }: Ask<unknown>) {
  return {
    system: prompt.text,
    messages: [{ role: 'user' as const, text: JSON.stringify(input) }],
    reply: { name: shape.name, schema: jsonSchemaOf(shape.told) },
  }
}

function jsonSchemaOf(type: z.ZodType): JsonObject {
  const { $schema: _, ...schema } = z.toJSONSchema(type)
  return schema as JsonObject
}

type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: string }

function parse<T>(text: string, type: z.ZodType<T>): Parsed<T> {
  let value: unknown
  try {
    value = JSON.parse(jsonIn(text))
  } catch (error) {
    return { ok: false, fault: `It is no JSON: ${(error as Error).message}` }
  }
  const parsed = type.safeParse(value)
  if (parsed.success) return { ok: true, value: parsed.data }
  const faults = parsed.error.issues.slice(0, 5).map(({ path, message }) => `${pathText(path)}: ${message}`)
  return { ok: false, fault: faults.join('; ') }
}

/** Models think aloud in front of an answer, and put it into a code fence, however they are asked. */
function jsonIn(text: string): string {
  const said = text.replace(/^\s*<think>[\s\S]*?<\/think>/, '').trim()
  const fence = /^```(?:json)?\n([\s\S]*)\n```$/.exec(said)
  return fence?.[1] ?? said
}
