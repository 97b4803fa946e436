import { execFileSync } from 'node:child_process'
import { existsSync, lstatSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { hashedRuns } from '../scripts/hash-8grams.mjs'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const hashFile = 'packages/testkit/test/restricted-8grams.txt'
const restricted = new Set(readFileSync(`${root}${hashFile}`, 'utf8').trim().split('\n'))

/** The lines, 1-based, at which a run of eight restricted words begins. */
function restrictedLines(text: string, hashes: ReadonlySet<string>): number[] {
  const starts = Array.from(hashedRuns(text)).filter(({ hash }) => hashes.has(hash))
  return starts.map(({ start }) => text.slice(0, start).split('\n').length)
}

test('no tracked text file holds eight words in a row of the restricted page', { timeout: 120_000 }, () => {
  const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0')
  const skipped = new Set(['', 'package-lock.json', hashFile])
  const files = tracked.filter(
    (file) => !skipped.has(file) && existsSync(`${root}${file}`) && lstatSync(`${root}${file}`).isFile(),
  )
  expect(files).toContain('packages/testkit/src/tiny-news.ts')
  const found = files.flatMap((file) => {
    const text = readFileSync(`${root}${file}`, 'utf8')
    return text.includes('\0') ? [] : restrictedLines(text, restricted).map((line) => `${file}:${line}`)
  })
  expect(found).toEqual([])
})

describe('the guard', () => {
  const invented = 'Nine grey herons, they say, walked over the frozen canal at dawn.'
  const hashes = new Set(Array.from(hashedRuns(invented), ({ hash }) => hash))

  test('finds a planted run whatever its case, marks and line breaks', () => {
    const planted = 'Our own words first.\nAnd then: "they SAY walked\nover -- the frozen canal at" and on.'
    expect(restrictedLines(planted, hashes)).toEqual([2])
  })

  test('lets seven words pass', () => {
    expect(restrictedLines('Nine grey herons they say walked over a lake', hashes)).toEqual([])
  })

  test('holds sorted hashes and nothing else', () => {
    const lines = readFileSync(`${root}${hashFile}`, 'utf8').split('\n')
    expect(lines.pop()).toBe('')
    expect(lines.filter((line) => !/^[0-9a-f]{16}$/.test(line))).toEqual([])
    expect(lines).toEqual([...new Set(lines)].sort())
  })
})

const page = new URL('../../../../shared/seeds/daily8-page.txt', import.meta.url)

describe.skipIf(!existsSync(page))('with the restricted page at hand (needs shared/)', () => {
  test('the hashes are those of the page, and every line of the page with eight words is found', () => {
    const text = readFileSync(page, 'utf8')
    expect(new Set(Array.from(hashedRuns(text), ({ hash }) => hash))).toEqual(restricted)
    const long = text.split('\n').filter((line) => (line.match(/[a-z0-9]+/gi) ?? []).length >= 8)
    expect(long.length).toBeGreaterThan(0)
    expect(long.filter((line) => restrictedLines(line, restricted).length === 0)).toEqual([])
  })
})
