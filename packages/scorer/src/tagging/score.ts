import type { Counts, Score } from '@assay/schema'
import { count } from '../metrics/ratio.ts'
import { countTags } from './count.ts'
import type { TagOptions } from './reading.ts'

export interface TagScoreOptions {
  /**
   * What precision is where nothing is predicted, and recall where nothing is gold. Absent: undefined, with a reason,
   * and 0 within an average; seqeval's default is 0.
   */
  readonly zeroDivision?: 0 | 1
  /** Recall counts `beta` times as much as precision in F; above 0. Default: 1. */
  readonly beta?: number
}

export interface TagScore {
  readonly precision: Score
  readonly recall: Score
  readonly f: Score
  /** Gold spans. */
  readonly support: number
}

export interface TypeTagScore extends TagScore {
  readonly type: string
  readonly gold: number
  readonly predicted: number
  readonly correct: number
}

export interface TagScores {
  readonly counts: Counts
  /** Of the sums over all types. */
  readonly micro: TagScore
  /** The plain mean over the types of gold or predicted: one spurious type lowers it. */
  readonly macro: TagScore
  /** The mean over types weighted by support. */
  readonly weighted: TagScore
  /** Types of gold or predicted, in code-unit order. */
  readonly types: readonly TypeTagScore[]
  /** Share of equal tags. */
  readonly accuracy: Score
}

/**
 * Exact-span scores of tag sequences, as seqeval 1.2.2 computes them: `mode` default is its default (conlleval's
 * reading), `mode` strict its strict mode. Throws as `countTags` does.
 */
export function scoreTags(
  gold: readonly (readonly string[])[],
  predicted: readonly (readonly string[])[],
  options: TagOptions & TagScoreOptions = {},
): TagScores {
  return tagScores(countTags(gold, predicted, options), options)
}

/** The scores of summed counts: of `countTags`, or of several of them added up. */
export function tagScores(counts: Counts, { zeroDivision, beta = 1 }: TagScoreOptions = {}): TagScores {
  const score = (of: Spans) => spanScore(of, zeroDivision, beta)
  const types = typeRows(counts).map((row) => ({ ...row, ...score(row) }))
  const total = {
    gold: sum(types, 'gold'),
    predicted: sum(types, 'predicted'),
    correct: sum(types, 'correct'),
  }
  const because = 'no type has a span'
  return {
    counts,
    micro: score(total),
    macro: {
      ...mean(types, () => 1, because),
      support: total.gold,
    },
    weighted: {
      ...(total.gold === 0 && zeroDivision !== undefined
        ? withoutGold(total.predicted, zeroDivision)
        : mean(types, ({ gold }) => gold, 'nothing is gold')),
      support: total.gold,
    },
    types,
    accuracy: divide(count(counts, 'tokens.correct'), count(counts, 'tokens'), 'there are no tokens'),
  }

  function mean(rows: readonly TypeTagScore[], weight: (row: TypeTagScore) => number, because: string) {
    const whole = rows.reduce((sum, row) => sum + weight(row), 0)
    const of = (key: 'precision' | 'recall' | 'f') =>
      divide(
        rows.reduce((sum, row) => sum + weight(row) * (row[key].value ?? 0), 0),
        whole,
        because,
      )
    return { precision: of('precision'), recall: of('recall'), f: of('f') }
  }
}

interface Spans {
  readonly gold: number
  readonly predicted: number
  readonly correct: number
}

function typeRows(counts: Counts): (Spans & { readonly type: string })[] {
  return Object.keys(counts)
    .filter((key) => key.startsWith('gold/'))
    .map((key) => key.slice('gold/'.length))
    .sort()
    .map((type) => ({
      type,
      gold: count(counts, `gold/${type}`),
      predicted: count(counts, `predicted/${type}`),
      correct: count(counts, `correct/${type}`),
    }))
}

function spanScore(
  { gold, predicted, correct }: Spans,
  zeroDivision: 0 | 1 | undefined,
  beta: number,
): TagScore {
  const share = (whole: number, because: string): Score =>
    whole === 0 && zeroDivision !== undefined ? { value: zeroDivision } : divide(correct, whole, because)
  // Both sides empty: F is what `zeroDivision` makes of precision and recall, 0 or 1.
  const both = gold === 0 && predicted === 0
  return {
    precision: share(predicted, 'nothing was predicted'),
    recall: share(gold, 'nothing is gold'),
    f:
      both && zeroDivision !== undefined
        ? { value: zeroDivision }
        : divide(
            (1 + beta ** 2) * correct,
            beta ** 2 * gold + predicted,
            'nothing is gold and nothing was predicted',
          ),
    support: gold,
  }
}

/** What seqeval gives for a weighted mean whose weights are all 0. */
function withoutGold(predicted: number, zeroDivision: 0 | 1): Omit<TagScore, 'support'> {
  const unpredicted = { value: predicted === 0 ? zeroDivision : 0 }
  return { precision: unpredicted, recall: { value: zeroDivision }, f: unpredicted }
}

function sum(rows: readonly Spans[], key: keyof Spans): number {
  return rows.reduce((total, row) => total + row[key], 0)
}

function divide(part: number, whole: number, because: string): Score {
  return whole === 0 ? { value: null, because } : { value: part / whole }
}
