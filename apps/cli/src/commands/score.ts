import { type Command, Option } from 'commander'
import type { IntervalOptions, TagScheme } from '@assay/scorer'
import type { FileFormat } from '../score/inputs.ts'

export function score(program: Command): void {
  program
    .command('score')
    .description('score predictions made anywhere against gold: JSON lines, runs, CoNLL columns, plain lines')
    .argument('<predicted>', 'predictions: a file, or a run folder')
    .option(
      '--gold <gold>',
      'dataset (name or folder) or file; again for more references of plain lines',
      collect,
    )
    .addOption(
      new Option('-t, --task <task...>', 'only these layers').choices([
        'entities',
        'dates',
        'claims',
        'summaries',
      ]),
    )
    .option(
      '-m, --metrics <id...>',
      'these metrics (default: those of `assay run`); see `assay list metrics`',
    )
    .addOption(
      new Option('--format <format>', 'of the files, where content and extension do not tell').choices([
        'jsonl',
        'conll',
        'lines',
      ]),
    )
    .addOption(
      new Option('--scheme <scheme>', 'of CoNLL tags; others are errors').choices([
        'IOB1',
        'IOB2',
        'IOE1',
        'IOE2',
        'IOBES',
        'BILOU',
      ]),
    )
    .option(
      '--strict',
      'count only spans that are well formed in the scheme (default: as conlleval reads them)',
    )
    .addOption(
      new Option(
        '--interval <method>',
        'of 95 % intervals; bootstraps draw 10,000 samples with a fixed seed (default: leave-one-out)',
      ).choices(['leave-one-out', 'percentile', 'bca']),
    )
    .option('--allow-missing', 'count articles without a prediction as empty instead of refusing')
    .option('--per-article', 'show every article too')
    .option('--json', 'print a score sheet (assay.scores/1) instead of tables')
    .addHelpText('after', examples)
    .action(async (predicted: string, options: ScoreFlags) => {
      const { scoreFiles } = await import('../score/score.ts')
      await scoreFiles(predicted, options)
    })
}

export interface ScoreFlags {
  readonly gold?: readonly string[]
  readonly task?: readonly string[]
  readonly metrics?: readonly string[]
  readonly format?: FileFormat
  readonly scheme?: TagScheme
  readonly strict?: boolean
  readonly interval?: NonNullable<IntervalOptions['method']>
  readonly allowMissing?: boolean
  readonly perArticle?: boolean
  readonly json?: boolean
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value]
}

const examples = `
Examples:
  $ assay score spacy.jsonl --gold newswire           JSON lines against a dataset
  $ assay score spacy.jsonl --gold gold.jsonl --json  two files of JSON lines; a million lines stream
  $ assay score .assay/runs/wink-* --gold newswire    a stored run
  $ assay score out.conll --gold test.conll --strict  tags, as seqeval strict; without --strict as conlleval
  $ assay score both.conll                            gold and predicted tags in the last two columns
  $ assay score sums.txt --gold a.txt --gold b.txt    summaries, one a line, two references each

A line of predictions is {"article": "<id>", "output": {"mentions": [...]}} or {"id": "<id>", "mentions": [...]}; a
line of gold {"article": {"id": "<id>", "text": "..."}, "annotation": {"mentions": [...]}}, text optional. Every gold
article needs a prediction. Files in one order of ids stream; of others, lines wait for their partner in memory.
`
