// Writes the JSON Schemas into the package: `npm run schemas`. A test fails when they drift.
import { mkdirSync, writeFileSync } from 'node:fs'
import { jsonSchemas } from './index.ts'

const folder = new URL('../../json-schema/', import.meta.url)
mkdirSync(folder, { recursive: true })
for (const [name, schema] of Object.entries(jsonSchemas())) {
  writeFileSync(new URL(`${name}.json`, folder), `${JSON.stringify(schema, null, 2)}\n`)
}
