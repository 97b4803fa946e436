import type { goldArticleSchema } from '@assay/schema'
import { distance } from 'fastest-levenshtein'
import { type Path, type Problem, quoted } from './check/rule.ts'

type Issue = NonNullable<ReturnType<typeof goldArticleSchema.safeParse>['error']>['issues'][number]

/** A zod schema and the JSON Schema made from it, which can be asked for the fields of a place. */
export interface Shape<T> {
  readonly schema: {
    safeParse(
      value: unknown,
    ): { success: true; data: T } | { success: false; error: { issues: readonly Issue[] } }
  }
  readonly json: object
}

/** Reads `value` as a T, or says everything that is wrong with its shape. */
export function readShape<T>(
  { schema, json }: Shape<T>,
  value: unknown,
): { value: T; problems: [] } | { value: null; problems: Problem[] } {
  const result = schema.safeParse(value)
  if (result.success) return { value: result.data, problems: [] }
  return { value: null, problems: result.error.issues.flatMap((issue) => problemsOf(issue, json, value)) }
}

interface Known {
  readonly code: string
  readonly hint: string
  /** In place of the schema's own message. */
  readonly message?: string
}

/** Codes and cures of the places where a general one would say too little. `[]` stands for any index. */
const known: readonly (readonly [RegExp, Known])[] = [
  [
    /^schema$/,
    {
      code: 'wrong-format',
      hint: 'It is "assay.dataset/1" in dataset.json and "assay.article/1" in an article; a later one needs a later assay.',
    },
  ],
  [
    /^offsetUnit$/,
    {
      code: 'offset-unit',
      hint: 'Convert the offsets to UTF-16 code units, then write "offsetUnit": "utf16".',
    },
  ],
  [
    /^article\.publishedAt$/,
    {
      code: 'impossible-day',
      message: 'there is no such day',
      hint: 'Write a day that exists as YYYY-MM-DD; leave the field out where the day is not known.',
    },
  ],
  [
    /^annotation\.claims\[\]\.text$/,
    {
      code: 'empty-claim',
      hint: 'Write what is claimed as a sentence that stands alone, or delete the claim.',
    },
  ],
  [
    /(^|\.)span$/,
    { code: 'empty-span', hint: 'A span is half-open: its end is the offset after its last code unit.' },
  ],
]

function problemsOf(issue: Issue, json: object, value: unknown): Problem[] {
  const path = issue.path.map((key) => (typeof key === 'number' ? key : String(key)))
  const found = valueAt(value, path)
  const problem = (code: string, message: string, hint: string, at: Path = path): Problem => ({
    code,
    severity: 'error',
    path: at,
    message,
    hint,
  })

  if (issue.code === 'unrecognized_keys') {
    const fields = Object.keys(schemaAt(json, path)?.properties ?? {})
    return issue.keys.map((key) =>
      problem('unknown-field', `there is no field ${quoted(key)} here`, suggestion(key, fields), [
        ...path,
        key,
      ]),
    )
  }
  if (found === undefined) {
    const name = quoted(String(path.at(-1)))
    return [problem('missing-field', `the field ${name} is missing`, `Add ${name}.`)]
  }
  if (issue.code === 'invalid_type') {
    return [problem('wrong-type', `${shown(found)}: ${issue.message}`, 'Write a value of that type.')]
  }
  if (issue.code === 'invalid_union') {
    const shapes = variants(schemaAt(json, path)).join(', ')
    return [problem('wrong-shape', `${shown(found)} has none of the allowed shapes`, `Allowed: ${shapes}.`)]
  }
  const special = known.find(([pattern]) => pattern.test(patternOf(path)))?.[1]
  if (issue.code === 'invalid_value') {
    const message = issue.message.startsWith('Invalid') ? 'not allowed here' : issue.message
    const hint = suggestion(typeof found === 'string' ? found : '', issue.values)
    return [problem(special?.code ?? 'unknown-value', `${shown(found)}: ${message}`, special?.hint ?? hint)]
  }
  const hint = special?.hint ?? 'The JSON Schema of the file states what can stand here.'
  return [
    problem(special?.code ?? 'invalid-value', `${shown(found)}: ${special?.message ?? issue.message}`, hint),
  ]
}

/** `annotation.claims[].text` */
function patternOf(path: Path): string {
  return path
    .map((key) => (typeof key === 'number' ? '[]' : `.${key}`))
    .join('')
    .slice(1)
}

/** Names the nearest of the allowed values if it is near, whatever the case, and all of them. */
function suggestion(word: string, allowed: readonly unknown[]): string {
  const away = (other: unknown): number => distance(word.toLowerCase(), String(other).toLowerCase())
  const [nearest] = allowed.toSorted((a, b) => away(a) - away(b))
  if (nearest === undefined) return 'Delete it.'
  const list = `Allowed: ${allowed.map(shown).join(', ')}.`
  return away(nearest) <= word.length / 3 ? `Did you mean ${shown(nearest)}? ${list}` : list
}

/** A value as a message shows it, cut after 80 characters. */
function shown(value: unknown): string {
  const json = JSON.stringify(value)
  return json.length > 80 ? `${json.slice(0, 80)}…` : json
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key)
        ? (inner as Record<string | number, unknown>)[key]
        : undefined,
    value,
  )
}

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly items?: JsonSchema
  readonly anyOf?: readonly JsonSchema[]
  readonly const?: unknown
}

function schemaAt(json: JsonSchema, path: Path): JsonSchema | undefined {
  return path.reduce<JsonSchema | undefined>(
    (inner, key) => (typeof key === 'number' ? inner?.items : inner?.properties?.[key]),
    json,
  )
}

/** The allowed shapes in words: `"narrator"`, `{ entityId }`. */
function variants(json: JsonSchema | undefined): string[] {
  return (json?.anyOf ?? []).map((variant) =>
    variant.properties === undefined
      ? JSON.stringify(variant.const ?? null)
      : `{ ${Object.keys(variant.properties).join(', ')} }`,
  )
}
