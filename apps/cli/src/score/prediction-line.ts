import { type Output, type Prediction, predictionSchema } from '@assay/schema'
import { faultsOf, isObject, isSpan, isText, type LineFault, spanned } from './json-line.ts'

const layers = ['mentions', 'timexes', 'claims', 'summary'] as const

const hint =
  'A line is {"article": "<id>", "output": {"mentions": [...], ...}}, or {"id": "<id>", "mentions": [...]}; ' +
  'offsets count UTF-16 code units.'

/**
 * A line of predictions in one of three shapes: as runs write them, without `status` and `repeat`, or with the
 * layers beside `id` or `article`. Else what is wrong with it.
 */
export function readPrediction(value: Record<string, unknown>): Prediction | readonly LineFault[] {
  if (isPlain(value)) {
    const {
      article,
      repeat = 0,
      output,
    } = value as unknown as { article: string; repeat?: number; output: Output }
    return { article, repeat, status: 'ok', output }
  }
  const isLoose = value['output'] === undefined && value['status'] === undefined
  const candidate = isLoose ? fromLoose(value) : withDefaults(value)
  if (isLoose && isPlain(candidate)) return candidate as unknown as Prediction
  const parsed = predictionSchema.safeParse(candidate)
  if (parsed.success) return parsed.data
  return faultsOf(parsed.error, hint, (path) => (isLoose && path[0] === 'output' ? path.slice(1) : path))
}

function withDefaults(value: Record<string, unknown>): Record<string, unknown> {
  if (value['status'] !== undefined && value['repeat'] !== undefined) return value
  const { id, ...rest } = value
  return {
    repeat: 0,
    status: 'ok',
    ...(id !== undefined && !('article' in rest) && { article: id }),
    ...rest,
  }
}

function fromLoose(value: Record<string, unknown>): Record<string, unknown> {
  const output: Record<string, unknown> = {}
  const rest: Record<string, unknown> = { repeat: 0, status: 'ok', output }
  for (const key in value) {
    if (!(layers as readonly string[]).includes(key)) rest[key] = value[key]
    else output[key] = layerOf(key, value[key])
  }
  if (rest['id'] !== undefined && rest['article'] === undefined) {
    rest['article'] = rest['id']
    delete rest['id']
  }
  return rest
}

function layerOf(key: string, layer: unknown): unknown {
  if (key === 'summary') return typeof layer === 'string' ? { text: layer } : layer
  if (!Array.isArray(layer)) return layer
  return layer.map((item) =>
    key === 'claims' ? (typeof item === 'string' ? { text: item } : item) : spanned(item),
  )
}

/**
 * The common case by hand: an answer of mentions in the right shape. What is not that is left to the schema, which
 * decides; this only saves its time.
 */
function isPlain(value: Record<string, unknown>): boolean {
  for (const key in value) {
    if (key !== 'article' && key !== 'repeat' && key !== 'status' && key !== 'output') return false
  }
  const { article, repeat, status, output } = value
  if (!isText(article) || article.length > 200 || !isObject(output)) return false
  if (status !== 'ok' && status !== undefined) return false
  if (repeat !== undefined && !(Number.isSafeInteger(repeat) && (repeat as number) >= 0)) return false
  for (const key in output) if (key !== 'mentions') return false
  const mentions = output['mentions']
  if (!Array.isArray(mentions)) return mentions === undefined
  for (const mention of mentions) if (!isPlainMention(mention)) return false
  return true
}

function isPlainMention(value: unknown): boolean {
  if (!isObject(value)) return false
  for (const key in value) {
    if (key !== 'span' && key !== 'type' && key !== 'surface' && key !== 'score') return false
  }
  const { span, type, surface, score } = value
  return (
    isSpan(span) &&
    isText(type) &&
    (surface === undefined || (typeof surface === 'string' && surface !== '')) &&
    (score === undefined || (typeof score === 'number' && score >= 0 && score <= 1))
  )
}
