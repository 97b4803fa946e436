// Writes the documents beside the reference clients: `npm run protocol -w packages/adapters`. A test fails when they
// drift.
import { writeFileSync } from 'node:fs'
import { wireDocuments } from './documents.ts'

const folder = new URL('../../clients/', import.meta.url)
for (const [name, document] of Object.entries(wireDocuments())) {
  writeFileSync(new URL(name, folder), `${JSON.stringify(document, null, 2)}\n`)
}
