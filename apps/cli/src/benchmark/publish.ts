import { join } from 'node:path'
import { renderTerminal } from '@assay/report'
import { AssayError, type ScoredSystem } from '@assay/schema'
import { print, printError, printJson, printStyled, terminalWidth, wantsColor } from '../terminal.ts'
import { reportersOf } from './catalogues.ts'
import { type ModelInput, scoreRuns } from './model.ts'
import { unansweredMetrics } from '../judge/unanswered.ts'
import { unmappedLabels } from './unmapped.ts'
import { writeFile } from './write-file.ts'

export interface PublishInput extends ModelInput {
  readonly flags: { readonly reportDir?: string; readonly json?: boolean }
}

/** From predictions to files: scores beside each run, every reporter's file, the tables on stdout. */
export function publish({ flags, ...input }: PublishInput): void {
  const { dataset, runs, tasks, config } = input
  const { model, systems, notResult } = scoreRuns(input)
  runs.forEach(({ folder }, i) => writeScores(folder, systems[i]!))
  if (model.leaderboard.boards.length === 0 && dataset.manifest.tasks.length > 0) {
    throw new AssayError(
      'usage',
      `no system that ran does ${tasks.join(' or ')}: there is nothing to report`,
      { hint: 'See `assay list systems`.' },
    )
  }
  const folder = flags.reportDir ?? reportFolder(config.reportDir ?? 'assay-report', notResult)
  for (const reporter of reportersOf(config)) {
    writeFile(join(folder, reporter.file), reporter.render(model))
  }
  if (flags.json) printJson(model.leaderboard)
  else {
    printStyled(renderTerminal(model, { color: wantsColor(), width: terminalWidth() }))
    print(`report  ${join(folder, 'index.html')}`)
  }
  if (tasks.includes('entities')) for (const line of unmappedLabels(runs)) printError(`assay: ${line}`)
  for (const line of unansweredMetrics(input, systems)) printError(`assay: ${line}`)
  if (notResult !== null) printError(`assay: not a result: ${notResult}`)
}

/** A look at some articles must not take the place of a result. */
function reportFolder(folder: string, notResult: string | null): string {
  return notResult === null ? folder : join(folder, 'partial')
}

/** Counts and scores are kept in the folder of the run. */
function writeScores(folder: string, { counts, sheet }: ScoredSystem): void {
  writeFile(join(folder, 'counts.jsonl'), counts.map((row) => `${JSON.stringify(row)}\n`).join(''))
  writeFile(join(folder, 'scores.json'), `${JSON.stringify(sheet, null, 2)}\n`)
}
