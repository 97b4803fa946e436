import type { DatasetManifest, SystemRecord } from '@assay/schema'
import { describe, expect, it } from 'vitest'
import { relationOf } from '../src/relatives.ts'

const manifest = (texts: string, references: string): DatasetManifest => ({
  schema: 'assay.dataset/1',
  name: 'sample',
  version: '1',
  title: 'A sample',
  licence: 'CC0-1.0',
  language: 'en',
  offsetUnit: 'utf16',
  tasks: ['entities', 'claims'],
  makers: { texts, annotation: 'Ada Lund', references },
})

const system = (maker?: string): SystemRecord => ({
  name: 's',
  kind: 'extractor',
  adapter: 'a',
  version: '1',
  tasks: ['entities', 'claims'],
  ...(maker !== undefined && { maker }),
  options: {},
  files: {},
})

describe('a system and the maker of the gold', () => {
  it('are related when one family of models made both, whatever its version', () => {
    expect(
      relationOf(system('claude-x-1'), 'entities', manifest('Claude (Anthropic), 2026', 'Ada Lund')),
    ).toEqual({
      because: 'shares its maker (claude-x-1) with texts of the dataset',
      isRanked: true,
    })
  })

  it.each(['claims', 'summaries'] as const)('are not ranked together on %s', (task) => {
    expect(relationOf(system('Claude'), task, manifest('Claude', 'Claude'))).toEqual({
      because: 'shares its maker (Claude) with texts, references of the dataset',
      isRanked: false,
    })
  })

  it('are strangers otherwise', () => {
    expect(relationOf(system('Other'), 'claims', manifest('Claude', 'Claude'))).toBeNull()
    expect(relationOf(system(), 'claims', manifest('Claude', 'Claude'))).toBeNull()
    expect(relationOf(null, 'claims', manifest('Claude', 'Claude'))).toBeNull()
  })
})
