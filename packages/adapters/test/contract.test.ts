import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { contractArticles, systemContract } from '@assay/testkit'
import { catalogue, claimSentences, predictions } from '../src/index.ts'

for (const { id, create, tasks } of catalogue) {
  systemContract(id, create, { extractive: tasks.includes('summaries') })
}

systemContract('claim-sentences with a limit', () => claimSentences({ most: 3 }))

const folder = mkdtempSync(join(tmpdir(), 'assay-predictions-'))

const extracted = join(folder, 'extracted.jsonl')
const empty = { mentions: [], timexes: [] }
writeFileSync(
  extracted,
  contractArticles.map(({ id }) => `${JSON.stringify({ article: id, output: empty })}\n`).join(''),
)
systemContract('predictions of an extractor', () => predictions({ file: extracted }))

const summaries = join(folder, 'summaries.jsonl')
writeFileSync(
  summaries,
  contractArticles
    .map(({ id }) => `${JSON.stringify({ article: id, output: { summary: { text: '' } } })}\n`)
    .join(''),
)
systemContract('predictions of a summarizer', () => predictions({ file: summaries }))
