import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { AssayError, type Metric } from '@assay/schema'
import { countTags, detectTagScheme, type TagScheme } from '@assay/scorer'
import { ArticleWithoutText } from './article-text.ts'
import { createBoards } from './boards.ts'
import { type ColumnSentence, readColumns } from './column-reader.ts'
import { type Asked, type Scored, sheetOfFile } from './scored.ts'
import { tagsMetric } from './tags-metric.ts'

export interface TagColumnsInput extends Asked {
  readonly predicted: string
  /** Null: the last two columns of `predicted` are gold and predicted, as conlleval reads them. */
  readonly gold: string | null
  readonly scheme: TagScheme | undefined
  readonly strict: boolean
}

/**
 * Scores tag columns, as seqeval does. The unit is the document where there are `-DOCSTART-` lines, else the sentence.
 *
 * @throws AssayError `file-invalid` with every finding: other tokens, lengths that differ, tags of another scheme.
 */
export function scoreTagColumns(input: TagColumnsInput): Scored {
  const { findings, predicted, gold } = input
  const fewest = gold === null ? 2 : 1
  const predictedSentences = readColumns(predicted, fewest, findings)
  const goldSentences = gold === null ? predictedSentences : readColumns(gold, fewest, findings)
  if (gold !== null) checkTokens(input, goldSentences, predictedSentences)
  const goldTags = tagsOf(goldSentences, gold === null ? 2 : 1)
  const predictedTags = tagsOf(predictedSentences, 1)
  checkScheme(gold ?? predicted, goldSentences, goldTags, input)
  checkScheme(predicted, predictedSentences, predictedTags, input)
  const against = gold ?? 'its gold column'
  if (goldSentences.length === 0) {
    findings.add(() => ({
      code: 'file-empty',
      file: gold ?? predicted,
      message: 'there is no sentence in it',
      hint: 'A line holds a token and its tag last; a blank line ends a sentence.',
    }))
  }
  findings.refuse(`${predicted} cannot be scored against ${against}`)

  const scheme = schemeOf(input, gold ?? predicted, goldTags)
  const options = scheme === null ? {} : ({ mode: 'strict', scheme } as const)
  const metric = tagsMetric(scheme, ({ article }) => {
    const at = Number(article.id.slice('sentence '.length)) - 1
    return countTags([goldTags[at]!], [predictedTags[at]!], options)
  })
  return scored(input, metric, goldSentences, goldTags)
}

/** The scheme of strict mode; null: the default mode. */
function schemeOf({ strict, scheme }: TagColumnsInput, file: string, gold: string[][]): TagScheme | null {
  if (!strict) return null
  if (scheme !== undefined) return scheme
  try {
    return detectTagScheme(gold)
  } catch (error) {
    if (!AssayError.is(error)) throw error
    throw new AssayError('file-invalid', `${file}: ${error.message}`, {
      hint: 'Name the scheme with --scheme.',
    })
  }
}

function scored(
  input: TagColumnsInput,
  metric: Metric,
  sentences: readonly ColumnSentence[],
  tags: readonly (readonly string[])[],
): Scored {
  const gold = input.gold ?? input.predicted
  const { perArticle: keepsCounts, interval } = input
  const boards = createBoards([metric], { isNamed: true, gold, keepsCounts, interval })
  const hash = createHash('sha256')
  sentences.forEach(({ document }, i) => {
    const id = `sentence ${i + 1}`
    const item = { article: new ArticleWithoutText(id), gold: {}, predicted: {}, produced: true }
    boards.add([item], document === 0 ? id : `document ${document}`)
    hash.update(`${tags[i]!.join('\n')}\n\n`)
  })
  input.progress.end()
  const digest = hash.digest('hex')
  const name = basename(gold)
  const identity = { name, version: 'file', texts: digest, gold: digest, articles: sentences.length }
  return {
    sheet: sheetOfFile(input.name, identity, boards.finish(identity)),
    metrics: [metric],
    noun: 'sentences',
    missing: 0,
    perArticle: boards.perArticle,
    areBlocks: boards.areBlocks(),
    notes: [],
  }
}

/** The column that stands `fromEnd` from the end: 1 is the last. */
function tagsOf(sentences: readonly ColumnSentence[], fromEnd: number): string[][] {
  return sentences.map(({ rows }) => rows.map((columns) => columns.at(-fromEnd) ?? ''))
}

function checkTokens(
  { predicted, gold, findings }: TagColumnsInput,
  goldSentences: readonly ColumnSentence[],
  predictedSentences: readonly ColumnSentence[],
): void {
  if (goldSentences.length !== predictedSentences.length) {
    findings.add(() => ({
      code: 'lengths-differ',
      file: predicted,
      message: `there are ${predictedSentences.length} sentences, and ${goldSentences.length} in ${gold}`,
      hint: 'Both files hold the same sentences, each ended by a blank line.',
    }))
  }
  for (const [i, one] of goldSentences.entries()) {
    const other = predictedSentences[i]
    if (other === undefined) return
    const say = (code: string, line: number, message: string) =>
      findings.add(() => ({
        code,
        file: predicted,
        line,
        message: `sentence ${i + 1}: ${message}`,
        hint: `The sentence begins on line ${one.line} of ${gold}: both files hold the same tokens.`,
      }))
    if (one.rows.length !== other.rows.length) {
      say('lengths-differ', other.line, `${other.rows.length} tokens, and ${one.rows.length} in ${gold}`)
      continue
    }
    const at = one.rows.findIndex(
      (row, j) => row.length > 1 && other.rows[j]!.length > 1 && row[0] !== other.rows[j]![0],
    )
    if (at === -1) continue
    const [token, asked] = [JSON.stringify(other.rows[at]![0]), JSON.stringify(one.rows[at]![0])]
    say('token-differs', other.line + at, `the token is ${token}, and ${asked} in ${gold}`)
  }
}

/** Tags that are none, or have a prefix that the scheme has not. The default mode cannot read L and U. */
function checkScheme(
  file: string,
  sentences: readonly ColumnSentence[],
  tags: readonly (readonly string[])[],
  { scheme, strict, findings }: TagColumnsInput,
): void {
  const prefixes = scheme?.replace(/\d/, '') ?? (strict ? 'OIBESUL' : 'OIBES')
  const allowed = new RegExp(`^(?:O|[${prefixes.replace('O', '')}](?:-.*)?)$`)
  const known = new Set<string>()
  tags.forEach((sentence, i) =>
    sentence.forEach((tag, j) => {
      if (tag === '' || known.has(tag)) return
      if (allowed.test(tag)) {
        known.add(tag)
        return
      }
      findings.add(() => ({
        code: 'tag-unknown',
        file,
        line: sentences[i]!.line + j,
        message: `sentence ${i + 1}: ${JSON.stringify(tag)} is no tag of ${scheme ?? 'IOB1, IOB2, IOE1, IOE2 or IOBES'}`,
        hint: /^[UL]-/.test(tag)
          ? 'Tags with U or L are read with --scheme BILOU --strict.'
          : `A tag is O, or one of ${prefixes.replace('O', '').split('').join(', ')}, a hyphen and a type: B-PER.`,
      }))
    }),
  )
}
