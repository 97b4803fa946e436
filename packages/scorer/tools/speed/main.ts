import { parseArgs } from 'node:util'
import type { Bench, Peer } from './bench.ts'
import { benches } from './benches/index.ts'
import { measure } from './measure.ts'
import { isPythonModule, measurePython } from './python.ts'
import { heading, type Row, ratioOf, renderRow, verdictOf } from './table.ts'

const help = `npm run bench:speed -- [options]

Measures how many items per second we score, beside every peer that is installed, in one run on this machine:
all are warmed up, then take turns, and the middle round counts. A second is a second of the processor.
Python peers run where \`python3\` finds their module. Ratios are ours / peer.
Exit status: 0 no measured ratio is below its floor, 1 one is, 2 wrong usage or a peer failed.

Options:
  --only <text>  benches whose name holds the text, in any case
  --list         names of the benches, nothing measured
  --json         one JSON array instead of the table
  -h, --help

Examples:
  $ npm run bench:speed
  $ npm run bench:speed -- --only rouge
  $ npm run bench:speed -- --only '60 words' --json > speed.json`

await main()

async function main(): Promise<void> {
  try {
    const { values } = parseArgs({
      options: {
        only: { type: 'string', default: '' },
        list: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    })
    const chosen = benches.filter(({ name }) => name.toLowerCase().includes(values.only.toLowerCase()))
    if (values.help) say(help)
    else if (chosen.length === 0) throw new Error(`no bench is called "${values.only}"; --list names them`)
    else if (values.list) for (const { name } of chosen) say(name)
    else await run(chosen, values.json)
  } catch (error) {
    process.stderr.write(`bench:speed: ${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 2
  }
}

async function run(chosen: readonly Bench[], asJson: boolean): Promise<void> {
  const rows: Row[] = []
  for (const bench of chosen) {
    const measured = await rowsOf(bench)
    rows.push(...measured)
    if (!asJson) say([`${bench.name} (${bench.unit})`, heading, ...measured.map(renderRow), ''].join('\n'))
  }
  if (asJson) {
    const all = rows.map((row) => ({ ...row, ratio: ratioOf(row), verdict: verdictOf(row) }))
    say(JSON.stringify(all, null, 2))
  }
  const below = rows.filter((row) => verdictOf(row) === 'below the floor')
  if (below.length > 0) {
    process.stderr.write(`bench:speed: ${below.length} of ${rows.length} ratios below the floor\n`)
    process.exitCode = 1
  }
}

async function rowsOf(bench: Bench): Promise<Row[]> {
  const prepared = await bench.prepare()
  const { ours, javascript } = await measure(prepared, bench.clock ?? 'cpu')
  return bench.peers.map((peer): Row => {
    const theirs = peer.python === undefined ? javascript[peer.name] : measuredPython(peer, prepared.python)
    if (theirs === undefined) throw new Error(`${bench.name}: nothing measures the peer ${peer.name}`)
    return {
      bench: bench.name,
      unit: bench.unit,
      peer: peer.name,
      ours,
      theirs,
      ...(theirs === null && { because: `not found (pip install ${packageOf(peer)})` }),
      ...(peer.floor !== undefined && { floor: peer.floor }),
      ...(peer.aim !== undefined && { aim: peer.aim }),
    }
  })
}

function measuredPython({ python }: Peer, items: unknown): number | null {
  return python !== undefined && isPythonModule(python.module) ? measurePython(python.script, items) : null
}

function packageOf({ python }: Peer): string {
  return python?.install ?? python?.module.replaceAll('_', '-') ?? ''
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
