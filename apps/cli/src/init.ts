import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AssayError } from '@assay/schema'
import { print } from './terminal.ts'

/** `assay init`: a config to start from. Never overwrites a file. */
export async function initFolder(folder: string): Promise<void> {
  const files = { 'assay.config.ts': config, '.gitignore': gitignore }
  if (existsSync(join(folder, 'assay.config.ts'))) {
    throw new AssayError('usage', `${join(folder, 'assay.config.ts')} is there already`, {
      hint: 'Name another folder, or edit that file.',
    })
  }
  mkdirSync(folder, { recursive: true })
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name)
    if (existsSync(path)) continue
    writeFileSync(path, content, { flag: 'wx' })
    print(`wrote  ${path}`)
  }
  print(`next   ${folder === '.' ? '' : `cd ${folder} && `}npx assay run`)
}

const gitignore = `.assay/
assay-report/
`

const config = `import { capitals, defineConfig, lead, wink, type Extractor, type Metric } from 'assay'

/** A system of your own: what is written in capitals is an organisation. Replace it by a real one. */
const shouty: Extractor = {
  kind: 'extractor',
  adapter: 'shouty',
  version: '1',
  tasks: ['entities'],
  extract: ({ text }) => ({
    mentions: Array.from(text.matchAll(/[A-Z]{2,}/g), (match) => ({
      span: { start: match.index, end: match.index + match[0].length },
      type: 'ORG',
    })),
  }),
}

/** A metric of your own: counts first, one division at the end. */
const mentionsPerArticle: Metric = {
  id: 'mentions-per-article',
  version: '1',
  task: 'entities',
  title: 'Mentions per article',
  meaning: 'How many mentions a system finds in an article, right or wrong.',
  options: {},
  columns: [
    { key: 'mean', label: 'mentions', meaning: 'Mean number of mentions.', range: [0, null], better: 'neither' },
  ],
  collect: ({ predicted }) => ({ mentions: predicted.mentions?.length ?? 0, articles: 1 }),
  finish: ({ mentions = 0, articles = 0 }) => ({
    mean: articles === 0 ? { value: null, because: 'no articles' } : { value: mentions / articles },
  }),
}

export default defineConfig({
  dataset: 'newswire',
  systems: { shouty, capitals: capitals(), wink: wink(), lead: lead() },
  metrics: [mentionsPerArticle],
})
`
