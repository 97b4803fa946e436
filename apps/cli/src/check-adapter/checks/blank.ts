import { type Article, layerOfTask, type System } from '@assay/schema'
import type { Check, Finding } from '../check.ts'
import { shown } from '../difference.ts'
import { type Answered, answered, shapeFaults } from '../shape.ts'
import type { Subject } from '../subject.ts'
import { blank, empty } from '../texts.ts'

export const emptyText: Check = {
  id: 'empty-text',
  promise: 'answers an empty text, and finds nothing in it',
  run: (subject) => askNothing(subject, empty),
}

export const whiteSpace: Check = {
  id: 'white-space',
  promise: 'answers a text of white space, and finds nothing in it',
  run: (subject) => askNothing(subject, blank),
}

async function askNothing(subject: Subject, article: Article): Promise<{ faults: Finding[] }> {
  const { outcome } = await subject.ask(article)
  const at = { article: article.id }
  if (outcome.status === 'too-late') return { faults: [{ ...at, what: 'no answer in time' }] }
  if (outcome.status === 'failed') {
    const hint = 'Return the declared layers, empty.'
    return { faults: [{ ...at, what: `failed: ${outcome.because}`, hint }] }
  }
  const known = new Set(allShapeFaults(await answered(subject)).map(({ what }) => what))
  const shape = allShapeFaults([{ article, output: outcome.output }])
  // What is wrong with every answer is told of elsewhere.
  const faults = shape.filter(({ what }) => !known.has(what))
  return { faults: shape.length > 0 ? faults : found(outcome.output, subject.system, article.id) }
}

function allShapeFaults(answers: readonly Answered[]): Finding[] {
  return [null, ...Object.values(layerOfTask)].flatMap((layer) => shapeFaults(answers, layer))
}

function found(output: unknown, { tasks }: System, article: string): Finding[] {
  const layers = output as Record<string, unknown>
  return tasks.flatMap((task) => {
    const layer = layers[layerOfTask[task]]
    const isNothing = Array.isArray(layer) ? layer.length === 0 : !/\S/.test(textOf(layer))
    if (isNothing) return []
    return [
      { article, path: layerOfTask[task], what: 'holds something where there is nothing', got: shown(layer) },
    ]
  })
}

function textOf(layer: unknown): string {
  const text = (layer as { readonly text?: unknown } | undefined)?.text
  return typeof text === 'string' ? text : ''
}
