import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type AssayConfig, AssayError, configSchema, pathText } from '@assay/schema'
import { createJiti, type Jiti } from 'jiti'
import type * as z from 'zod'
import { suggestion } from '../suggestion.ts'
import { localFiles } from './local-files.ts'

export interface LoadedConfig {
  readonly config: AssayConfig
  /** Absolute path; null when there is no config file and the defaults hold. */
  readonly file: string | null
  /** SHA-256 over the config file and every local file it imports; null without a config file. */
  readonly hash: string | null
}

const defaultName = 'assay.config.ts'

/**
 * Loads `file`, or `assay.config.ts` of the working folder where there is one.
 *
 * @throws AssayError `config-invalid`: missing, does not run, or holds a key or value that does not belong there.
 */
export async function loadConfig(file?: string): Promise<LoadedConfig> {
  const path = resolve(file ?? defaultName)
  if (!existsSync(path)) {
    if (file === undefined) return { config: {}, file: null, hash: null }
    throw new AssayError('config-invalid', `there is no config file ${path}`, {
      hint: 'Write one with `assay init`, or give its path with --config.',
    })
  }
  const jiti = createJiti(import.meta.url, { fsCache: false, interopDefault: false, alias: { assay: entry } })
  return { config: parse(await evaluate(jiti, path), path), file: path, hash: hashOf(jiti, path) }
}

/** `import … from 'assay'` in a config means this very package, installed beside it or not. */
const entry = fileURLToPath(new URL('../index.js', import.meta.url))

async function evaluate(jiti: Jiti, path: string): Promise<unknown> {
  try {
    const loaded = await jiti.import<{ default?: unknown }>(path)
    return loaded.default
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new AssayError('config-invalid', `${path} does not run: ${reason}`, { cause })
  }
}

function parse(value: unknown, path: string): AssayConfig {
  if (value === undefined) {
    throw new AssayError('config-invalid', `${path} has no default export`, {
      hint: 'Write `export default defineConfig({ … })`.',
    })
  }
  const parsed = configSchema.safeParse(value)
  if (parsed.success) return parsed.data
  const known = Object.keys(knownKeys)
  const faults = parsed.error.issues.map((issue) => faultText(issue, known))
  throw new AssayError('config-invalid', `${path}: ${faults.join('; ')}`, {
    hint: `Keys are ${known.join(', ')}.`,
  })
}

function faultText(issue: z.core.$ZodIssue, known: readonly string[]): string {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => `unknown key ${JSON.stringify(key)}${suggestion(key, known)}`).join('; ')
  }
  const reason = issue.code === 'invalid_key' ? issue.issues[0]?.message : issue.message
  return `${issue.path.length === 0 ? 'the default export' : pathText(issue.path)}: ${reason}`
}

const knownKeys: Record<keyof AssayConfig, true> = {
  dataset: true,
  systems: true,
  judges: true,
  metrics: true,
  reporters: true,
  workers: true,
  timeout: true,
  seed: true,
  reportDir: true,
}

function hashOf(jiti: Jiti, path: string): string {
  const root = dirname(path)
  const hash = createHash('sha256')
  for (const file of localFiles(jiti, path)) {
    const name = file === path ? basename(path) : relative(root, file).replaceAll('\\', '/')
    hash.update(`${name}\0`).update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}
