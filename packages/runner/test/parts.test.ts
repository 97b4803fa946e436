import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Prediction } from '@assay/schema'
import { describe, expect, it } from 'vitest'
import { replaceFile, writeAll } from '../src/files.ts'
import { createJournal } from '../src/journal.ts'
import { createLog } from '../src/log.ts'
import { peakMemoryBytes } from '../src/memory.ts'
import { messageOf, oneLine } from '../src/message.ts'
import { temporaryFolder } from './kit.ts'

/** A device that takes nothing. */
const full = '/dev/full'

describe('writing', () => {
  it('B2: goes on where the disk took a part', () => {
    const path = join(temporaryFolder(), 'file')
    const file = openSync(path, 'w')
    let calls = 0
    const stingy = ((fd: number, bytes: Uint8Array, offset: number, length: number) => {
      calls += 1
      return writeSync(fd, bytes, offset, Math.min(length, 3))
    }) as typeof writeSync
    writeAll(file, Buffer.from('ten bytes.'), stingy)
    closeSync(file)
    expect(readFileSync(path, 'utf8')).toBe('ten bytes.')
    // 3 + 3 + 3 + 1
    expect(calls).toBe(4)
  })

  it.skipIf(!existsSync(full))('B1: a full disk is an error of the environment (needs /dev/full)', () => {
    const file = openSync(full, 'w')
    expect(() => writeAll(file, Buffer.from('x'))).toThrow('ENOSPC')
    closeSync(file)
    const prediction: Prediction = { article: 'a', repeat: 0, status: 'skipped', reason: 'none' }
    const journal = createJournal(full, 'identity')
    expect(() => journal.append({ prediction, milliseconds: 1 })).toThrow(
      expect.objectContaining({ code: 'environment', message: expect.stringContaining('ENOSPC') }),
    )
    journal.close()
  })

  it('replaces a file as a whole or not at all', () => {
    const path = join(temporaryFolder(), 'file')
    replaceFile(path, ['old'])
    function* failing() {
      yield 'new'
      throw Object.assign(new Error('no space'), { code: 'ENOSPC' })
    }
    expect(() => replaceFile(path, failing())).toThrow(expect.objectContaining({ code: 'environment' }))
    expect(readFileSync(path, 'utf8')).toBe('old')
    expect(existsSync(`${path}.tmp`)).toBe(false)
  })
})

describe('the log of a system', () => {
  it('keeps what was printed before there was a file', () => {
    const path = join(temporaryFolder(), 'system.log')
    const log = createLog()
    log.print('early\n', 'stdout')
    log.open(path)
    log.print('late\u001b\n', 'stderr')
    log.close()
    expect(readFileSync(path, 'utf8')).toBe('early\nlate\\u{1b}\n')
    expect(log.tail()).toBe('late\\u{1b}')
  })

  it('E14: stops keeping after a million characters', () => {
    const path = join(temporaryFolder(), 'system.log')
    const log = createLog()
    log.print('x'.repeat(999_990), 'stdout')
    log.open(path)
    log.print('y'.repeat(20), 'stdout')
    log.print('z'.repeat(20), 'stderr')
    log.close()
    const kept = readFileSync(path, 'utf8')
    expect(kept).toBe(`${'x'.repeat(999_990)}${'y'.repeat(10)}\n(what follows is left out)\n`)
    expect(log.tail()).toBe('z'.repeat(20))
  })
})

describe('text of a system', () => {
  it.each([
    ['  two\r\n\nlines\t', 'two lines'],
    ['x'.repeat(500), 'x'.repeat(500)],
    ['x'.repeat(501), `${'x'.repeat(499)}…`],
    [`${'x'.repeat(498)}😀😀`, `${'x'.repeat(498)}…`],
    ['', ''],
  ])('fits one line of bounded length', (text, line) => {
    expect(oneLine(text)).toBe(line)
  })

  it('is found in whatever was thrown', () => {
    class Odd extends Error {
      override name = 'Odd'
    }
    expect([new Error('e'), new Odd(''), null, 7, Symbol('s'), Object.create(null)].map(messageOf)).toEqual([
      'e',
      'Odd',
      'threw null',
      'threw 7',
      'threw Symbol(s)',
      'threw something that cannot be shown',
    ])
  })
})

describe('the peak of memory', () => {
  it('rises with what this process holds', () => {
    const before = peakMemoryBytes()
    const held = Buffer.alloc(300e6, 1)
    expect(peakMemoryBytes()).toBeGreaterThan(Math.max(before, held.length))
  })
})
