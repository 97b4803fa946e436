import { appendFileSync } from 'node:fs'
import { afterAll, expect } from 'vitest'

/** Set up in every test file of a survey: keeps the sites it evaluates, one JSON line a file. */
const reached = new Set<number>()
Object.assign(globalThis, { __reached: (site: number) => reached.add(site) })

afterAll(() => {
  const test = expect.getState().testPath
  appendFileSync(process.env['MUTANT_SURVEY']!, `${JSON.stringify({ test, sites: [...reached] })}\n`)
})
