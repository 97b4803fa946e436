import { scoreTags } from '@assay/scorer'
import type { Bench } from '../bench.ts'
import { taggedCorpus } from '../tagged.ts'

/** Exact-span micro P, R and F of IOB2 tags, from lists of tag strings to the numbers. */
export const tags: Bench = tagBench('strict', 'tags, strict IOB2, micro P, R, F', { floor: 40, aim: 60 })

/** conlleval's reading, which seqeval takes where no mode is asked for. */
export const tagsDefault: Bench = tagBench('default', 'tags, default mode, micro P, R, F', {})

function tagBench(
  mode: 'strict' | 'default',
  name: string,
  bounds: { readonly floor?: number; readonly aim?: number },
): Bench {
  return {
    name,
    unit: 'documents',
    peers: [{ name: 'seqeval', python: { module: 'seqeval', script: 'seqeval.py' }, ...bounds }],
    prepare() {
      const { gold, predicted } = taggedCorpus(245, 5000)
      const options = mode === 'strict' ? ({ mode, scheme: 'IOB2' } as const) : { mode }
      return {
        items: gold.length,
        ours: () => scoreTags(gold, predicted, options).micro,
        python: { items: { mode, gold, predicted } },
      }
    },
  }
}
