import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { JsonObject } from '@assay/schema'

/** The current version of each. A changed prompt is a new file with the next number: results name what they used. */
const versions = {
  entities: 'v1',
  dates: 'v1',
  claims: 'v1',
  summaries: 'v1',
  support: 'v1',
  equivalence: 'v1',
  repair: 'v1',
} as const

export type PromptId = keyof typeof versions

export interface Prompt {
  readonly id: PromptId
  readonly version: string
  readonly text: string
}

/** Reads `prompts/<id>.<version>.md` of this package. It is sent as it stands: nothing is put into it. */
export function loadPrompt(id: PromptId): Prompt {
  const version = versions[id]
  const file = new URL(`../../prompts/${id}.${version}.md`, import.meta.url)
  // Line ends are those of the checkout, and no part of the prompt.
  return { id, version, text: readFileSync(file, 'utf8').replaceAll('\r\n', '\n').trim() }
}

/** Prompts as a run records them: version and SHA-256 by id. */
export function promptRecord(prompts: readonly Prompt[]): JsonObject {
  return Object.fromEntries(
    prompts.map(({ id, version, text }) => [
      id,
      { version, sha256: createHash('sha256').update(text).digest('hex') },
    ]),
  )
}
