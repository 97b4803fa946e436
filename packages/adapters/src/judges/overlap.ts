import type { Judge, Question } from '@assay/schema'
import { stem } from '@assay/text'

/**
 * A judge that looks at words alone (floor): how many of the hypothesis' distinct stems the premise has; for
 * `equivalence`, the Dice coefficient of both sets. What a model adds shows in the difference. Blind to negation,
 * numbers in words, and who did what. A text without a word has no usable answer.
 */
export function overlapJudge(): Judge {
  return {
    kind: 'judge',
    adapter: 'overlap',
    version: '1',
    judge: (questions) => questions.map(overlap),
  }
}

function overlap({ kind, premise, hypothesis }: Question): number | null {
  const [has, says] = [stems(premise), stems(hypothesis)]
  if (has.size === 0 || says.size === 0) return null
  const common = [...says].filter((word) => has.has(word)).length
  return kind === 'support' ? common / says.size : (2 * common) / (has.size + says.size)
}

function stems(text: string): Set<string> {
  return new Set(Array.from(text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu), ([word]) => stem(word)))
}
