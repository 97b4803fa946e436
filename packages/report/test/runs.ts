import {
  layerOfTask,
  type Dataset,
  type GoldArticle,
  type Output,
  type Prediction,
  type Task,
} from '@assay/schema'
import type { ReportedRun } from '../src/build.ts'

export interface MadeUpSystem {
  readonly name: string
  readonly tasks: readonly Task[]
  /** Chance that an item survives undamaged, 0 to 1. */
  readonly quality: number
  readonly fails?: readonly string[]
}

/** A run whose predictions are gold with seeded damage: lost, moved, mislabelled and invented items. */
export function madeUpRun(dataset: Dataset, system: MadeUpSystem): ReportedRun {
  const draw = drawer(system.name)
  const predictions = dataset.articles.map((gold): Prediction => {
    const key = { article: gold.article.id, repeat: 0 }
    return system.fails?.includes(gold.article.id)
      ? { ...key, status: 'failed', code: 'timeout', message: 'no answer within 60 s' }
      : { ...key, status: 'ok', output: outputOf(gold, system, draw) }
  })
  const failed = predictions.filter(({ status }) => status === 'failed').length
  const { gold: _, ...identity } = dataset.identity
  return {
    record: {
      schema: 'assay.run/1',
      id: `run-${system.name}`,
      dataset: identity,
      selection: {},
      system: {
        name: system.name,
        kind: system.tasks.includes('summaries') ? 'summarizer' : 'extractor',
        adapter: 'made-up',
        version: '1',
        tasks: system.tasks,
        options: { quality: system.quality },
        files: {},
      },
      config: null,
      seed: 1,
      repeats: 1,
      status: 'complete',
      counts: { expected: predictions.length, ok: predictions.length - failed, failed, skipped: 0 },
      predictions: '0'.repeat(64),
    },
    predictions,
    environment: {
      schema: 'assay.environment/1',
      node: '20.20.2',
      platform: 'linux x64',
      cpu: 'Made-up CPU',
      cores: 8,
      workers: 1,
      startedAt: '2026-01-01T00:00:00.000Z',
      wallMilliseconds: 1000,
      coldStartMilliseconds: 20 + 400 * draw(),
      peakMemoryBytes: Math.round(8e7 + 2e8 * draw()),
      restarts: 0,
    },
    timings: dataset.articles.map(({ article }) => ({
      article: article.id,
      repeat: 0,
      milliseconds: (1 + draw()) * (5 - 4 * system.quality),
    })),
  }
}

type Draw = () => number

function outputOf(gold: GoldArticle, { tasks, quality }: MadeUpSystem, draw: Draw): Output {
  const layers = {
    mentions: mentionsOf(gold, quality, draw),
    timexes: timexesOf(gold, quality, draw),
    claims: claimsOf(gold, quality, draw),
    summary: summaryOf(gold, quality, draw),
  }
  return Object.fromEntries(tasks.map((task) => [layerOfTask[task], layers[layerOfTask[task]]]))
}

function mentionsOf({ article, annotation }: GoldArticle, quality: number, draw: Draw): Output['mentions'] {
  const damaged = (annotation.mentions ?? []).flatMap(({ span, type }) => {
    if (draw() < quality) return [{ span, type }]
    const kind = draw()
    if (kind < 0.45) return []
    if (kind < 0.65) return [{ span, type: type === 'ORG' ? 'GPE' : 'ORG' }]
    if (kind < 0.85) return [{ span: shrink(article.text, span), type }]
    return [{ span: shrink(article.text, span), type: type === 'ORG' ? 'PERSON' : 'ORG' }]
  })
  const invented = [...article.text.matchAll(/\b[a-z]{7,}\b/g)]
    .filter(() => draw() > 0.97 + 0.03 * quality)
    .map(({ index, 0: word }) => ({ span: { start: index, end: index + word.length }, type: 'PRODUCT' }))
  return [...damaged, ...invented]
}

function timexesOf({ annotation }: GoldArticle, quality: number, draw: Draw): Output['timexes'] {
  return (annotation.timexes ?? []).flatMap(({ span, type, value }) => {
    if (draw() < quality) return [{ span, type, value }]
    return draw() < 0.5 ? [] : [{ span, type, value: draw() < 0.3 ? null : '2024-11-05' }]
  })
}

function claimsOf({ annotation }: GoldArticle, quality: number, draw: Draw): Output['claims'] {
  return (annotation.claims ?? []).flatMap(({ text, certainty }) => {
    if (draw() < quality) return [{ text, certainty }]
    const kind = draw()
    if (kind < 0.5) return []
    return [{ text: kind < 0.75 ? `It is not true that ${text}` : text.split(' ').slice(-4).join(' ') }]
  })
}

function summaryOf({ article, annotation }: GoldArticle, quality: number, draw: Draw): Output['summary'] {
  const reference = annotation.summaries?.find(({ length }) => length === 'short')?.text ?? article.text
  const words = (draw() < quality ? reference : article.text).split(' ')
  return { text: words.slice(0, 55).join(' ') }
}

/** The span without its first or last word, or without its last letter where it is one word. */
function shrink(text: string, span: { start: number; end: number }) {
  const space = text.slice(span.start, span.end).indexOf(' ')
  if (space > 0) return { start: span.start + space + 1, end: span.end }
  const extra = /^ \w+/.exec(text.slice(span.end))?.[0].length ?? 0
  return { start: span.start, end: span.end + extra }
}

/** Numbers in [0, 1) that depend on nothing but the seed (mulberry32). */
function drawer(seed: string): Draw {
  let state = seed.split('').reduce((sum, unit) => (Math.imul(sum, 31) + unit.charCodeAt(0)) | 0, 7)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
