import { checkAnnotation } from '@assay/dataset'
import {
  type Annotation,
  annotationSchema,
  type Article,
  articleFields,
  entityTypes,
  type GoldArticle,
  pathText,
  spanFault,
  tiers,
  wellFormed,
} from '@assay/schema'
import * as z from 'zod'
import { ArticleWithoutText } from './article-text.ts'
import { faultsOf, isObject, isSpan, isText, type LineFault, spanned } from './json-line.ts'
import type { GoldEntry } from './source.ts'

const hint =
  'A line is {"article": {"id": "<id>", "text": "..."}, "annotation": {"mentions": [...], ...}}; the text may be ' +
  'left out, and layers may stand beside "id". Offsets count UTF-16 code units.'

/** Our gold shape, with the text and the version left out at will. */
const goldLineSchema = z.strictObject({
  schema: z.literal('assay.article/1').exactOptional(),
  article: z.strictObject({ ...articleFields, text: wellFormed.exactOptional() }),
  story: z.string().min(1).exactOptional(),
  annotation: annotationSchema,
})

/** A line of gold in our own shape, or with `id`, `text`, `story` and the layers side by side. Else what is wrong. */
export function readGold(value: Record<string, unknown>, line: number): GoldEntry | readonly LineFault[] {
  const isLoose = value['annotation'] === undefined
  const candidate = isObject(value['article']) && !isLoose ? value : fromLoose(value)
  if (isPlain(candidate)) {
    const gold = candidate as unknown as GoldLine
    const faults = spanFaults(gold)
    return faults === null ? entryOf(gold, line) : faults
  }
  const parsed = goldLineSchema.safeParse(candidate)
  if (!parsed.success) {
    return faultsOf(parsed.error, hint, (path) =>
      isLoose && path[0] === 'annotation' ? path.slice(1) : path,
    )
  }
  const gold = parsed.data as GoldLine
  const faults = gold.article.text === undefined ? [] : problemsOf(gold as GoldArticle)
  return faults.length > 0 ? faults : entryOf(gold, line)
}

interface GoldLine {
  readonly article: { readonly id: string; readonly text?: string }
  readonly story?: string
  readonly annotation: Annotation
}

function entryOf({ article, story, annotation }: GoldLine, line: number): GoldEntry {
  const hasText = article.text !== undefined
  return {
    id: article.id,
    line,
    article: hasText ? (article as Article) : new ArticleWithoutText(article.id),
    hasText,
    annotation,
    unit: story ?? article.id,
  }
}

/** Mentions outside the text, or with another surface than its slice; null if there are none. */
function spanFaults({ article: { text }, annotation }: GoldLine): LineFault[] | null {
  if (text === undefined) return null
  let faults: LineFault[] | null = null
  const mentions = annotation.mentions!
  for (let i = 0; i < mentions.length; i++) {
    const { span, surface } = mentions[i]!
    const message = spanFault(text, span, surface)
    if (message === null) continue
    faults ??= []
    faults.push({ code: 'span-fault', path: `annotation.mentions[${i}].span`, message, hint: spanHint })
  }
  return faults
}

export const spanHint =
  'Correct the offsets, or restore the text they were made for. Offsets count UTF-16 code units, as JavaScript slices.'

/** What the rules of a dataset say of a line with richer layers. */
function problemsOf(gold: GoldArticle): LineFault[] {
  return checkAnnotation(gold, undefined)
    .filter(({ severity }) => severity === 'error')
    .map(({ code, path, message, hint }) => ({ code, path: pathText(path), message, hint }))
}

const articleKeys = ['title', 'text', 'publishedAt', 'language', 'source'] as const

function fromLoose(value: Record<string, unknown>): Record<string, unknown> {
  const { schema, id, article: named, story, annotation, ...rest } = value
  const article: Record<string, unknown> = isObject(named) ? { ...named } : { id: id ?? named }
  const layers: Record<string, unknown> = {}
  for (const [key, field] of Object.entries(rest)) {
    if ((articleKeys as readonly string[]).includes(key)) article[key] = field
    else layers[key] = field
  }
  return {
    ...(schema !== undefined && { schema }),
    article,
    ...(story !== undefined && { story }),
    annotation: annotation === undefined ? filled(layers, article['text']) : annotation,
  }
}

/** Layers as they come from elsewhere: ids, surfaces and bases that no score rests on are filled in. */
function filled(layers: Record<string, unknown>, text: unknown): Record<string, unknown> {
  const all = { ...layers }
  for (const layer of ['mentions', 'timexes'] as const) {
    const items = all[layer]
    if (!Array.isArray(items)) continue
    all[layer] = items.map((item, i) => {
      const spannedItem = spanned(item)
      if (!isObject(spannedItem)) return item
      const surface = isSpan(spannedItem['span']) ? sliceOf(text, spannedItem['span'] as never) : '?'
      const basis = layer === 'timexes' ? { basis: 'explicit' } : {}
      return { id: `${layer[0]}${i + 1}`, surface, ...basis, ...spannedItem }
    })
  }
  const { summary, ...others } = all
  const summaries = typeof summary === 'string' ? [summary] : others['summaries']
  if (!Array.isArray(summaries)) return all
  return {
    ...others,
    summaries: summaries.map((item, i) => (typeof item === 'string' ? referenceOf(item, i) : item)),
  }
}

/** A reference summary of which only the text is known. */
export function referenceOf(text: string, i: number) {
  return { id: `s${i + 1}`, text, author: `reference ${i + 1}`, length: 'standard', claims: [] } as const
}

function sliceOf(text: unknown, { start, end }: { start: number; end: number }): string {
  return (typeof text === 'string' ? text.slice(start, end) : '') || '?'
}

/**
 * The common case by hand: mentions of an article in the right shape. What is not that is left to the schema, which
 * decides; this only saves its time.
 */
function isPlain(value: Record<string, unknown>): boolean {
  for (const key in value) {
    if (key !== 'article' && key !== 'annotation' && key !== 'story' && key !== 'schema') return false
  }
  const { schema, article, story, annotation } = value
  if (schema !== undefined && schema !== 'assay.article/1') return false
  if (story !== undefined && (typeof story !== 'string' || story === '')) return false
  if (!isObject(article) || !isPlainArticle(article) || !isObject(annotation)) return false
  for (const key in annotation) if (key !== 'mentions') return false
  const mentions = annotation['mentions']
  if (!Array.isArray(mentions)) return false
  for (const mention of mentions) if (!isPlainMention(mention)) return false
  return true
}

function isPlainArticle(article: Record<string, unknown>): boolean {
  for (const key in article) {
    if (key !== 'id' && key !== 'text' && key !== 'title' && key !== 'publishedAt') return false
  }
  const { id, text, title, publishedAt } = article
  return (
    isText(id) &&
    id.length <= 200 &&
    (text === undefined || (typeof text === 'string' && text.isWellFormed())) &&
    (title === undefined || (typeof title === 'string' && title.isWellFormed())) &&
    (publishedAt === undefined || (typeof publishedAt === 'string' && everyMonthHas.test(publishedAt)))
  )
}

/** Days that no calendar is needed for. */
const everyMonthHas = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])$/

function isPlainMention(value: unknown): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    if (key !== 'id' && key !== 'span' && key !== 'type' && key !== 'surface' && key !== 'tier') return false
  }
  const { id, span, type, surface, tier } = value
  return (
    typeof id === 'string' &&
    id !== '' &&
    isSpan(span) &&
    typeof surface === 'string' &&
    surface !== '' &&
    knownTypes.has(type as string) &&
    (tier === undefined || (tiers as readonly unknown[]).includes(tier))
  )
}

const knownTypes = new Set<string>(entityTypes)
