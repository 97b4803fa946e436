// Answers assay with dates: the protocol is described in README.md beside this file. Replace `find` by your own code.
import { writeSync } from 'node:fs'
import { createInterface } from 'node:readline'

/** Dates like 2026-03-05 as [start, end, value]. JavaScript counts UTF-16 code units. */
function find(text) {
  return Array.from(text.matchAll(/\b\d{4}-\d{2}-\d{2}\b|\b(?:19|20)\d{2}\b/g), ({ 0: date, index }) => [
    index,
    index + date.length,
    date,
  ])
}

/** On descriptor 3: what is printed with console.log goes to the log. */
function reply(message) {
  const bytes = Buffer.from(`${JSON.stringify(message)}\n`)
  for (let at = 0; at < bytes.length; ) at += writeSync(3, bytes, at)
}

reply({ protocol: 1, name: 'client.mjs', version: '1', offsetUnit: 'utf16', tasks: ['dates'] })
let answers = 0
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const { id, text } = JSON.parse(line)
  const timexes = find(text).map(([start, end, value]) => ({
    start,
    end,
    surface: text.slice(start, end),
    type: 'DATE',
    value,
  }))
  reply({ id, timexes })
  answers += 1
}
reply({ end: true, answers })
