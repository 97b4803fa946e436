import { isDeepStrictEqual } from 'node:util'
import {
  type Annotation,
  AssayError,
  type DatasetManifest,
  type GoldArticle,
  type StandoffArticle,
  spanFault,
} from '@assay/schema'
import { quoted } from '../check/rule.ts'
import { anchorsOf } from './anchors.ts'
import { findTexts } from './find.ts'
import type { Standoff } from './make.ts'
import { matchForm } from './match-form.ts'
import { located, rebuild } from './rebuild.ts'
import { type Place, relocate } from './relocate.ts'
import { type ArticleReport, isWhole } from './report.ts'
import { type Source, titlesIn } from './source.ts'
import { keyOf, type Spot, spotsOf } from './spans.ts'

export interface Hydration {
  readonly manifest: DatasetManifest
  /** The articles whose text was found. */
  readonly articles: readonly GoldArticle[]
  /** One for every article of the stand-off dataset. */
  readonly reports: readonly ArticleReport[]
  /** Whether every report is: see `isWhole`. */
  readonly isWhole: boolean
}

/**
 * Lays stand-off gold over texts. Over the very text it was made on, everything is verified and comes back as it was.
 * Over another version each span is unchanged, shifted, relocated, uncertain or lost, as the reports say; what
 * has no certain place is left out, and so is an article without a text.
 *
 * @throws AssayError `file-invalid` if no article has a text; `dataset-invalid` if the gold contradicts the very text
 * it was made on.
 */
export function hydrate({ manifest, articles }: Standoff, source: Source): Hydration {
  const found = findTexts(articles, source.texts)
  if (found.size === 0) {
    throw new AssayError(
      'file-invalid',
      `none of the ${articles.length} articles of ${manifest.name} is there`,
      {
        hint: 'Give the page, or the texts, that the gold was made on.',
      },
    )
  }
  const titles = titlesIn(articles, source.lines)
  const results = articles.map((standoff): Result => {
    const text = found.get(standoff)
    if (text === undefined) return withoutArticle(standoff)
    const title = standoff.article.title ?? titles.get(standoff.text.title?.fingerprint ?? '')
    const lay = text.isExact ? layExactly : layOver
    const { annotation, report } = lay(standoff, text.text)
    return {
      gold: goldOf(standoff, text.text, title, annotation),
      report: { ...report, isTitleLost: standoff.text.title !== undefined && title === undefined },
    }
  })
  const gold = results.flatMap((result) => result.gold ?? [])
  const reports = results.map(({ report }) => report)
  return {
    manifest: withoutLooseLinks(manifest, gold),
    articles: gold,
    reports,
    isWhole: reports.every(isWhole),
  }
}

interface Result {
  readonly gold: GoldArticle | null
  readonly report: ArticleReport
}

interface Laid {
  readonly annotation: Annotation
  readonly report: Omit<ArticleReport, 'isTitleLost'>
}

function layExactly({ article: { id }, annotation, anchors }: StandoffArticle, text: string): Laid {
  const { mentions, timexes, ...rest } = annotation
  const fault = [...(mentions ?? []), ...(timexes ?? [])]
    .map(({ span, surface }) => spanFault(text, span, surface))
    .find((found) => found !== null)
  const areAnchors = isDeepStrictEqual(anchorsOf(annotation, matchForm(text)), anchors)
  if (fault !== undefined || !areAnchors) {
    throw new AssayError(
      'dataset-invalid',
      `article ${quoted(id)}: the gold contradicts the text it was made on: ${fault ?? 'its anchors are not those of its spans'}`,
      { hint: 'The stand-off file has been changed since. Make it again with `assay data standoff`.' },
    )
  }
  const spots = spotsOf(annotation)
  return {
    annotation: {
      ...rest,
      ...(mentions !== undefined && { mentions: located(mentions, text, (span) => span) }),
      ...(timexes !== undefined && { timexes: located(timexes, text, (span) => span) }),
    },
    report: {
      article: id,
      found: 'exact',
      spans: spots.map((spot) => reportOf(spot, { status: 'unchanged', span: spot.span })),
      claimsLost: [],
      sentencesAdded: 0,
    },
  }
}

function layOver(standoff: StandoffArticle, text: string): Laid {
  const { article, annotation } = standoff
  const named = [...(annotation.mentions ?? []), ...(annotation.timexes ?? [])]
  const surfaces = new Map(
    named.flatMap(({ span, surface }) => (surface === undefined ? [] : [[keyOf(span), surface]])),
  )
  const places = relocate(standoff, text, surfaces)
  const {
    annotation: rebuilt,
    sentencePlaces,
    claimsLost,
    sentencesAdded,
  } = rebuild(annotation, text, places)
  return {
    annotation: rebuilt,
    report: {
      article: article.id,
      found: 'drifted',
      spans: spotsOf(annotation).map((spot) =>
        reportOf(
          spot,
          spot.layer === 'sentences' ? sentencePlaces[Number(spot.id)] : places.get(keyOf(spot.span)),
        ),
      ),
      claimsLost,
      sentencesAdded,
    },
  }
}

function withoutArticle({ article: { id }, annotation, text }: StandoffArticle): Result {
  return {
    gold: null,
    report: {
      article: id,
      found: 'missing',
      spans: spotsOf(annotation).map((spot) => reportOf(spot)),
      claimsLost: (annotation.claims ?? []).map((claim) => claim.id),
      sentencesAdded: 0,
      isTitleLost: text.title !== undefined,
    },
  }
}

function reportOf({ layer, id, isCore, span: from }: Spot, place?: Place): ArticleReport['spans'][number] {
  return { layer, id, isCore, status: place?.status ?? 'lost', from, to: place?.span ?? null }
}

function goldOf(
  { article, story }: StandoffArticle,
  text: string,
  title: string | undefined,
  annotation: Annotation,
): GoldArticle {
  return {
    schema: 'assay.article/1',
    article: { ...article, text, ...(title !== undefined && { title }) },
    ...(story !== undefined && { story }),
    annotation,
  }
}

function withoutLooseLinks(standoff: DatasetManifest, gold: readonly GoldArticle[]): DatasetManifest {
  const { texts: _, ...manifest } = standoff
  if (manifest.links === undefined) return manifest
  const claims = new Set(
    gold.flatMap(({ article, annotation }) =>
      (annotation.claims ?? []).map(({ id }) => JSON.stringify([article.id, id])),
    ),
  )
  const isThere = (end: { article: string; claim: string }): boolean =>
    claims.has(JSON.stringify([end.article, end.claim]))
  return { ...manifest, links: manifest.links.filter(({ a, b }) => isThere(a) && isThere(b)) }
}
