import { createHash } from 'node:crypto'
import type {
  Annotation,
  Article,
  Dataset,
  DatasetManifest,
  EntityType,
  GoldArticle,
  Mention,
  Span,
  Timex,
  TimexReading,
} from '@assay/schema'

/** A surface in a text: its `nth` occurrence, counted from 1 (the default), overlapping ones included. */
interface Place {
  readonly surface: string
  readonly nth?: number
}

type DraftMention = Omit<Mention, 'id' | 'span' | 'alternatives'> &
  Place & { readonly alternatives?: readonly (Partial<Place> & { readonly type?: EntityType })[] }

type DraftTimex = Omit<Timex, 'id' | 'span' | 'alternatives'> &
  Place & { readonly alternatives?: readonly (Partial<Place> & Omit<TimexReading, 'span'>)[] }

export interface Draft extends Omit<Annotation, 'sentences' | 'mentions' | 'timexes'> {
  /** `¶` in the text ends a sentence; it is taken out. */
  readonly article: Article
  readonly story?: string
  readonly mentions?: readonly DraftMention[]
  readonly timexes?: readonly DraftTimex[]
  /** Leaves the sentence layer out too. */
  readonly unannotated?: true
}

/**
 * Turns an article whose gold is written by surfaces into one whose gold is written by offsets. Mentions are
 * numbered `m1`, `m2`, timexes `t1`, `t2`. Throws if a surface is not in the text: the draft is wrong.
 */
export function goldArticle(draft: Draft): GoldArticle {
  const { article, story, mentions, timexes, unannotated, ...layers } = draft
  const text = article.text.replaceAll('¶', '')
  return {
    schema: 'assay.article/1',
    article: { ...article, text },
    ...(story === undefined ? {} : { story }),
    annotation: {
      ...(unannotated ? {} : { sentences: sentences(article.text) }),
      ...layers,
      ...(mentions === undefined
        ? {}
        : { mentions: mentions.map((item, i) => placed(text, item, `m${i + 1}`)) }),
      ...(timexes === undefined
        ? {}
        : { timexes: timexes.map((item, i) => placed(text, item, `t${i + 1}`)) }),
    },
  }
}

/** A dataset of these articles in memory, in id order, with its identity. */
export function memoryDataset(manifest: DatasetManifest, articles: readonly GoldArticle[]): Dataset {
  const ordered = articles.toSorted((a, b) => (a.article.id < b.article.id ? -1 : 1))
  return {
    manifest,
    articles: ordered,
    identity: {
      name: manifest.name,
      version: manifest.version,
      texts: digest(ordered.map((item) => item.article)),
      gold: digest({ articles: ordered, links: manifest.links ?? [] }),
      articles: ordered.length,
    },
  }
}

function sentences(marked: string): Span[] {
  let start = 0
  return marked.split('¶').map((piece) => {
    const from = start + piece.length - piece.trimStart().length
    start += piece.length
    return { start: from, end: from + piece.trim().length }
  })
}

function locate(text: string, { surface, nth = 1 }: Place): Span {
  let start = -1
  for (let i = 0; i < nth; i++) {
    start = text.indexOf(surface, start + 1)
    if (start < 0) throw new Error(`the text holds no occurrence ${i + 1} of ${JSON.stringify(surface)}`)
  }
  return { start, end: start + surface.length }
}

function placed<
  R extends object,
  T extends Place & { readonly alternatives?: readonly (Partial<Place> & R)[] },
>(text: string, item: T, id: string) {
  const { nth: _nth, alternatives, ...rest } = item
  const readings = alternatives?.map(({ surface, nth, ...reading }) =>
    surface === undefined ? reading : { span: locate(text, { surface, nth: nth ?? 1 }), ...reading },
  )
  return {
    id,
    span: locate(text, item),
    ...rest,
    ...(readings === undefined ? {} : { alternatives: readings }),
  }
}

/** SHA-256 over JSON with sorted keys. */
function digest(value: unknown): string {
  const sorted = (_key: string, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner
  return createHash('sha256').update(JSON.stringify(value, sorted)).digest('hex')
}
