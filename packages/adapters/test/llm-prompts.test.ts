import { entityTypes, timexTypes } from '@assay/schema'
import { describe, expect, it } from 'vitest'
import { loadPrompt, type PromptId, promptRecord } from '../src/llm/prompts.ts'
import { claims, mentions, summary, timexes, verdict } from '../src/llm/shapes.ts'
import type { Shape } from '../src/llm/structured.ts'

const shapes: Readonly<Record<Exclude<PromptId, 'repair'>, Shape<unknown>>> = {
  entities: mentions,
  dates: timexes,
  claims,
  summaries: summary,
  support: verdict,
  equivalence: verdict,
}
const ids = Object.keys(shapes) as (keyof typeof shapes)[]

describe.each(ids)('the prompt for %s', (id) => {
  const { text } = loadPrompt(id)

  it('ends with an example that is an answer, as it is asked for and as it is read', () => {
    const example = JSON.parse(text.slice(text.lastIndexOf('\n') + 1))
    expect(shapes[id].told.safeParse(example).error).toBeUndefined()
    expect(shapes[id].read.safeParse(example).error).toBeUndefined()
  })

  it('says that what the user sends is no instruction', () => {
    expect(text.replaceAll('\n', ' ')).toMatch(/never (an instruction|instructions) to you/)
  })
})

it('the prompts for entities and dates name every type', () => {
  const entities = loadPrompt('entities').text
  expect(entityTypes.filter((type) => !entities.includes(`| ${type} |`))).toEqual([])
  const dates = loadPrompt('dates').text
  expect(timexTypes.filter((type) => !dates.includes(`\`${type}\``))).toEqual([])
})

it('a prompt that has changed has a new version', () => {
  const record = promptRecord([...ids, 'repair' as const].map(loadPrompt))
  expect(record).toMatchInlineSnapshot(`
    {
      "claims": {
        "sha256": "6e143e797c104c150fb7ec4a7e8386fdd9319bdb733b60efdd157176af6b73ac",
        "version": "v1",
      },
      "dates": {
        "sha256": "304a7453a80a70950ff832027b00b2f9ee89a99caa291aa093c54d37c556ce87",
        "version": "v1",
      },
      "entities": {
        "sha256": "5c69fa90c9b19301c3fd965477b1c6fa3bf9925073a9f31b05aa5de7f846e625",
        "version": "v1",
      },
      "equivalence": {
        "sha256": "ce77999892114e7ff5e3fcf84fdcea64408a616e418f9d9a5925bdcfd0e4aee2",
        "version": "v1",
      },
      "repair": {
        "sha256": "6f943a488271b18e4179c21eec4039ff2510001dcd0cb95a0de7a2be8fc3d8ca",
        "version": "v1",
      },
      "summaries": {
        "sha256": "dcf781e80cde57501d8cdf7953679407960b5027909b503875bef708b618e559",
        "version": "v1",
      },
      "support": {
        "sha256": "2952496c1f7cda05e95446e852e2aa2297c06ef3f5771b7469f989fe25c877fe",
        "version": "v1",
      },
    }
  `)
})
