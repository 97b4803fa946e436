// Writes a page for every built-in metric: `npm run cards`. A test fails when they drift.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { metrics, moreMetrics } from '@assay/scorer'
import { cardPages } from './pages.ts'

const folder = new URL('../../../scorer/cards/', import.meta.url)
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder)
for (const [name, page] of Object.entries(cardPages({ metrics, moreMetrics }))) {
  writeFileSync(new URL(name, folder), page)
}
