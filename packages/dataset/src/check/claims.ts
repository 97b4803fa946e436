import type { Annotation, GoldArticle } from '@assay/schema'
import { quoted, type Rule } from './rule.ts'

/** Claims cover the article, and composites come to an end. */
export const claimRules: readonly Rule<GoldArticle>[] = [
  {
    code: 'sentence-without-claim',
    severity: 'error',
    hint: 'Write the claim that the sentence is evidence of, or list the sentence in `claimless`.',
    *find({ article: { text }, annotation }) {
      if (annotation.claims === undefined) return
      const covered = new Set([...evidenceOf(annotation), ...(annotation.claimless ?? [])])
      for (const [i, { start, end }] of (annotation.sentences ?? []).entries()) {
        if (covered.has(i)) continue
        yield {
          path: ['annotation', 'sentences', i],
          message: `sentence ${i}, ${quoted(text.slice(start, end))}, is evidence of no claim and not listed as claimless`,
        }
      }
    },
  },
  {
    code: 'claimless-with-claim',
    severity: 'error',
    hint: 'Take the sentence out of `claimless`, or out of the evidence.',
    *find({ annotation }) {
      const evidence = evidenceOf(annotation)
      for (const [i, index] of (annotation.claimless ?? []).entries()) {
        if (!evidence.has(index)) continue
        yield {
          path: ['annotation', 'claimless', i],
          message: `sentence ${index} is listed as claimless and is evidence of a claim`,
        }
      }
    },
  },
  {
    code: 'part-of-itself',
    severity: 'error',
    hint: 'Take the composite, or one that holds it, out of its parts.',
    *find({ annotation: { claims = [] } }) {
      const parts = new Map(claims.map((claim) => [claim.id, claim.parts ?? []]))
      for (const [i, { id }] of claims.entries()) {
        if (!reaches(id, parts)) continue
        yield {
          path: ['annotation', 'claims', i, 'parts'],
          message: `the claim ${quoted(id)} is a part of itself`,
        }
      }
    },
  },
]

function evidenceOf({ claims = [] }: Annotation): Set<number> {
  return new Set(claims.flatMap(({ evidence }) => evidence.flatMap(({ sentences }) => sentences)))
}

/** Whether `id` is among its own parts, at any depth. */
function reaches(id: string, parts: ReadonlyMap<string, readonly string[]>): boolean {
  const seen = new Set<string>()
  const open = [...(parts.get(id) ?? [])]
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    if (part === id) return true
    if (seen.has(part)) continue
    seen.add(part)
    open.push(...(parts.get(part) ?? []))
  }
  return false
}
