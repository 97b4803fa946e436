import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** Which packages of ours the source of a package may import. Apps are where the packages meet: no rule. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  schema: [],
  text: ['schema'],
  dataset: ['schema', 'text'],
  adapters: ['schema', 'text'],
  scorer: ['schema', 'text'],
  runner: ['schema'],
  report: ['schema', 'scorer'],
  testkit: ['schema'],
}

const folders = ['packages', 'apps'].flatMap((group) =>
  readdirSync(`${root}${group}`).map((name) => `${group}/${name}`),
)
const packages = folders.filter((folder) => existsSync(`${root}${folder}/package.json`))

interface Import {
  readonly file: string
  /** The name of the package: `@assay/schema`, `zod`, `node:fs`. */
  readonly from: string
}

/** Every import of something that is not a path, in the TypeScript files of a folder. */
function importsIn(folder: string): Import[] {
  if (!existsSync(`${root}${folder}`)) return []
  const files = readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => /\.(ts|tsx|mts|js|mjs)$/.test(file) && !file.includes('/fixtures/'))
  return files.flatMap((file) =>
    specifiers(readFileSync(`${root}${file}`, 'utf8')).map((from) => ({ file, from })),
  )
}

/** The packages that a module imports or re-exports, types and `import()` included, comments left out. */
function specifiers(source: string): string[] {
  const code = source.replaceAll(/^\s*(\/\/|\*|\/\*).*$/gm, '')
  const found = code.matchAll(/(?:^|[\s;}])(?:from|import)\s*\(?\s*(['"])([^'"\n]+)\1/g)
  return Array.from(found, (match) => match[2] ?? '')
    .filter((from) => !from.startsWith('.'))
    .map((from) => /^(@[^/]+\/[^/]+|[^/]+)/.exec(from)?.[0] ?? from)
}

type Manifest = Readonly<Record<string, Readonly<Record<string, string>> | undefined>> & { name: string }

/** The packages that a manifest names under these keys, and the package itself. */
function declared(folder: string, ...kinds: string[]): Set<string> {
  const manifest = JSON.parse(readFileSync(`${root}${folder}/package.json`, 'utf8')) as Manifest
  const names = kinds.flatMap((kind) => Object.keys(manifest[kind] ?? {}))
  return new Set([manifest.name, ...names])
}

test('the table names every package', () => {
  expect(
    Object.keys(allowed)
      .map((name) => `packages/${name}`)
      .sort(),
  ).toEqual(packages.filter((folder) => folder.startsWith('packages/')).sort())
})

describe.each(Object.keys(allowed))('the source of %s', (name) => {
  const ours = importsIn(`packages/${name}/src`).filter(({ from }) => from.startsWith('@assay/'))

  test('imports only the packages that it may', () => {
    const may = new Set(allowed[name]?.map((other) => `@assay/${other}`))
    expect(ours.filter(({ from }) => !may.has(from))).toEqual([])
  })

  test('uses every permission that it has', () => {
    const used = new Set(ours.map(({ from }) => from))
    expect(allowed[name]?.filter((other) => !used.has(`@assay/${other}`))).toEqual([])
  })
})

const runtime = ['dependencies', 'peerDependencies', 'optionalDependencies']

describe.each(packages)('%s declares', (folder) => {
  test('what its source imports; types that vanish when it is built may come with the tools', () => {
    const known = declared(folder, ...runtime, ...(isPrivate(folder) ? ['devDependencies'] : []))
    const types = declared(folder, 'devDependencies')
    const missing = undeclared(`${folder}/src`, known)
    expect(missing.filter(({ from }) => !types.has(`@types/${from}`))).toEqual([])
  })

  test('what its tests import, the tools of the workspace apart', () => {
    const known = [...declared(folder, ...runtime, 'devDependencies'), ...declared('.', 'devDependencies')]
    expect(undeclared(`${folder}/test`, new Set(known))).toEqual([])
  })
})

/** Nobody installs a private package: all that it needs is a tool, and stays out of the production tree. */
function isPrivate(folder: string): boolean {
  return JSON.parse(readFileSync(`${root}${folder}/package.json`, 'utf8')).private === true
}

function undeclared(folder: string, known: ReadonlySet<string>): Import[] {
  return importsIn(folder).filter(({ from }) => !isBuiltin(from) && !known.has(from))
}

test('imports of every form are seen, comments and paths are not', () => {
  const source = readFileSync(new URL('fixtures/imports.txt', import.meta.url), 'utf8')
  expect(specifiers(source)).toEqual([
    '@assay/schema',
    'side-effect',
    'many-lines',
    'zod',
    '@scope/name',
    'lazy',
  ])
})
