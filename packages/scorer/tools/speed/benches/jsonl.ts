import { spawn } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { entityTypes } from '@assay/schema'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import type { Bench } from '../bench.ts'

/** `ASSAY_BENCH_LINES=20000` for a quick look. */
const articles = Number(process.env['ASSAY_BENCH_LINES'] ?? 1_000_000)
const mostMemoryMiB = 256

/**
 * `assay score` of JSON lines, as its own process, against a process that only reads and parses the same lines. Fails
 * if the command ever holds more than 256 MiB.
 */
export const jsonl: Bench = {
  name: `assay score, ${articles} JSON lines each of gold and predicted`,
  unit: 'articles',
  clock: 'wall',
  // Of fewer articles, most of the time is the start of the process.
  peers: [{ name: 'only parsing', ...(articles >= 1_000_000 && { floor: 1 / 2 }) }],
  prepare() {
    const folder = mkdtempSync(join(tmpdir(), 'assay-jsonl-'))
    process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
    const gold = join(folder, 'gold.jsonl')
    const predicted = join(folder, 'predicted.jsonl')
    writeLines(gold, predicted)
    return {
      items: articles,
      ours: () => scoreLines(gold, predicted),
      javascript: { 'only parsing': () => run([script('../../parse-lines/main.js'), gold, predicted]) },
    }
  },
}

const words = [
  'Anna',
  'Marsh',
  'Port',
  'Louis',
  'Council',
  'ferry',
  'budget',
  'rose',
  'Delta',
  'said',
  'river',
  'Ünye',
]

/** Three gold mentions an article; seven of ten are found, one has another type, one another place. */
function writeLines(goldFile: string, predictedFile: string): void {
  const random = xoroshiro128plus(7)
  const below = (end: number) => (random.next() >>> 0) % end
  const gold = openSync(goldFile, 'w')
  const predicted = openSync(predictedFile, 'w')
  for (let i = 0; i < articles; ) {
    let goldLines = ''
    let predictedLines = ''
    for (const end = Math.min(articles, i + 1000); i < end; i++) {
      const id = `article-${String(i).padStart(7, '0')}`
      const text = Array.from({ length: 12 }, () => words[below(words.length)]!)
      const starts = text.map((_, k) => text.slice(0, k).join(' ').length + (k === 0 ? 0 : 1))
      const spanOf = (k: number) => ({ start: starts[k]!, end: starts[k]! + text[k]!.length })
      const typeOf = () => entityTypes[below(entityTypes.length)]!
      const mentions = [0, 4, 8].map((from, k) => ({ id: `m${k}`, at: from + below(3), type: typeOf() }))
      const found = mentions.flatMap(({ at, type }) => {
        const luck = below(10)
        if (luck === 9) return []
        return [{ span: spanOf(luck === 8 ? at + 1 : at), type: luck === 7 ? typeOf() : type }]
      })
      const annotation = {
        mentions: mentions.map(({ id, at, type }) => ({ id, span: spanOf(at), surface: text[at], type })),
      }
      goldLines += `${JSON.stringify({ article: { id, text: text.join(' ') }, annotation })}\n`
      predictedLines += `${JSON.stringify({ article: id, output: { mentions: found } })}\n`
    }
    writeSync(gold, goldLines)
    writeSync(predicted, predictedLines)
  }
  closeSync(gold)
  closeSync(predicted)
}

/** Makes a process say how much memory it held at most. */
const sayMemory = `data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => process.stderr.write('peak ' + process.resourceUsage().maxRSS))",
)}`

async function scoreLines(gold: string, predicted: string): Promise<void> {
  const command = script('../../../../../../apps/cli/bin/assay.js')
  const output = await run([
    '--import',
    sayMemory,
    command,
    'score',
    predicted,
    '--gold',
    gold,
    '-t',
    'entities',
  ])
  const memoryMiB = Math.ceil(Number(/peak (\d+)$/.exec(output)?.[1]) / 1024)
  process.stderr.write(`peak memory ${memoryMiB} MiB, of ${mostMemoryMiB} allowed\n`)
  if (!(memoryMiB <= mostMemoryMiB)) {
    throw new Error(`assay score held ${memoryMiB} MiB, more than ${mostMemoryMiB}`)
  }
}

/** Runs Node to its end; what it wrote to stderr. */
function run(args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  let errors = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
  return new Promise((resolve, reject) =>
    child.on('close', (code) =>
      code === 0
        ? resolve(errors)
        : reject(new Error(`node ${args.join(' ')} ended with ${code}: ${errors}`)),
    ),
  )
}

function script(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url))
}
