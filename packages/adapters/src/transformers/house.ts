import { fileURLToPath } from 'node:url'
import type { Extractor } from '@assay/schema'
import { transformersEntities } from './entities.ts'

/** The small English model of this package, made for news and licensed as the package is. */
export function house(): Extractor {
  const modelDir = fileURLToPath(new URL('../../house-ner/model', import.meta.url))
  return { ...transformersEntities({ modelDir, dtype: 'q8' }), maker: 'Claude' }
}
