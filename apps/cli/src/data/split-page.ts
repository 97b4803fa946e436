import { basename, resolve } from 'node:path'
import { type PageArticle, splitPage, writeDataset } from '@assay/dataset'
import { AssayError, type DatasetManifest, type GoldArticle } from '@assay/schema'
import type { SplitPageFlags } from '../commands/data/split-page.ts'
import { print, printError, printJson } from '../terminal.ts'
import { readPageFile } from './files.ts'

/** `assay data split-page`. */
export async function splitPageFile(file: string, flags: SplitPageFlags): Promise<void> {
  const articles = splitPage(await readPageFile(file))
  if (articles.length === 0) {
    throw new AssayError('file-invalid', `${file} shows no article`, {
      hint: 'An article is known by a headline that is repeated, or dated by a label such as "an hour ago", above its paragraphs. Were line breaks lost?',
    })
  }
  if (flags.out !== undefined) await writeArticles(file, flags.out, articles)
  if (flags.json) printJson(articles.map(inOrder))
  else print(articles.map(about).join('\n\n'))
  if (flags.out !== undefined) {
    printError(`${articles.length} articles without gold in ${flags.out}`)
    printError(`next: assay run -d ${flags.out}; predictions go to .assay/runs, nothing is scored`)
  }
}

/** The published form of an article: keys in this order. */
function inOrder({ title, publisher, agency, publishedAt, publishedBecause, pageSpan, text }: PageArticle) {
  return { title, publisher, agency, publishedAt, publishedBecause, pageSpan, text }
}

function about({
  title,
  publisher,
  agency,
  publishedAt,
  publishedBecause,
  pageSpan,
  text,
}: PageArticle): string {
  const source = [publisher ?? 'publisher unknown', agency].filter((name) => name !== null).join(', ')
  const words = text.split(/\s+/).length
  return [
    title,
    `  ${source}, ${publishedAt ?? 'day unknown'}, ${words} words at [${pageSpan.start}, ${pageSpan.end})`,
    ...publishedBecause.map((reason) => `  - ${reason}`),
    ...(/[.!?…]["'”’»)\]]*$/.test(text) ? [] : ['  - it ends within a sentence: the page may be cut']),
  ].join('\n')
}

async function writeArticles(file: string, folder: string, articles: readonly PageArticle[]): Promise<void> {
  const manifest: DatasetManifest = {
    schema: 'assay.dataset/1',
    name: slug(basename(resolve(folder))) || 'page',
    version: '0.1.0',
    title: `Articles of ${basename(file)}, without gold`,
    licence: 'LicenseRef-unknown',
    language: 'und',
    offsetUnit: 'utf16',
    tasks: [],
    makers: { texts: 'the publishers named in each article', annotation: 'nobody', references: 'nobody' },
  }
  const width = String(articles.length).length
  const gold = articles.map(({ title, publisher, agency, publishedAt, text }, i): GoldArticle => {
    const number = String(i + 1).padStart(width, '0')
    return {
      schema: 'assay.article/1',
      article: {
        id: [number, slug(publisher ?? '')].filter(Boolean).join('-'),
        text,
        title,
        ...(publishedAt !== null && { publishedAt }),
        source: { ...(publisher !== null && { publisher }), ...(agency !== null && { agency }) },
      },
      annotation: {},
    }
  })
  await writeDataset(folder, manifest, gold)
}

function slug(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40)
}
