// A program that misbehaves as its first argument says. It answers articles whose text does not begin with "bad" well.
import { spawn } from 'node:child_process'
import { writeFileSync, writeSync } from 'node:fs'
import { createInterface } from 'node:readline'

const [how = 'well', note = ''] = process.argv.slice(2)
const fd = how.startsWith('stdout') ? 1 : 3
const write = (text) => {
  const bytes = Buffer.isBuffer(text) ? text : Buffer.from(text)
  for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at)
}
const say = (message) => write(`${JSON.stringify(message)}\n`)
const hello = { protocol: 1, name: 'hostile', version: '1', offsetUnit: 'codepoint' }
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
const forever = () => wait(2 ** 31 - 1)
const whole = (text) => ({ start: 0, end: [...text].length, surface: text, type: 'ORG' })

const starts = {
  'version-2': () => say({ ...hello, protocol: 2 }),
  'no-hello': () => forever(),
  'exits-early': () => process.exit(3),
  'says-nonsense': () => write('loading model…\n'),
  'other-task': () => say({ ...hello, tasks: ['dates'] }),
  slow: async () => {
    await wait(600)
    say(hello)
  },
  bom: () => write(`\ufeff${JSON.stringify(hello)}\r\n`),
  'stdout-noise': () => {
    write('\u001b[32mBanner 1.0\u001b[0m\n[warning] no GPU\n\n')
    say(hello)
  },
  'starts-once': () => {
    try {
      writeFileSync(note, '', { flag: 'wx' })
    } catch {
      process.exit(7)
    }
    say(hello)
  },
}

const answers = {
  exits: () => process.exit(0),
  'exits-in-line': ({ id }) => {
    write(`{"id":${JSON.stringify(id)},"mentions":[],"error":"${'x'.repeat(100_000)}`)
    process.exit(0)
  },
  crashes: () => process.kill(process.pid, 'SIGSEGV'),
  hangs: () => forever(),
  'starts-once': () => forever(),
  endless: async () => {
    const piece = Buffer.alloc(65_536, 120)
    for (;;) write(piece)
  },
  'not-utf8': () => write(Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x00, 0x1b, 0x22, 0x7d, 10])),
  'not-json': () => write('Traceback (most recent call last):\n'),
  nan: ({ id }) =>
    write(`{"id":${JSON.stringify(id)},"mentions":[{"surface":"x","type":"ORG","score":NaN}]}\n`),
  'wrong-id': () => say({ id: 'nobody', mentions: [] }),
  'wrong-shape': ({ id }) => say({ id, mentions: [{ start: -1, end: 3, type: 'ORG' }], mood: 'good' }),
  fractional: ({ id }) => say({ id, mentions: [{ start: 0.5, end: 3, type: 'ORG' }] }),
  'string-number': ({ id }) => say({ id, mentions: [{ start: '0', end: 3, type: 'ORG' }] }),
  reversed: ({ id }) => say({ id, mentions: [{ start: 3, end: 1, type: 'ORG' }] }),
  outside: ({ id, text }) => say({ id, mentions: [{ start: 0, end: text.length + 1, type: 'ORG' }] }),
  utf16: ({ id, text }) =>
    say({ id, mentions: [{ start: 7, end: text.length, surface: text.slice(7), type: 'ORG' }] }),
  'no-layer': ({ id }) => say({ id, timexes: [] }),
  'an-error': ({ id }) => say({ id, error: `CUDA out of memory \u001b[31m${note}` }),
  summary: ({ id }) => say({ id }),
  'ends-early': () => say({ end: true, answers: 0 }),
  tree: async () => {
    const child = spawn('sleep', ['1000'], { stdio: 'inherit' })
    writeFileSync(note, String(child.pid))
    await forever()
  },
  'tree-exits': () => {
    const child = spawn('sleep', ['1000'], { stdio: ['ignore', 'inherit', 'inherit', 3] })
    writeFileSync(note, String(child.pid))
    process.exit(0)
  },
}

await (starts[how] ?? (() => say(hello)))()
if (how === 'never-reads') await forever()
let count = 0
for await (const line of createInterface({ input: process.stdin })) {
  const question = JSON.parse(line)
  const { id, text } = question
  count += 1
  if (how === 'noise') process.stdout.write(`\u001b[2K\rprogress ${count}\r${note}\nline ${count}\n`)
  if (how === 'noise') process.stderr.write(`key ${note}\n`)
  if (text.startsWith('bad') && how in answers) await answers[how](question)
  else if (how === 'summary') say({ id, summary: `${question.minWords} to ${question.maxWords}` })
  else if (how === 'echo') say({ id, mentions: [{ surface: JSON.stringify(process.env), type: 'ORG' }] })
  else {
    const mentions = text === '' ? [] : [whole(text)]
    if (how === 'bom') write(`${JSON.stringify({ id, mentions })}\r\n\r\n`)
    else say({ id, mentions })
    if (how === 'twice') say({ id, mentions: [] })
  }
}
if (how === 'no-end') process.exit(0)
say({ end: true, answers: how === 'wrong-count' ? 99 : count })
