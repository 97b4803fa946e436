import {
  type Dataset,
  type DatasetManifest,
  type Fingerprint,
  type GoldArticle,
  type StandoffAnnotation,
  type StandoffArticle,
  type StandoffText,
} from '@assay/schema'
import { countWords } from '@assay/text'
import { anchorsOf } from './anchors.ts'
import { refuseCopies } from './copies.ts'
import { isOpenLicence } from './licence.ts'
import { fingerprintOf, matchForm, sha256Of } from './match-form.ts'
import { paragraphsOf } from './paragraphs.ts'

/** A dataset without its texts. */
export interface Standoff {
  /** Says `texts: standoff`. */
  readonly manifest: DatasetManifest
  readonly articles: readonly StandoffArticle[]
}

export interface StandoffOptions {
  /** The page that the texts were taken from: it gives the articles that stand in it their `pageSpan`. */
  readonly page?: string
}

/**
 * The stand-off copy of a dataset: its gold without the texts. A licence that allows to copy a text lets its title
 * stay; other titles, and surfaces of more than 6 words or 48 code units, leave a fingerprint.
 *
 * @throws AssayError `dataset-invalid` if claims, summaries or notes hold eight words in a row of a text that
 * may not be copied, names apart.
 */
export function standoffOf({ manifest, articles }: Dataset, { page = '' }: StandoffOptions = {}): Standoff {
  const restricted = articles.filter(
    ({ article }) => !isOpenLicence(article.source?.licence ?? manifest.licence),
  )
  refuseCopies(manifest, restricted)
  return {
    manifest: { ...manifest, texts: 'standoff' },
    articles: articles.map((gold) => withoutText(gold, page, restricted.includes(gold))),
  }
}

function withoutText(
  { article, annotation, story }: GoldArticle,
  page: string,
  isRestricted: boolean,
): StandoffArticle {
  const { text, title, ...rest } = article
  const shown = isRestricted || title === undefined ? rest : { ...rest, title }
  const standoff = withoutLongSurfaces(annotation)
  return {
    schema: 'assay.standoff/1',
    article: shown,
    ...(story !== undefined && { story }),
    text: {
      ...factsOf(text, page),
      ...(isRestricted && title !== undefined && { title: titleFingerprint(title) }),
    },
    annotation: standoff,
    anchors: anchorsOf(standoff, matchForm(text)),
  }
}

function factsOf(text: string, page: string): StandoffText {
  const start = text === '' ? -1 : page.indexOf(text)
  return {
    length: text.length,
    sha256: sha256Of(text),
    ...(start >= 0 && { pageSpan: { start, end: start + text.length } }),
    paragraphs: paragraphsOf(text),
  }
}

function titleFingerprint(title: string): Fingerprint {
  const { form } = matchForm(title)
  return { length: form.length, fingerprint: fingerprintOf(form) }
}

function withoutLongSurfaces(annotation: GoldArticle['annotation']): StandoffAnnotation {
  const { mentions, timexes, ...rest } = annotation
  return {
    ...rest,
    ...(mentions !== undefined && { mentions: mentions.map(withoutLongSurface) }),
    ...(timexes !== undefined && { timexes: timexes.map(withoutLongSurface) }),
  }
}

function withoutLongSurface<T extends { readonly surface: string }>(
  item: T,
): Omit<T, 'surface'> & { surface?: string } {
  const { surface, ...rest } = item
  const isShort = countWords(surface) <= 6 && surface.length <= 48 && surface === surface.trim()
  return isShort ? item : rest
}
