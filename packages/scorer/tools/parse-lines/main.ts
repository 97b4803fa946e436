import { closeSync, openSync, readSync } from 'node:fs'
import { StringDecoder } from 'node:string_decoder'

// `node main.js <file…>`: reads the lines of JSON files in chunks and parses each. The limit of who reads them.

for (const file of process.argv.slice(2)) parseLines(file)

function parseLines(file: string): void {
  const descriptor = openSync(file, 'r')
  const chunk = Buffer.allocUnsafe(1 << 16)
  const decoder = new StringDecoder('utf8')
  let rest = ''
  for (let got = readSync(descriptor, chunk); got > 0; got = readSync(descriptor, chunk)) {
    const lines = (rest + decoder.write(chunk.subarray(0, got))).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) JSON.parse(line)
  }
  closeSync(descriptor)
}
