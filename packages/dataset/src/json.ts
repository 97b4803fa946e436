import {
  createScanner,
  findNodeAtLocation,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
  type SyntaxKind,
} from 'jsonc-parser'
import { type Path, type Problem, quoted } from './check/rule.ts'

/** A problem of the file itself; `line` is 1-based. */
type JsonProblem = Problem & { readonly line: number }

export interface JsonDocument {
  /** Undefined if the text is not JSON. Never holds a key `__proto__`; of a key that stands twice, the last. */
  readonly value: unknown
  readonly problems: readonly JsonProblem[]
  /** 1-based line of the value at `path`, or of the innermost value around it that is there. */
  readonly lineAt: (path: Path) => number
}

/** Deeper than any file of ours, and far from where a recursive reader overflows. */
const deepest = 64

/**
 * Reads strict JSON (RFC 8259: no comments, no trailing commas) and keeps the positions. What JSON allows and
 * we do not is a problem too: a key that stands twice, `__proto__`, a lone surrogate, deep nesting. Throws
 * nothing. Linear time.
 */
export function parseJson(text: string): JsonDocument {
  const position = positions(text)
  const broken = (offset: number, message: string, hint: string): JsonDocument => {
    const { line, column } = position(offset)
    const problem = { code: 'broken-json', severity: 'error', hint, path: [], line } as const
    return {
      value: undefined,
      problems: [{ ...problem, message: `not JSON at line ${line}, column ${column}: ${message}` }],
      lineAt: () => 1,
    }
  }

  const tooDeep = nestingBeyond(text, deepest)
  if (tooDeep !== null) {
    return broken(
      tooDeep,
      `nested deeper than ${deepest}`,
      'No file of assay is nested that deep: rewrite it.',
    )
  }
  const errors: ParseError[] = []
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false })
  const [first] = errors
  if (first !== undefined || root === undefined) {
    const what = first === undefined ? 'nothing there' : words(printParseErrorCode(first.error))
    return broken(
      first?.offset ?? 0,
      what,
      'Correct the file there; JSON has no comments and no comma before a closing bracket.',
    )
  }

  const problems: JsonProblem[] = []
  const report = (code: string, path: Path, node: Node, message: string, hint: string): void => {
    problems.push({ code, severity: 'error', path, message, hint, line: position(node.offset).line })
  }
  return {
    value: valueOf(root, [], report),
    problems,
    lineAt(path) {
      for (let length = path.length; length > 0; length--) {
        const node = findNodeAtLocation(root, path.slice(0, length))
        if (node !== undefined) return position(node.offset).line
      }
      return position(root.offset).line
    },
  }
}

type Report = (code: string, path: Path, node: Node, message: string, hint: string) => void

function valueOf(node: Node, path: Path, report: Report): unknown {
  if (node.type === 'array')
    return (node.children ?? []).map((item, i) => valueOf(item, [...path, i], report))
  if (node.type === 'object') return objectOf(node, path, report)
  if (node.type === 'string' && !String(node.value).isWellFormed()) {
    report(
      'lone-surrogate',
      path,
      node,
      `the string ${quoted(String(node.value))} holds half of a surrogate pair`,
      'Write the whole character: such a string does not survive UTF-8.',
    )
  }
  return node.value
}

function objectOf(node: Node, path: Path, report: Report): object {
  const object: Record<string, unknown> = {}
  for (const { children: [key, value] = [] } of node.children ?? []) {
    if (key === undefined || value === undefined) continue
    const name = String(key.value)
    const at = [...path, name]
    if (name === '__proto__') {
      report(
        'proto-key',
        at,
        key,
        'the key "__proto__" is not allowed',
        'Delete it: no field has that name, and it can change objects of a program that reads the file.',
      )
      continue
    }
    if (Object.hasOwn(object, name)) {
      report(
        'duplicate-key',
        at,
        key,
        `the key ${quoted(name)} stands twice in one object`,
        'Delete one of the two: readers differ in which of them they take.',
      )
    }
    object[name] = valueOf(value, at, report)
  }
  return object
}

/** Offset of the first bracket that opens level `limit + 1`, or null. */
function nestingBeyond(text: string, limit: number): number | null {
  // The library's enums exist for the compiler only.
  const opening = new Set<SyntaxKind>([1, 3])
  const closing = new Set<SyntaxKind>([2, 4])
  const end: SyntaxKind = 17
  const scanner = createScanner(text, true)
  let depth = 0
  for (let token = scanner.scan(); token !== end; token = scanner.scan()) {
    if (opening.has(token) && ++depth > limit) return scanner.getTokenOffset()
    if (closing.has(token)) depth--
  }
  return null
}

/** 1-based line and column of an offset. Lines end with LF. */
function positions(text: string): (offset: number) => { line: number; column: number } {
  let starts: number[] | undefined
  return (offset) => {
    starts ??= [0, ...Array.from(text.matchAll(/\n/g), (match) => match.index + 1)]
    let low = 0
    let high = starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
  }
}

/** `CommaExpected` in words: `comma expected`. */
function words(name: string): string {
  return name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase()
}
