import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseJson } from '../src/json.ts'

const hint = 'Correct the file there; JSON has no comments and no comma before a closing bracket.'

function problems(text: string) {
  return parseJson(text).problems.map(({ code, line, path, message }) => [
    code,
    line,
    path.join('.'),
    message,
  ])
}

describe('parseJson', () => {
  test.each([
    ['', 'not JSON at line 1, column 1: value expected'],
    ['{"a": 1,}', 'not JSON at line 1, column 9: property name expected'],
    ['[1,\n 2 3]', 'not JSON at line 2, column 4: comma expected'],
    ['// x\n1', 'not JSON at line 1, column 1: invalid comment token'],
    ["{'a': 1}", 'not JSON at line 1, column 2: invalid symbol'],
    ['{"a": NaN}', 'not JSON at line 1, column 7: invalid symbol'],
    ['"a\tb"', 'not JSON at line 1, column 1: invalid character'],
    ['1 2', 'not JSON at line 1, column 3: end of file expected'],
    ['{"a": [1', 'not JSON at line 1, column 9: close bracket expected'],
    ['"\\x"', 'not JSON at line 1, column 1: invalid escape character'],
  ])('refuses %j', (text, message) => {
    const { value, problems } = parseJson(text)
    expect(value).toBeUndefined()
    expect(problems).toEqual([
      {
        code: 'broken-json',
        severity: 'error',
        hint,
        path: [],
        line: message.includes('line 2') ? 2 : 1,
        message,
      },
    ])
  })

  test('refuses nesting of 100,000 without overflowing', () => {
    expect(problems('[\n'.repeat(100_000))).toEqual([
      ['broken-json', 65, '', 'not JSON at line 65, column 1: nested deeper than 64'],
    ])
    expect(problems(`${'['.repeat(64)}"[[["${']'.repeat(64)}`)).toEqual([])
  })

  test('takes the last of two equal keys and names the second', () => {
    expect(parseJson('{"a": 1,\n"a": 2}').value).toEqual({ a: 2 })
    expect(problems('{"b": {"a": 1,\n"a": 2}}')).toEqual([
      ['duplicate-key', 2, 'b.a', 'the key "a" stands twice in one object'],
    ])
  })

  test('never lets a key reach the prototype', () => {
    const { value, problems } = parseJson('{"__proto__": {"admin": true}, "constructor": 1, "toString": 2}')
    expect(problems.map(({ code }) => code)).toEqual(['proto-key'])
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
    expect(Object.entries(value as object)).toEqual([
      ['constructor', 1],
      ['toString', 2],
    ])
  })

  test('finds half of a surrogate pair', () => {
    expect(problems('["\\ud83d\\ude80", "\\ude80"]').map(([code, , path]) => [code, path])).toEqual([
      ['lone-surrogate', '1'],
    ])
  })

  test('gives the line of a value, or of what is around it where it is missing', () => {
    const { lineAt } = parseJson('{\n"a": [\n1,\n{"b":\n2}]}')
    expect([
      lineAt(['a']),
      lineAt(['a', 0]),
      lineAt(['a', 1, 'b']),
      lineAt(['a', 1, 'c']),
      lineAt([]),
    ]).toEqual([2, 3, 5, 4, 1])
  })

  test('reads what JSON.stringify wrote as JSON.parse does', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.nat(2), (value, indent) => {
        const text = JSON.stringify(value, null, indent)
        const withoutProto = (key: string, inner: unknown) => (key === '__proto__' ? undefined : inner)
        expect(parseJson(text).value).toEqual(JSON.parse(text, withoutProto))
      }),
    )
  })

  test('accepts no text that JSON.parse refuses', () => {
    const pieces = [
      '"a"',
      'true',
      'null',
      '\u00a0',
      '\ufeff',
      ...'{ } [ ] : , " \\ u 0 e E + - . / *'.split(' '),
    ]
    const piece = fc.constantFrom(...pieces, ' ', '\n', '\t')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join('')
        if (parseJson(text).value !== undefined) expect(() => JSON.parse(text)).not.toThrow()
      }),
      { numRuns: 5000 },
    )
  })
})
