import {
  conllevalText,
  countTags,
  decodeTags,
  detectTagScheme,
  scoreTags,
  type TagOptions,
  type TagScheme,
  type TagScore,
  type TagScoreOptions,
} from '@assay/scorer'
import type { Score } from '@assay/schema'
import type { Vectors } from '../vectors.ts'

type Tags = readonly (readonly string[])[]

interface Given {
  readonly scheme: TagScheme
  readonly suffix: boolean
  readonly gold: Tags
  readonly pred: Tags
  /** Present where the script was run. */
  readonly conlleval?: unknown
}

/** seqeval 1.2.2 in its default and strict mode, and conlleval.pl as printed. */
export const seqeval: Vectors = {
  file: 'seqeval',
  sections: {
    cases: {
      inputs: ['id', 'scheme', 'style', 'suffix', 'gold', 'pred'],
      answer: (given: Given) => ({
        default: defaultMode(given),
        strict: strictMode(given),
        ...(given.conlleval === undefined ? {} : { conlleval: conlleval(given) }),
      }),
      tolerance: () => 1e-12,
    },
  },
}

/** What the reference answers a corpus without a sentence: it stops there, we count nothing. */
const refused = { error: 'TypeError' }

function defaultMode(given: Given) {
  const { gold, pred, suffix } = given
  const score = scorer(gold, pred, { suffix })
  return {
    goldEntities: concatenated(gold, suffix),
    predEntities: concatenated(pred, suffix),
    ...score.averages(),
    'micro.zd1': score.of('micro', { zeroDivision: 1 }),
    'macro.beta2': score.of('macro', { beta: 2 }),
    ...accuracy(given),
  }
}

/** The reference has none of no tokens. */
function accuracy({ gold, pred, suffix }: Given): { accuracy?: number } {
  const { value } = scoreTags(gold, pred, { suffix }).accuracy
  return value === null ? {} : { accuracy: value }
}

function strictMode({ gold, pred, scheme, suffix }: Given) {
  const options = { mode: 'strict', scheme, suffix } as const
  const entities = (tags: Tags) =>
    decodeTags(tags, options).map((spans, s) => spans.map(({ type, start, end }) => [s, type, start, end]))
  return {
    goldEntities: entities(gold),
    predEntities: entities(pred),
    ...scorer(gold, pred, options).averages(),
    autoDetect: detected(gold, suffix),
  }
}

function scorer(gold: Tags, pred: Tags, options: TagOptions) {
  const scores = (more: TagScoreOptions) => scoreTags(gold, pred, { ...options, zeroDivision: 0, ...more })
  const of = (average: 'micro' | 'macro' | 'weighted', more: TagScoreOptions = {}) =>
    gold.length === 0 ? refused : row(scores(more)[average])
  const columns = () => {
    const rows = scores({}).types.map(row)
    return [0, 1, 2, 3].map((column) => rows.map((numbers) => numbers[column]!))
  }
  return {
    of,
    averages: () => ({
      micro: of('micro'),
      macro: of('macro'),
      weighted: of('weighted'),
      None: gold.length === 0 ? refused : columns(),
    }),
  }
}

function row({ precision, recall, f, support }: TagScore): (number | null)[] {
  return [...[precision, recall, f].map(({ value }: Score) => value), support]
}

/** Its default mode numbers the tokens of all sentences in one row, an O behind each, and includes the ends. */
function concatenated(tags: Tags, suffix: boolean): [string, number, number][] {
  let offset = 0
  return decodeTags(tags, { suffix }).flatMap((spans, s) => {
    const from = offset
    offset += tags[s]!.length + 1
    return spans.map(({ type, start, end }): [string, number, number] => [type, from + start, from + end - 1])
  })
}

function detected(gold: Tags, suffix: boolean): unknown {
  try {
    return detectTagScheme(gold, { suffix })
  } catch {
    return { error: 'ValueError' }
  }
}

function conlleval({ gold, pred }: Given) {
  const counts = countTags(gold, pred)
  const sum = (side: string) =>
    Object.entries(counts).reduce((total, [key, n]) => total + (key.startsWith(`${side}/`) ? n : 0), 0)
  return {
    tokens: counts['tokens'],
    gold: sum('gold'),
    found: sum('predicted'),
    correct: sum('correct'),
    text: conllevalText(counts),
  }
}
