import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AssayError, type EntityType, type GoldArticle, goldArticleSchema } from '@assay/schema'

/**
 * The names in the core gold of some articles, each with the type that it has most often; of equally frequent types
 * the first in code-unit order.
 */
export function learnNames(articles: readonly GoldArticle[]): ReadonlyMap<string, EntityType> {
  const counts = new Map<string, Map<EntityType, number>>()
  for (const { annotation } of articles) {
    for (const { surface, type, tier = 'core' } of annotation.mentions ?? []) {
      if (tier !== 'core' || !/\p{L}{2}/u.test(surface)) continue
      const types = counts.get(surface) ?? new Map<EntityType, number>()
      counts.set(surface, types.set(type, (types.get(type) ?? 0) + 1))
    }
  }
  return new Map(Array.from(counts, ([surface, types]) => [surface, mostFrequent(types)]))
}

function mostFrequent(types: ReadonlyMap<EntityType, number>): EntityType {
  return [...types].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]![0]
}

/** The article files of a dataset folder, in the order of their names. */
export function articleFiles(folder: string): string[] {
  try {
    const names = readdirSync(join(folder, 'articles')).filter((name) => name.endsWith('.json'))
    return names.sort().map((name) => join(folder, 'articles', name))
  } catch (cause) {
    throw new AssayError('config-invalid', `${folder}: no dataset to learn names from`, {
      hint: 'Give the folder of a dataset, with its articles in articles/*.json.',
      cause,
    })
  }
}

/** @throws AssayError `file-invalid` */
export function readGold(file: string): GoldArticle {
  try {
    return goldArticleSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (cause) {
    throw new AssayError('file-invalid', `${file}: no annotated article`, {
      hint: 'Check the dataset with `assay data check`.',
      cause,
    })
  }
}
