import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Claim, DatasetManifest, GoldArticle, Summary } from '@assay/schema'
import { onTestFinished } from 'vitest'

export type Mutable<T> = { -readonly [K in keyof T]: Mutable<T[K]> }

export const manifest: DatasetManifest = {
  schema: 'assay.dataset/1',
  name: 'sample',
  version: '1.0.0',
  title: 'A sample',
  licence: 'CC0-1.0',
  language: 'en',
  offsetUnit: 'utf16',
  tasks: ['entities', 'dates', 'claims'],
  makers: { texts: 'a person', annotation: 'a person', references: 'a person' },
}

const claim: Omit<Claim, 'id' | 'text' | 'evidence'> = {
  tier: 'core',
  weight: 1,
  kind: 'event',
  holder: 'narrator',
  mode: 'asserted',
  certainty: 'CT',
  polarity: '+',
}

/** An article that breaks no rule, to be edited into one that does. The emoji takes offsets 0 and 1. */
export function sample(id = 'a', edit: (gold: Mutable<GoldArticle>) => void = () => {}): GoldArticle {
  const gold: GoldArticle = {
    schema: 'assay.article/1',
    article: { id, text: `🚀 Ada met Bo in Rome. They left on Friday. ${id}`, publishedAt: '2025-04-14' },
    annotation: {
      sentences: [
        { start: 0, end: 22 },
        { start: 23, end: 43 },
        { start: 44, end: 44 + id.length },
      ],
      entities: [
        { id: 'e1', type: 'PERSON', name: 'Ada', aliases: [], salience: 2 },
        { id: 'e2', type: 'GPE', name: 'Rome', aliases: [], demonyms: ['Roman'], salience: 1 },
      ],
      mentions: [
        { id: 'm1', span: { start: 3, end: 6 }, surface: 'Ada', type: 'PERSON', entityId: 'e1' },
        { id: 'm2', span: { start: 17, end: 21 }, surface: 'Rome', type: 'GPE', entityId: 'e2' },
      ],
      timexes: [
        {
          id: 't1',
          span: { start: 36, end: 42 },
          surface: 'Friday',
          type: 'DATE',
          value: '2025-04-11',
          basis: 'dct',
          alternatives: [{ span: { start: 33, end: 42 }, value: '2025-W15-5' }],
        },
      ],
      claims: [
        {
          ...claim,
          id: 'c1',
          text: 'Ada met Bo.',
          evidence: [{ sentences: [0] }],
          holder: { entityId: 'e1' },
        },
        { ...claim, id: 'c2', text: 'Ada and Bo left Rome.', evidence: [{ sentences: [1] }], parts: ['c3'] },
        { ...claim, id: 'c3', text: 'Ada left Rome.', evidence: [{ sentences: [0, 1] }] },
      ],
      claimless: [2],
      summaries: ['s1', 's2', 's3'].map((name) => headline(name)),
    },
  }
  const draft = structuredClone(gold) as Mutable<GoldArticle>
  edit(draft)
  return draft
}

export function headline(id: string): Mutable<Summary> {
  return { id, text: 'Ada meets Bo', author: id, length: 'headline', claims: ['c1'] }
}

/** Writes a dataset folder that goes away with the test. Strings and bytes are written as they are. */
export function datasetFolder(files: Readonly<Record<string, string | Uint8Array | object>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'assay-dataset-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  mkdirSync(join(folder, 'articles'))
  for (const [file, content] of Object.entries(files)) {
    const plain = typeof content === 'string' || content instanceof Uint8Array
    writeFileSync(join(folder, file), plain ? content : JSON.stringify(content, null, 2))
  }
  return folder
}
