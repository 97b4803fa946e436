import { AssayError, type DatasetManifest, type GoldArticle, type Holder } from '@assay/schema'
import { quoted } from '../check/rule.ts'

/** Words in a row that are a copy. */
const run = 8

/**
 * Refuses an annotation of restricted texts whose own words are copied: claims, summaries, descriptions, notes.
 * A run inside a name of one entity is none.
 *
 * @throws AssayError `dataset-invalid` naming every place.
 */
export function refuseCopies(manifest: DatasetManifest, restricted: readonly GoldArticle[]): void {
  const runs = new Set(restricted.flatMap(({ article }) => runsIn(article.text)))
  const names = restricted.flatMap(({ annotation }) =>
    (annotation.entities ?? []).flatMap(({ name, aliases }) => [name, ...aliases].map(plain)),
  )
  const places = [
    ...restricted.flatMap(ownWords),
    ...(manifest.links ?? []).map(({ note = '' }, i): Place => [`dataset.json links[${i}].note`, note]),
  ]
  const copies = places.flatMap(([place, text]) => {
    const copied = runsIn(text).find(
      (words) => runs.has(words) && !names.some((name) => name.includes(words)),
    )
    return copied === undefined ? [] : [`${place}: ${quoted(copied)}`]
  })
  if (copies.length === 0) return
  throw new AssayError(
    'dataset-invalid',
    `${copies.length} texts of the annotation copy ${run} words or more of an article that may not be copied:\n${copies.join('\n')}`,
    { hint: 'Say it in other words; a licence that allows copies goes into article.source.licence.' },
  )
}

type Place = readonly [place: string, text: string]

function ownWords({ article: { id }, annotation }: GoldArticle): Place[] {
  const { claims = [], summaries = [], mentions = [], entities = [] } = annotation
  const at = (layer: string, item: string): string => `${quoted(id)} ${layer} ${quoted(item)}`
  return [
    ...claims.flatMap(({ id: claim, text, holder, chain = [] }): Place[] => [
      [at('claim', claim), text],
      ...[holder, ...chain].map((who): Place => [at('holder of claim', claim), descriptionOf(who)]),
    ]),
    ...summaries.map(({ id: summary, text }): Place => [at('summary', summary), text]),
    ...mentions.map(({ id: mention, standsFor = '' }): Place => [at('mention', mention), standsFor]),
    ...entities.map(({ id: entity, subtype = '' }): Place => [at('entity', entity), subtype]),
  ]
}

function descriptionOf(holder: Holder): string {
  return typeof holder === 'object' && 'description' in holder ? holder.description : ''
}

function runsIn(text: string): string[] {
  const words = plain(text).split(' ')
  return words.slice(run - 1).map((_, i) => words.slice(i, i + run).join(' '))
}

/** Words in lower case, without marks. */
function plain(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' ')
}
