import type { GoldArticle, Output, Prediction } from '@assay/schema'
import { byText } from '../order.ts'
import type { ItemReader } from './items.ts'

/** A gold item as two systems answered it; for a spurious one there is no gold. */
export interface ComparedItem {
  readonly article: string
  readonly gold: string | null
  /** What each said; null: nothing. */
  readonly a: string | null
  readonly b: string | null
}

/** Every gold item stands in one of the first four lists, every spurious prediction in one of the others. */
export interface Outcomes {
  /** Wrong in a, right in b. */
  readonly fixed: readonly ComparedItem[]
  /** Right in a, wrong in b. */
  readonly broken: readonly ComparedItem[]
  readonly bothRight: readonly ComparedItem[]
  readonly bothWrong: readonly ComparedItem[]
  /** Said by a only of what is not in gold. */
  readonly spuriousGone: readonly ComparedItem[]
  /** Said by b only. */
  readonly spuriousNew: readonly ComparedItem[]
  readonly spuriousBoth: readonly ComparedItem[]
}

/** Items of all articles, by article and then by gold id. Of a run with repeats it is the first one. */
export function outcomesOf(
  articles: readonly GoldArticle[],
  read: ItemReader,
  a: readonly Prediction[],
  b: readonly Prediction[],
): Outcomes {
  const outputs = [a, b].map(
    (predictions) =>
      new Map(predictions.filter(({ repeat }) => repeat === 0).map((item) => [item.article, outputOf(item)])),
  )
  const lists: Record<keyof Outcomes, ComparedItem[]> = {
    fixed: [],
    broken: [],
    bothRight: [],
    bothWrong: [],
    spuriousGone: [],
    spuriousNew: [],
    spuriousBoth: [],
  }
  for (const gold of articles) {
    const article = gold.article.id
    const [ofA, ofB] = outputs.map((output) => read(gold, output.get(article) ?? {}))
    if (ofA === undefined || ofB === undefined) continue
    for (const [id, itemA] of [...ofA.gold].sort(([x], [y]) => byText(x, y))) {
      const itemB = ofB.gold.get(id)
      if (itemB === undefined) continue
      const list = itemA.isRight
        ? itemB.isRight
          ? 'bothRight'
          : 'broken'
        : itemB.isRight
          ? 'fixed'
          : 'bothWrong'
      lists[list].push({ article, gold: itemA.shown, a: itemA.said, b: itemB.said })
    }
    for (const [key, said] of ofA.spurious) {
      const both = ofB.spurious.has(key)
      lists[both ? 'spuriousBoth' : 'spuriousGone'].push({
        article,
        gold: null,
        a: said,
        b: both ? said : null,
      })
    }
    for (const [key, said] of ofB.spurious) {
      if (!ofA.spurious.has(key)) lists.spuriousNew.push({ article, gold: null, a: null, b: said })
    }
  }
  return lists
}

function outputOf(prediction: Prediction): Output {
  return prediction.status === 'ok' ? prediction.output : {}
}
