import fc from 'fast-check'
import { expect, it } from 'vitest'
import { redactor } from '../src/service/redact.ts'

const character = fc.integer({ min: 0x21, max: 0x7e }).map((code) => String.fromCharCode(code))
const key = fc.string({ unit: character, minLength: 16, maxLength: 60 })
const around = fc.string({ unit: character, maxLength: 9 })

it('a key is found as it is, and as a URL and JSON write it', () => {
  fc.assert(
    fc.property(key, around, around, (key, before, after) => {
      const redact = redactor(key)
      for (const write of [String, encodeURIComponent, JSON.stringify]) {
        const redacted = redact(`${before}${write(key)}${after}`)
        expect(redacted).toContain('[redacted]')
        expect(redacted).not.toContain(write(key))
      }
    }),
    { numRuns: 100 },
  )
})

it('a key is found in base64, whatever stands around it', () => {
  fc.assert(
    fc.property(
      key,
      around,
      around,
      fc.constantFrom('base64', 'base64url'),
      (key, before, after, encoding) => {
        const encoded = Buffer.from(before + key + after).toString(encoding)
        const parts = redactor(key)(encoded).split('[redacted]')
        expect(parts.length).toBeGreaterThan(1)
        // What is left at both ends tells no more than the first and last characters.
        const left = parts.map((part) => Buffer.from(part, 'base64').toString('latin1'))
        expect(left.filter((text) => text.includes(key.slice(4, -4)))).toEqual([])
      },
    ),
    { numRuns: 100 },
  )
})

it('what is short, or no key, takes nothing out', () => {
  for (const none of [null, '', 'ollama', 'EMPTY'])
    expect(redactor(none)('ollama is EMPTY')).toBe('ollama is EMPTY')
})
