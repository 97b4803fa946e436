import { readdirSync, readFileSync } from 'node:fs'
import { blocksToMarkdown, blocksToTerminal, cardPages, metricCard } from '@assay/report'
import type { Metric } from '@assay/schema'
import { metrics, moreMetrics } from '@assay/scorer'
import { describe, expect, it } from 'vitest'

const folder = new URL('../../../packages/scorer/cards/', import.meta.url)

describe('the page of every built-in metric', () => {
  const all = [...metrics, ...moreMetrics]

  it.each(all.map((metric) => [metric.id, metric] as const))('%s has what a page needs', (_, metric) => {
    const { card, options } = metric
    expect(card, 'a built-in metric needs a `card`').toBeDefined()
    expect(card?.formula).toMatch(/\S/)
    expect(card?.evidence).toMatch(/\S/)
    expect(card?.edgeCases.length).toBeGreaterThan(0)
    expect(Object.keys(card?.options ?? {}).sort()).toEqual(Object.keys(options).sort())
  })

  it('is committed as it is generated: if this fails, run npm run cards', () => {
    const committed = Object.fromEntries(
      readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]),
    )
    expect(committed).toEqual(cardPages({ metrics, moreMetrics }))
  })
})

const sample: Metric = {
  id: 'share',
  version: '3',
  task: 'entities',
  title: 'Share',
  meaning: 'How many tries hit.',
  source: 'Somebody 2004, section 2',
  options: { types: ['ORG', 'GPE'], cut: true },
  columns: [
    { key: 'hits', label: 'hits', meaning: 'Hits per try.', range: [0, 1], better: 'higher' },
    { key: 'tries', label: 'tries', meaning: 'Tries.', range: [0, null], better: 'neither' },
  ],
  headline: 'hits',
  card: {
    formula: 'hit / tried',
    edgeCases: ['No try: undefined.', 'A failed article counts as no try.'],
    options: { types: 'The types that are tried.', cut: 'Whether `tries` end early.' },
    evidence: 'Checked by hand.',
  },
  collect: () => ({}),
  finish: () => ({}),
}

describe('a card', () => {
  it('says everything of a metric, in Markdown', () => {
    expect(blocksToMarkdown(metricCard(sample))).toBe(
      [
        '# Share',
        '',
        'How many tries hit.',
        '',
        '- Id `share`, version 3, task entities.',
        '- Systems are ranked by `hits`.',
        '- Its columns have intervals: counts of articles add up.',
        '- Source: Somebody 2004, section 2.',
        '',
        '## Formula',
        '',
        '`hits` = `hit / tried`',
        '',
        '## Columns',
        '',
        '| Column  | Label | Range  | Better  | Meaning       |',
        '| :------ | :---- | :----- | :------ | :------------ |',
        '| `hits`  | hits  | 0 to 1 | higher  | Hits per try. |',
        '| `tries` | tries | from 0 | neither | Tries.        |',
        '',
        '## Options',
        '',
        '| Option  | Default    | Meaning                   |',
        '| :------ | :--------- | :------------------------ |',
        '| `types` | `ORG, GPE` | The types that are tried. |',
        '| `cut`   | `true`     | Whether `tries` end early. |',
        '',
        '## Edge cases',
        '',
        '- No try: undefined.',
        '- A failed article counts as no try.',
        '',
        '## Evidence',
        '',
        'Checked by hand.',
        '',
      ]
        .join('\n')
        .replace('Meaning                   |', 'Meaning                    |')
        .replace(':------------------------ |', ':------------------------- |')
        .replace('The types that are tried. |', 'The types that are tried.  |'),
    )
  })

  it('says that a corpus-wide metric has no interval', () => {
    expect(blocksToMarkdown(metricCard({ ...sample, additive: false }))).toContain('It has no interval')
  })

  it('of a metric without one, as in a config, still has its columns', () => {
    const { card: _, ...bare } = sample
    const page = blocksToMarkdown(metricCard(bare))
    expect(page).toContain('| `hits`')
    expect(page).not.toContain('## Formula')
  })

  it('is wrapped to the terminal, tables too', () => {
    const text = blocksToTerminal(metricCard(sample), { color: false, width: 40 })
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(40)
    expect(text).toContain('How many tries hit.')
    expect(text.replace(/\s+/g, ' ')).toContain(' - Its columns have intervals: counts of articles add up.')
  })

  it('keeps text that would act as text: no markup, link, mention or control', () => {
    const hostile = '**a** <b> [x](y) www.example.org @user #12 user@example.org \u001b[31m | `c'
    const blocks = metricCard({ ...sample, title: hostile, meaning: hostile })
    const page = blocksToMarkdown(blocks)
    expect(page).toContain('\\*\\*a\\*\\* \\<b> \\[x]\\(y)')
    for (const word of ['www.example.org', '@user', '#12', 'user@example.org']) {
      expect(page).toContain(`\`${word}\``)
    }
    expect(page).not.toContain('\u001b')
    expect(blocksToTerminal(blocks, { color: false, width: 80 })).not.toContain('\u001b')
  })
})
