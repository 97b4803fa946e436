import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AssayError, type JsonObject, jsonObjectSchema, jsonSchema, type Json } from '@assay/schema'
import * as z from 'zod'

/** What a model is asked, without the key. `repeat` tells passes over an article apart. */
export interface RecordedRequest {
  readonly url: string
  readonly body: JsonObject
  readonly repeat: number
}

/** A folder with one file a request, named by its hash: replies that were paid for once. */
export interface Recordings {
  /** Null: there is none. @throws AssayError `file-invalid` if there is one and it cannot be read. */
  find(request: RecordedRequest): Json | null
  keep(request: RecordedRequest, reply: Json): void
  /** Where the recording of a request stands, or would. */
  file(request: RecordedRequest): string
}

const recordingSchema = z.strictObject({
  schema: z.literal('assay.recording/1'),
  request: z.strictObject({ url: z.string(), body: jsonObjectSchema, repeat: z.int().min(0) }),
  reply: jsonSchema,
})

export function openRecordings(folder: string): Recordings {
  const file = (request: RecordedRequest): string => join(folder, `${hashOf(request)}.json`)
  return {
    file,
    find(request) {
      const path = file(request)
      const text = readIfThere(path)
      if (text === null) return null
      try {
        return recordingSchema.parse(JSON.parse(text)).reply
      } catch (cause) {
        throw new AssayError('file-invalid', `${path} is no recording`, {
          hint: 'Delete it; the request is then asked and recorded again.',
          cause,
        })
      }
    },
    keep(request, reply) {
      const path = file(request)
      mkdirSync(folder, { recursive: true })
      // Written beside its place and moved: a process that ends in the middle leaves no half recording.
      const draft = `${path}.${process.pid}.tmp`
      writeFileSync(draft, `${JSON.stringify({ schema: 'assay.recording/1', request, reply }, null, 2)}\n`)
      renameSync(draft, path)
    },
  }
}

/** SHA-256 of the request as JSON, in the order in which we build it. */
function hashOf({ url, body, repeat }: RecordedRequest): string {
  return createHash('sha256').update(JSON.stringify({ url, body, repeat })).digest('hex')
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
