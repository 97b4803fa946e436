// What the harness costs: entities by transformersEntities against the model called directly on the same windows.
// Usage: node --expose-gc packages/adapters/bench/main.mjs [model folder] [dtype]. Reads the built packages.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { transformersEntities } from '@assay/adapters'
import { AutoModelForTokenClassification, AutoTokenizer, Tensor } from '@xenova/transformers'
import { windowsOf } from '../dist/transformers/windows.js'

const [modelDir = fileURLToPath(new URL('../house-ner/model', import.meta.url)), dtype = 'q8'] =
  process.argv.slice(2)
const [batch, stride, rounds] = [8, 64, 20]

const settings = {
  dtype,
  device: 'cpu',
  local_files_only: true,
  session_options: { intraOpNumThreads: 1, interOpNumThreads: 1 },
}
const tokenizer = await AutoTokenizer.from_pretrained(modelDir, settings)
const model = await AutoModelForTokenClassification.from_pretrained(modelDir, settings)
const size = Math.min(512, tokenizer.model_max_length) - 2
const system = transformersEntities({ modelDir, dtype, batch, stride })
await system.prepare({ allowNetwork: false })

const articles = new URL('../../../datasets/newswire/articles/', import.meta.url)
const texts = readdirSync(articles).map(
  (file) => JSON.parse(readFileSync(new URL(file, articles), 'utf8')).article.text,
)
const megabyte = texts.join('\n\n').repeat(1000).slice(0, 1_000_000)

// The best of many rounds: what other programs of the machine take away is in none of the two.
const best = { harness: Infinity, direct: Infinity, calls: Infinity }
let tokens = 0
for (let round = 0; round < rounds; round++) {
  best.harness = Math.min(best.harness, (await timed(() => harness(texts))).whole)
  const library = await timed(() => direct(texts))
  best.direct = Math.min(best.direct, library.whole)
  best.calls = Math.min(best.calls, library.calls)
  tokens = library.tokens
}
const ratio = best.harness / best.direct
say(`model          ${modelDir} ${dtype}, windows of ${size}, stride ${stride}, batch ${batch}, one thread`)
say(
  `articles       ${texts.length}, ${tokens} tokens, ${Math.round((1000 * tokens) / best.calls)} tokens/s in the model alone`,
)
say(`harness/direct ${ratio.toFixed(3)} (tokenizer and model of the library, same windows; limit 1.03)`)
say(`harness/model  ${(best.harness / best.calls).toFixed(3)} (calls of the model alone)`)

globalThis.gc?.()
const before = process.memoryUsage().rss
const long = await timed(() => harness([megabyte]))
say(
  `1 MB of text   ${(long.whole / 1000).toFixed(1)} s, RSS ${mebibytes(before)} before, peak ${mebibytes(1024 * process.resourceUsage().maxRSS)}`,
)
process.exitCode = ratio > 1.03 ? 1 : 0

async function harness(texts) {
  const context = { signal: new AbortController().signal, seed: 1, repeat: 0, spend: () => {} }
  for (const text of texts) await system.extract({ id: 'a', text }, context)
  return {}
}

/** Tokens by the library, the same windows in the same batches, and nothing made of the logits. */
async function direct(texts) {
  let [tokens, calls] = [0, 0]
  for (const text of texts) {
    const [cls, ...ids] = tokenizer.encode(text)
    const sep = ids.pop()
    tokens += ids.length
    const windows = windowsOf(ids.length, size, stride)
    for (let i = 0; i < windows.length; i += batch) {
      const rows = windows.slice(i, i + batch).map(({ from, to }) => [cls, ...ids.slice(from, to), sep])
      const dims = [rows.length, rows[0].length]
      const input_ids = new Tensor('int64', BigInt64Array.from(rows.flat(), BigInt), dims)
      const attention_mask = new Tensor('int64', new BigInt64Array(input_ids.size).fill(1n), dims)
      const started = performance.now()
      await model({ input_ids, attention_mask })
      calls += performance.now() - started
    }
  }
  return { tokens, calls }
}

async function timed(run) {
  const started = performance.now()
  const result = await run()
  return { ...result, whole: performance.now() - started }
}

function say(line) {
  process.stdout.write(`${line}\n`)
}

function mebibytes(bytes) {
  return `${Math.round(bytes / 2 ** 20)} MiB`
}
