import { createHash } from 'node:crypto'
import type { RunRecord, SystemRecord } from '@assay/schema'
import { canonicalJson } from './canonical.ts'
import type { RunOptions } from './options.ts'

/** The part of a run's record that is known before the first article is asked. */
export type RunDescription = Pick<
  RunRecord,
  'dataset' | 'selection' | 'system' | 'config' | 'seed' | 'repeats' | 'request'
>

/** The options that `describeRun` puts into the description. */
type Described = 'dataset' | 'selection' | 'configHash' | 'seed' | 'repeats' | 'request'

/**
 * What is no part of the identity, each with its reason. An option, or a field of the dataset's identity, that is
 * neither here nor in the identity does not compile.
 */
export const excluded: Readonly<
  Record<
    Exclude<keyof RunOptions, Described> | `dataset.${Exclude<keyof RunOptions['dataset'], 'texts'>}`,
    string
  >
> = {
  name: 'in, as the name of the system',
  articles: 'their digest is in, as texts of the dataset',
  host: 'how the process is started; what it loads is in, as system and config',
  runsDir: 'where results go changes none',
  timeoutMs: 'changes who fails, never what is answered; failures are counted',
  startTimeoutMs: 'as timeoutMs',
  workers: 'systems do not share a process',
  signal: 'an interrupted run says that it is partial',
  maxUsd: 'a run that it stopped says that it is partial',
  onProgress: 'only told',
  'dataset.name': 'the texts are in: predictions outlive a new name',
  'dataset.version': 'the texts are in: predictions outlive corrected gold',
  'dataset.articles': 'the texts are in',
}

export function describeRun(options: Pick<RunOptions, Described>, system: SystemRecord): RunDescription {
  const { dataset, selection, configHash, seed, repeats = 1, request } = options
  return {
    dataset,
    selection,
    system,
    config: configHash,
    seed,
    repeats,
    ...(system.kind === 'summarizer' && { request }),
  }
}

/**
 * SHA-256 over everything that decides what a system answers: the texts, the system with its options and files, the
 * config, seed, repeats and what is asked for.
 */
export function predictionIdentity(description: RunDescription): string {
  const { dataset, selection, system, config, seed, repeats, request } = description
  const covered: Record<keyof RunDescription, unknown> = {
    dataset: dataset.texts,
    selection,
    system,
    config,
    seed,
    repeats,
    request,
  }
  return createHash('sha256')
    .update(canonicalJson({ schema: 'assay.prediction-identity/1', ...covered }))
    .digest('hex')
}

/** The name of a run and of its folder: readable, safe as a file name on every system, one per identity. */
export function runId(description: RunDescription): string {
  const slug = description.system.name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '')
  return `${slug || 'system'}-${predictionIdentity(description).slice(0, 12)}`
}
