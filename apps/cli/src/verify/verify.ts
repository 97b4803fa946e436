import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readJudged } from '@assay/runner'
import { AssayError, type Metric } from '@assay/schema'
import { metrics, moreMetrics, scoreSystem } from '@assay/scorer'
import { reportersOf } from '../benchmark/catalogues.ts'
import { scoreRuns } from '../benchmark/model.ts'
import type { VerifyFlags } from '../commands/verify.ts'
import { loadConfig } from '../config/load.ts'
import { exitCodeOf } from '../exit-codes.ts'
import { datasetOfRuns } from '../stored-runs.ts'
import { print, printJson } from '../terminal.ts'
import { claimedBy, findRuns } from './evidence.ts'
import { countNumbers, type Difference, jsonDifferences } from './json-differences.ts'
import { countDifferences, joined, namedMetrics, sheetDifferences } from './score-files.ts'
import { csvDifferences, textDifferences } from './text-differences.ts'

interface CheckedFile {
  readonly file: string
  /** `absent`: not there, so there is nothing to check. */
  readonly state: 'same' | 'differs' | 'absent'
  /** How many numbers of it were computed again; null for pages, whose bytes are compared. */
  readonly numbers: number | null
  readonly differences: readonly Difference[]
}

/** `assay verify`: computes a report again from its runs and its dataset, and names what differs. Sets the exit status. */
export async function verifyReport(path: string, flags: VerifyFlags): Promise<void> {
  const { config } = await loadConfig(flags.config)
  const folder = existsSync(path) && statSync(path).isFile() ? dirname(path) : path
  const leaderboardFile = join(folder, 'leaderboard.json')
  if (!existsSync(leaderboardFile)) {
    throw new AssayError('usage', `${folder}: there is no leaderboard.json in this folder`, {
      hint: 'Give the folder of a report, or its leaderboard.json.',
    })
  }
  const claimed = claimedBy(readFileSync(leaderboardFile, 'utf8'), leaderboardFile)
  const runs = await findRuns(claimed.runs, flags.runs ?? '.assay/runs')
  const records = runs.map(({ record }) => record)
  const dataset = await datasetOfRuns(records, flags.dataset, config.dataset)
  const selection = records[0]!.selection
  const { model, systems } = scoreRuns({ dataset, selection, runs, tasks: claimed.tasks, config })

  const pages = reportersOf(config).map((reporter) =>
    checkFile(join(folder, reporter.file), (stored) =>
      pageCheck(stored, reporter.render(model), reporter.file),
    ),
  )
  const known = [...metrics, ...moreMetrics, ...(config.metrics ?? [])]
  const scores = runs.flatMap((run, i) => {
    const scoredWith = (stored: string) => {
      const done = systems[i]!
      const more = missingMetrics(namedMetrics(stored), known, done.sheet.scores)
      if (more.length === 0) return done
      return joined(
        done,
        scoreSystem(dataset, run.record, run.predictions, {
          metrics: more,
          judged: readJudged(run.folder) ?? undefined,
        }),
      )
    }
    return [
      checkFile(join(run.folder, 'counts.jsonl'), (stored) => {
        const { counts } = scoredWith(stored)
        return { numbers: countNumbers(counts), differences: countDifferences(stored, counts) }
      }),
      checkFile(join(run.folder, 'scores.json'), (stored) => {
        const { sheet } = scoredWith(stored)
        return { numbers: countNumbers(sheet), differences: sheetDifferences(stored, sheet) }
      }),
    ]
  })
  const files = [...pages, ...scores]
  const verified = files.every(({ state }) => state !== 'differs')
  if (flags.json) printJson({ verified, runs: records.map(({ id }) => id), files })
  else print(describe(files, `${runs.length} runs on ${dataset.identity.name} ${dataset.identity.version}`))
  if (!verified) process.exitCode = exitCodeOf['state-damaged']
}

type Check = Pick<CheckedFile, 'numbers' | 'differences'>

function checkFile(file: string, check: (stored: string) => Check): CheckedFile {
  if (!existsSync(file)) return { file, state: 'absent', numbers: null, differences: [] }
  const result = check(readFileSync(file, 'utf8'))
  return { file, state: result.differences.length === 0 ? 'same' : 'differs', ...result }
}

/** A file of the report against what its reporter makes of the recomputed model. What was measured is left out. */
export function pageCheck(stored: string, expected: string, file: string): Check {
  const [found, wanted] = [stored, expected].map((text) =>
    text.replace(/<!-- measured -->[\s\S]*?<!-- \/measured -->/g, ''),
  ) as [string, string]
  if (file.endsWith('.json')) {
    return {
      numbers: countNumbers(JSON.parse(wanted)),
      differences: jsonDifferences(found, wanted),
    }
  }
  const differences = file.endsWith('.csv') ? csvDifferences : textDifferences
  return { numbers: null, differences: differences(found, wanted) }
}

/** Metrics of a stored file that the report itself did not ask for. */
function missingMetrics(
  named: readonly string[],
  known: readonly Metric[],
  scored: readonly { readonly metric: string }[],
): Metric[] {
  return known.filter(({ id }) => named.includes(id) && !scored.some(({ metric }) => metric === id))
}

/** Places shown of one file; `--json` has all. */
const mostShown = 20

function describe(files: readonly CheckedFile[], evidence: string): string {
  const differing = files.filter(({ state }) => state === 'differs')
  const places = differing.reduce((sum, { differences }) => sum + differences.length, 0)
  const numbers = files.reduce((sum, file) => sum + (file.numbers ?? 0), 0)
  const checked = files.filter(({ state }) => state !== 'absent').length
  const absent = files
    .filter(({ state }) => state === 'absent')
    .map(({ file }) => `not there, not checked: ${file}`)
  if (places === 0) {
    return [
      `verified: ${numbers} numbers computed again from ${evidence}; ${checked} files hold exactly them`,
      ...absent,
    ].join('\n')
  }
  return [
    `${places} ${places === 1 ? 'place differs' : 'places differ'} from what ${evidence} give`,
    ...differing.flatMap(({ file, differences }) => [
      '',
      file,
      ...differences.slice(0, mostShown).map(({ place, stored, recomputed }) => {
        return `  ${place}: stored ${stored ?? 'nothing'}, recomputed ${recomputed ?? 'nothing'}`
      }),
      ...(differences.length > mostShown ? [`  and ${differences.length - mostShown} more (--json)`] : []),
    ]),
    ...absent,
    '',
    'Where gold, metrics or assay changed on purpose, write the report again with `assay report`.',
  ].join('\n')
}
