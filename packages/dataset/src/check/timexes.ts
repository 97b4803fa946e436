import type { GoldArticle } from '@assay/schema'
import { parseTimexValue } from '@assay/text'
import { type Fault, type Path, quoted, type Rule } from './rule.ts'

export const timexRules: readonly Rule<GoldArticle>[] = [
  {
    code: 'impossible-value',
    severity: 'error',
    hint: 'Write a TIMEX3 value of something that exists, such as 2025-04-17, 2025-W27, P4Y or PAST_REF; null where it cannot be known.',
    *find({ annotation: { timexes = [] } }) {
      for (const [i, { value, alternatives = [] }] of timexes.entries()) {
        const path = ['annotation', 'timexes', i]
        yield* impossible(value, [...path, 'value'])
        for (const [j, reading] of alternatives.entries()) {
          yield* impossible(reading.value, [...path, 'alternatives', j, 'value'])
        }
      }
    },
  },
  {
    code: 'publication-date-missing',
    severity: 'error',
    hint: 'Add `article.publishedAt`, or give the timex another basis.',
    *find({ article, annotation: { timexes = [] } }) {
      if (article.publishedAt !== undefined) return
      for (const [i, { basis, surface }] of timexes.entries()) {
        if (basis !== 'dct') continue
        yield {
          path: ['annotation', 'timexes', i, 'basis'],
          message: `${quoted(surface)} rests on the publication date, and the article has none`,
        }
      }
    },
  },
]

function* impossible(value: string | null | undefined, path: Path): Iterable<Fault> {
  if (typeof value !== 'string' || parseTimexValue(value) !== null) return
  yield { path, message: `${quoted(value)} is no TIMEX3 value, or no such time exists` }
}
