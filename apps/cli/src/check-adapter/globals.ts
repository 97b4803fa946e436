/** The built-in objects that all code of a process shares, as they were at one moment. */
export interface GlobalsSnapshot {
  /** What was changed, added or removed since, for example `Array.prototype.last was added`. */
  changes(): string[]
  /** Names that were added to `globalThis` since. Bad manners, but they change nobody else's code. */
  newGlobals(): string[]
}

export function snapshotGlobals(): GlobalsSnapshot {
  const before = shared().map(([name, object]) => ({ name, object, members: membersOf(object) }))
  const namesBefore = new Set<PropertyKey>(Reflect.ownKeys(globalThis))
  return {
    changes() {
      const now = new Map(shared())
      return before.flatMap(({ name, object, members }) => {
        if (now.get(name) !== object) return [`${name} was replaced`]
        const current = membersOf(object)
        const keys = new Set([...members.keys(), ...current.keys()])
        return [...keys].flatMap((key) => {
          const [was, is] = [members.get(key), current.get(key)]
          if (was !== undefined && is !== undefined && was.every((part, i) => Object.is(part, is[i])))
            return []
          const how = was === undefined ? 'added' : is === undefined ? 'removed' : 'replaced'
          return [`${name}.${String(key)} was ${how}`]
        })
      })
    },
    newGlobals: () =>
      Reflect.ownKeys(globalThis).filter(
        (key): key is string => typeof key === 'string' && !namesBefore.has(key),
      ),
  }
}

const constructors = [
  'Object',
  'Function',
  'Array',
  'String',
  'Number',
  'Boolean',
  'Symbol',
  'BigInt',
  'RegExp',
  'Date',
  'Map',
  'Set',
  'WeakMap',
  'WeakSet',
  'Promise',
  'Error',
  'TypeError',
  'ArrayBuffer',
  'Uint8Array',
  'Int32Array',
  'Float32Array',
  'Buffer',
  'URL',
  'AbortSignal',
  'AbortController',
] as const
const namespaces = ['JSON', 'Math', 'Reflect', 'Intl'] as const

function shared(): [string, object][] {
  const globals = globalThis as unknown as Record<string, { readonly prototype: object } | undefined>
  return [...constructors, ...namespaces].flatMap((name): [string, object][] => {
    const value = globals[name]
    if (value === undefined) return [[name, absent]]
    // `Error` itself has settings that everybody changes, such as `stackTraceLimit`.
    const members: [string, object][] = name.endsWith('Error') ? [] : [[name, value]]
    return value.prototype === undefined ? members : [...members, [`${name}.prototype`, value.prototype]]
  })
}

const absent = {}

type Member = readonly [value: unknown, get: unknown, set: unknown]

function membersOf(object: object): Map<PropertyKey, Member> {
  return new Map(
    Reflect.ownKeys(object).map((key) => {
      const { value, get, set } = Reflect.getOwnPropertyDescriptor(object, key)!
      return [key, [value, get, set]]
    }),
  )
}
