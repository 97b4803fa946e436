import {
  type Article,
  layerOfTask,
  type Output,
  pathText,
  type PredictedClaim,
  type PredictedMention,
  type PredictedTimex,
  type Span,
  type Task,
  type Unlocated,
} from '@assay/schema'
import { type GivenMention, type GivenTimex, placeMentions, placeTimexes } from '../placing/place.ts'
import { rejected } from './failure.ts'
import { type Answer, answerSchema, type GivenSpan, type OffsetUnit } from './messages.ts'
import { spanReader } from './offsets.ts'

export interface ReadOptions {
  readonly article: Pick<Article, 'text'>
  readonly tasks: readonly Task[]
  /** What offsets count where the answer does not say. */
  readonly unit: OffsetUnit | undefined
  /** Our type for a label; null: no entity, to be left out. */
  readonly mapLabel: (label: string) => string | null
}

/** @throws AssayError `output-invalid`, naming the first faults by path */
export function parseAnswer(value: unknown): Answer {
  const parsed = answerSchema.safeParse(value)
  if (parsed.success) return parsed.data
  throw rejected(...parsed.error.issues.map(({ path, message }) => `${pathText(path)}: ${message}`))
}

/**
 * An answer as an output: offsets in our unit, labels as our types, strings without offsets put into the text. Layers
 * that are not asked for are left out; one that is missing stays missing.
 *
 * @throws AssayError `output-invalid`, naming the first spans that do not fit by path
 */
export function readAnswer(answer: Answer, { article, tasks, unit, mapLabel }: ReadOptions): Output {
  const { text } = article
  const places = placeReader(text, answer.offsetUnit ?? unit)
  const layers: Output[] = [
    answer.mentions === undefined ? {} : readMentions(text, answer.mentions, places, mapLabel),
    answer.timexes === undefined ? {} : readTimexes(text, answer.timexes, places),
    answer.claims === undefined ? {} : { claims: readClaims(answer.claims, places) },
    answer.summary === undefined ? {} : { summary: { text: answer.summary } },
  ]
  if (places.faults.length > 0) throw rejected(...places.faults)
  const asked = new Set<string>(tasks.map((task) => layerOfTask[task]))
  return layers
    .filter((layer) => Object.keys(layer).some((key) => asked.has(key)))
    .reduce((all, layer) => merged(all, layer), {})
}

function merged(a: Output, b: Output): Output {
  const unlocated = { ...a.unlocated, ...b.unlocated }
  return { ...a, ...b, ...(Object.keys(unlocated).length > 0 && { unlocated }) }
}

/** Where an item stands: a span of ours, or a string to be found. */
type Where = { readonly span: Span } | { readonly surface: string; readonly context?: string }

interface PlaceReader {
  read(given: GivenSpan, path: string): Where
  /** What was wrong with spans so far. */
  readonly faults: readonly string[]
}

function placeReader(text: string, unit: OffsetUnit | undefined): PlaceReader {
  const faults: string[] = []
  const toSpan = spanReader(text, unit ?? 'utf16')
  return {
    faults,
    read({ start, end, surface, context }, path) {
      if (start === undefined || end === undefined) {
        return { surface: surface ?? '', ...(context !== undefined && { context }) }
      }
      const read = unit === undefined ? { fault: noUnit } : toSpan({ start, end }, surface)
      if ('span' in read) return read
      faults.push(`${path}: ${read.fault}`)
      return { span: { start, end } }
    },
  }
}

const noUnit = 'offsets were given, but no `offsetUnit` says what they count'

function readMentions(
  text: string,
  mentions: NonNullable<Answer['mentions']>,
  places: PlaceReader,
  mapLabel: ReadOptions['mapLabel'],
): Output {
  const located: PredictedMention[] = []
  const given: GivenMention[] = []
  for (const [
    i,
    { start: _start, end: _end, surface: _, context: _context, type: label, ...rest },
  ] of mentions.entries()) {
    const where = places.read(mentions[i]!, `mentions[${i}]`)
    const type = mapLabel(label)
    if (type === null) continue
    if ('span' in where) located.push({ ...rest, ...where, type })
    else given.push({ ...rest, ...where, type })
  }
  const { mentions: placed, unlocated } = placeMentions(text, given)
  return { mentions: [...located, ...placed], ...lost('mentions', unlocated) }
}

function readTimexes(text: string, timexes: NonNullable<Answer['timexes']>, places: PlaceReader): Output {
  const located: PredictedTimex[] = []
  const given: GivenTimex[] = []
  for (const [i, { start: _start, end: _end, surface: _, context: _context, ...rest }] of timexes.entries()) {
    const where = places.read(timexes[i]!, `timexes[${i}]`)
    if ('span' in where) located.push({ ...rest, ...where })
    else given.push({ ...rest, ...where })
  }
  const { timexes: placed, unlocated } = placeTimexes(text, given)
  return { timexes: [...located, ...placed], ...lost('timexes', unlocated) }
}

function readClaims(claims: NonNullable<Answer['claims']>, places: PlaceReader): PredictedClaim[] {
  return claims.map(({ evidence, ...claim }, i) => ({
    ...claim,
    ...(evidence && {
      evidence: evidence.flatMap((given, j) => {
        const where = places.read(given, `claims[${i}].evidence[${j}]`)
        return 'span' in where ? [where.span] : []
      }),
    }),
  }))
}

function lost(layer: 'mentions' | 'timexes', unlocated: readonly Unlocated[]): Output {
  return unlocated.length === 0 ? {} : { unlocated: { [layer]: unlocated } }
}
