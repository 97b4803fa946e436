import { readdirSync, readFileSync } from 'node:fs'
import {
  countRowSchema,
  datasetManifestSchema,
  goldArticleSchema,
  jsonSchemas,
  judgementSchema,
  judgeRecordSchema,
  leaderboardSchema,
  predictionSchema,
  questionSchema,
  runEnvironmentSchema,
  runRecordSchema,
  scoreSheetSchema,
  standoffArticleSchema,
  timingSchema,
} from '@assay/schema'
import { describe, expect, test } from 'vitest'
import { bare, type Format, full } from './examples.ts'

const schemas = {
  dataset: datasetManifestSchema,
  article: goldArticleSchema,
  standoff: standoffArticleSchema,
  prediction: predictionSchema,
  run: runRecordSchema,
  environment: runEnvironmentSchema,
  timing: timingSchema,
  question: questionSchema,
  judgement: judgementSchema,
  judge: judgeRecordSchema,
  counts: countRowSchema,
  scores: scoreSheetSchema,
  leaderboard: leaderboardSchema,
} as const satisfies Record<Format, object>

const formats = Object.keys(schemas) as Format[]

describe.each(formats)('the format %s', (format) => {
  test('accepts every field that its interface has', () => {
    for (const value of full[format]) expect(schemas[format].parse(value)).toEqual(value)
  })

  test('accepts values without the fields that its interface calls optional', () => {
    expect(schemas[format].parse(bare[format])).toEqual(bare[format])
  })

  test('has no field that its interface lacks', () => {
    expect(unused(jsonSchemas()[format], full[format])).toEqual([])
  })

  test('refuses a field that nobody knows', () => {
    expect(schemas[format].safeParse({ ...bare[format], surprise: 1 }).success).toBe(false)
  })

  test('is published as the JSON Schema that the code makes; `npm run schemas` writes it', () => {
    const published = readFileSync(new URL(`../json-schema/${format}.json`, import.meta.url), 'utf8')
    expect(JSON.parse(published)).toEqual(jsonSchemas()[format])
  })
})

test('every published JSON Schema is that of a format', () => {
  const files = readdirSync(new URL('../json-schema/', import.meta.url))
  expect(files.sort()).toEqual(formats.map((format) => `${format}.json`).sort())
})

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly items?: JsonSchema
  readonly prefixItems?: readonly JsonSchema[]
  readonly additionalProperties?: JsonSchema | boolean
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
}

/** Paths of the fields of a JSON Schema that none of the values has. */
function unused(schema: JsonSchema, values: readonly unknown[], path = ''): string[] {
  const objects = values.filter((value) => typeof value === 'object' && value !== null)
  const variants = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]
  const inner = objects.flatMap((value) => Object.values(value) as unknown[])
  const rest = [schema.items, schema.additionalProperties].filter((other) => typeof other === 'object')
  return [
    ...variants.flatMap((variant) => unused(variant, fitting(variant, objects), path)),
    ...rest.flatMap((other) => unused(other, inner, `${path}[]`)),
    ...Object.entries(schema.properties ?? {}).flatMap(([key, field]) => {
      const found = objects.filter((value) => Object.hasOwn(value, key))
      const at = `${path}.${key}`
      return found.length === 0
        ? [at]
        : unused(
            field,
            found.map((value) => (value as Record<string, unknown>)[key]),
            at,
          )
    }),
  ]
}

/** The values that have no field outside of the variant. */
function fitting({ properties = {} }: JsonSchema, values: readonly object[]): object[] {
  return values.filter((value) => Object.keys(value).every((key) => Object.hasOwn(properties, key)))
}
