import { parseSync, visitorKeys } from 'oxc-parser'

/** One place in a source file, and what it is changed into. */
export interface Site {
  /** Path from the folder of the scorer: `src/spans/match.ts`. */
  readonly file: string
  /** Offsets of the expression, in UTF-16 code units. */
  readonly start: number
  readonly end: number
  readonly line: number
  readonly original: string
  readonly mutated: string
}

interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [key: string]: unknown
}

/**
 * Every expression of a TypeScript source that a mutation operator applies to, in source order: operators and
 * their borders, numbers, booleans, conditions, and calls that choose, order or drop. Types, names and the
 * texts and ranges by which a metric describes itself are left alone.
 */
export function sitesOf(file: string, source: string): Site[] {
  const sites: Site[] = []
  const { program } = parseSync(file, source)
  walk(program as unknown as Node, null)
  return sites.sort((a, b) => a.start - b.start || b.end - a.end)

  function walk(node: Node, parent: Node | null): void {
    if (isLeftAlone(node)) return
    for (const mutated of mutationsOf(node, parent, source)) {
      const original = source.slice(node.start, node.end)
      const line = source.slice(0, node.start).split('\n').length
      const whole = `${source.slice(0, node.start)}(${mutated})${source.slice(node.end)}`
      // What does not parse would be killed by no test.
      if (parseSync(file, whole).errors.length > 0) continue
      sites.push({ file, start: node.start, end: node.end, line, original, mutated })
    }
    for (const key of visitorKeys[node.type] ?? []) {
      const inner = node[key] as Node | Node[] | null | undefined
      for (const child of Array.isArray(inner) ? inner : [inner]) {
        if (child !== null && child !== undefined) walk(child, node)
      }
    }
  }
}

const typed = new Set(['TSAsExpression', 'TSNonNullExpression', 'TSSatisfiesExpression'])
const descriptive = new Set(['card', 'columns', 'range', 'meaning', 'title', 'source', 'label', 'version'])

function isLeftAlone(node: Node): boolean {
  if (node.type.startsWith('TS')) return !typed.has(node.type)
  if (node.type === 'ThrowStatement' || node.type === 'ImportDeclaration') return true
  if (node.type === 'VariableDeclarator') return descriptive.has(nameOf(node['id'] as Node))
  return node.type === 'Property' && descriptive.has(nameOf(node['key'] as Node))
}

function nameOf(node: Node): string {
  return typeof node['name'] === 'string' ? node['name'] : ''
}

const swapped: Readonly<Record<string, string>> = {
  '+': '-',
  '-': '+',
  '*': '/',
  '/': '*',
  '%': '*',
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '===': '!==',
  '!==': '===',
  '&&': '||',
  '||': '&&',
  '&': '|',
  '|': '&',
  '^': '&',
  '<<': '>>>',
  '>>>': '<<',
}

const swappedCalls: Readonly<Record<string, string>> = {
  min: 'max',
  max: 'min',
  floor: 'ceil',
  ceil: 'floor',
  some: 'every',
  every: 'some',
}
const droppedCalls = new Set(['filter', 'sort', 'toSorted', 'reverse', 'toReversed', 'trim', 'toLowerCase'])

function mutationsOf(node: Node, parent: Node | null, source: string): string[] {
  const text = (part: unknown) => source.slice((part as Node).start, (part as Node).end)
  switch (node.type) {
    case 'BinaryExpression':
    case 'LogicalExpression': {
      const operator = swapped[node['operator'] as string]
      return operator === undefined || joinsText(node)
        ? []
        : [`(${text(node['left'])}) ${operator} (${text(node['right'])})`]
    }
    case 'Literal':
      return parent?.['key'] === node || parent?.type === 'ImportExpression' ? [] : literal(node)
    case 'UnaryExpression':
      return ['!', '-'].includes(node['operator'] as string) ? [`(${text(node['argument'])})`] : []
    case 'ConditionalExpression':
      return [`(${text(node['test'])}) ? (${text(node['alternate'])}) : (${text(node['consequent'])})`]
    case 'CallExpression':
      return call(node, text)
    default:
      // The condition of an `if` that is no operator or negation of its own.
      return parent?.type === 'IfStatement' && parent['test'] === node && node.type !== 'BlockStatement'
        ? [`!(${text(node)})`]
        : []
  }
}

/** Text put together is a message or a key: `+` is no arithmetic there. */
function joinsText(node: Node): boolean {
  return (
    node['operator'] === '+' &&
    [node['left'], node['right']].some((side) => {
      const { type, value } = side as Node
      return type === 'TemplateLiteral' || (type === 'Literal' && typeof value === 'string')
    })
  )
}

function literal({ value }: Node): string[] {
  if (typeof value === 'number') return [value === 0 ? '1' : value === 1 ? '0' : String(value + 1)]
  return typeof value === 'boolean' ? [String(!value)] : []
}

function call(node: Node, text: (part: unknown) => string): string[] {
  const callee = node['callee'] as Node
  if (callee.type !== 'MemberExpression' || callee['computed'] === true || node['optional'] === true)
    return []
  const name = nameOf(callee['property'] as Node)
  const other = swappedCalls[name]
  const args = (node['arguments'] as Node[]).map(text).join(', ')
  if (other !== undefined) return [`${text(callee['object'])}.${other}(${args})`]
  return droppedCalls.has(name) ? [text(callee['object'])] : []
}
