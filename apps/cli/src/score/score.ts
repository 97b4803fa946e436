import { basename, extname } from 'node:path'
import { loadDataset, selectArticles } from '@assay/dataset'
import { readRun } from '@assay/runner'
import { AssayError } from '@assay/schema'
import type { ScoreFlags } from '../commands/score.ts'
import { layersOf, scoreArticles } from './articles.ts'
import { chooseMetrics } from './choose-metrics.ts'
import { createFindings, type Findings } from './findings.ts'
import { goldInput, type Input, predictedInput } from './inputs.ts'
import { jsonGold, jsonPredictions } from './json-source.ts'
import { printScored } from './print.ts'
import { createProgress } from './progress.ts'
import type { Scored } from './scored.ts'
import type { GoldSource, PredictedSource } from './source.ts'
import { datasetGold, runPredictions } from './stored-source.ts'
import { scoreSummaryLines } from './summary-lines.ts'
import { scoreTagColumns } from './tag-columns.ts'

/** `assay score`: predictions made anywhere against gold. Prints; changes no file. */
export async function scoreFiles(path: string, flags: ScoreFlags): Promise<void> {
  printScored(await scored(path, flags), flags)
}

async function scored(path: string, flags: ScoreFlags): Promise<Scored> {
  const predicted = predictedInput(path, flags.format)
  const golds = (flags.gold ?? []).map((gold) => goldInput(gold, flags.format))
  const [gold] = golds
  const shared = {
    name: nameOf(path),
    findings: createFindings(),
    perArticle: flags.perArticle ?? false,
    interval: flags.interval,
    progress: createProgress(),
  }
  if (gold === undefined && predicted.kind !== 'conll') {
    throw new AssayError('usage', 'there is no gold to score against', {
      hint: 'Give it with --gold <dataset or file>; only a CoNLL file can hold both.',
    })
  }
  refuseForeign(flags, predicted)
  if (golds.length > 1 && predicted.kind !== 'lines') {
    throw new AssayError('usage', 'several --gold are references of plain lines only', {
      hint: 'Give one --gold; in JSON lines an article has a list of summaries.',
    })
  }
  if (predicted.kind === 'conll') {
    return scoreTagColumns({
      ...shared,
      predicted: predicted.file,
      gold: gold === undefined ? null : fileOf(gold, 'conll', path),
      scheme: flags.scheme,
      strict: flags.strict ?? false,
    })
  }
  if (predicted.kind === 'lines') {
    return scoreSummaryLines({
      ...shared,
      predicted: predicted.file,
      gold: golds.map((input) => fileOf(input, 'lines', path)),
      choice: chooseMetrics(flags.metrics, flags.task ?? ['summaries']),
    })
  }
  const choice = chooseMetrics(flags.metrics, flags.task)
  const { findings } = shared
  const sources = await openSources(predicted, gold!, flags.gold![0]!, findings)
  const first = sources.predicted.run === null ? reopened(predicted) : sources.predicted
  const layers = layersOf(first)
  first.close()
  return scoreArticles({
    ...shared,
    ...sources,
    name: sources.predicted.run?.system.name ?? shared.name,
    layers,
    choice,
    allowMissing: flags.allowMissing ?? false,
  })
}

async function openSources(
  predicted: Input,
  gold: Input,
  goldName: string,
  findings: Findings,
): Promise<{ predicted: PredictedSource; gold: GoldSource }> {
  const run = predicted.kind === 'run' ? await readRun(predicted.folder) : null
  if (gold.kind === 'dataset') {
    const dataset = selectArticles(await loadDataset(gold.folder), run?.record.selection ?? {})
    if (run !== null && run.record.dataset.texts !== dataset.identity.texts) {
      throw new AssayError(
        'not-comparable',
        `run ${run.record.id} was made on other texts than ${goldName} holds`,
        {
          hint: 'Name the dataset it ran on with --gold, or run the system again.',
        },
      )
    }
    return { predicted: predictionsOf(predicted, run, findings), gold: datasetGold(goldName, dataset) }
  }
  return {
    predicted: predictionsOf(predicted, run, findings),
    gold: jsonGold(fileOf(gold, 'jsonl', nameOfInput(predicted)), findings),
  }
}

function predictionsOf(
  input: Input,
  run: Awaited<ReturnType<typeof readRun>> | null,
  findings: Findings,
): PredictedSource {
  return run === null || !('folder' in input)
    ? jsonPredictions(nameOfInput(input), findings)
    : runPredictions(input.folder, run.record, run.predictions)
}

/** The file from its start, for a first look: what is wrong with it is said by those who read it whole. */
function reopened(input: Input): PredictedSource {
  return jsonPredictions(nameOfInput(input), createFindings())
}

function nameOfInput(input: Input): string {
  return 'file' in input ? input.file : input.folder
}

/** @throws AssayError `usage` unless `gold` is a file in the format of the predictions. */
function fileOf(gold: Input, format: Input['kind'], predicted: string): string {
  if (gold.kind === format && 'file' in gold) return gold.file
  throw new AssayError(
    'usage',
    `${predicted} is read as ${format}, and gold ${nameOfInput(gold)} as ${gold.kind}: they do not go together`,
    {
      hint: 'JSON lines and runs are scored against a dataset or JSON lines, CoNLL against CoNLL, lines against lines; --format names the format.',
    },
  )
}

function refuseForeign(flags: ScoreFlags, { kind }: Input): void {
  const refuse = (option: string, where: string, hint: string) => {
    throw new AssayError('usage', `${option} says nothing about ${where}`, { hint })
  }
  if (kind !== 'conll' && (flags.strict || flags.scheme !== undefined)) {
    refuse('--scheme or --strict', 'anything but CoNLL columns', 'Leave it out, or give --format conll.')
  }
  if (kind === 'conll' && flags.metrics !== undefined) {
    refuse('--metrics', 'CoNLL columns', 'Leave it out: tags are scored as spans.')
  }
  if (kind === 'conll' && flags.scheme === 'BILOU' && !flags.strict) {
    refuse(
      '--scheme BILOU without --strict',
      'the default mode',
      'Add --strict: the default mode cannot read L and U.',
    )
  }
  if ((kind === 'conll' || kind === 'lines') && flags.allowMissing) {
    refuse(
      '--allow-missing',
      'files without ids',
      'Leave it out: an empty line is an empty summary, O is an empty answer.',
    )
  }
}

function nameOf(path: string): string {
  return basename(path, extname(path)) || path
}
