import { layerOfTask, type Output, outputSchema, pathText, type System, type Task } from '@assay/schema'
import type { Finding } from './check.ts'
import { shown } from './difference.ts'
import type { Asked, Subject } from './subject.ts'

export type Layer = (typeof layerOfTask)[Task]

export interface Answered {
  readonly article: Asked['article']
  readonly output: unknown
}

export async function answered(subject: Subject): Promise<Answered[]> {
  return (await subject.answers()).flatMap(({ article, outcome }) =>
    outcome.status === 'answered' ? [{ article, output: outcome.output }] : [],
  )
}

/** Why a system need not keep what is promised of a layer. */
export function onlyWith(task: Task): (system: System) => string | null {
  return ({ tasks }) => (tasks.includes(task) ? null : `it does not declare ${task}`)
}

/** What is wrong with the shape of one layer, or, with null, of the output around the layers. */
export function shapeFaults(answers: readonly Answered[], layer: Layer | null): Finding[] {
  return answers.flatMap(({ article, output }) => {
    const parsed = outputSchema.safeParse(output)
    const issues = parsed.success ? [] : parsed.error.issues
    return issues
      .filter(({ path }) => layerOf(path) === layer)
      .map((issue) => ({
        article: article.id,
        path: pathText(issue.path),
        what: issue.message,
        got: shown(valueAt(output, issue.path)),
      }))
  })
}

const layers: readonly unknown[] = Object.values(layerOfTask)

function layerOf([first]: readonly PropertyKey[]): Layer | null {
  return layers.includes(first) ? (first as Layer) : null
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((part, key) => (part as Record<PropertyKey, unknown> | undefined)?.[key], value)
}

/** The items of a layer that are well-formed, whatever else of the output is not. */
export function itemsOf<L extends 'mentions' | 'timexes' | 'claims'>(
  { output }: Answered,
  layer: L,
): { readonly item: NonNullable<Output[L]>[number]; readonly index: number }[] {
  const items: unknown = (output as Record<string, unknown> | null)?.[layer]
  if (!Array.isArray(items)) return []
  return items.flatMap((item: unknown, index) => {
    const parsed = outputSchema.safeParse({ [layer]: [item] })
    return parsed.success ? [{ item: parsed.data[layer]![0] as NonNullable<Output[L]>[number], index }] : []
  })
}
