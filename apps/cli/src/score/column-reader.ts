import type { Findings } from './findings.ts'
import { openLines } from './line-reader.ts'

/** The rows between two blank lines. */
export interface ColumnSentence {
  /** 1-based line of its first row. */
  readonly line: number
  /** Which `-DOCSTART-` it stands under, counted from 1; 0: none. */
  readonly document: number
  readonly rows: readonly (readonly string[])[]
}

/**
 * The sentences of a file of columns: a token a line, columns parted by white space, a blank line after each
 * sentence. `-DOCSTART-` lines begin a document and are no sentence. Lines of too few columns are findings.
 *
 * @throws AssayError `file-invalid` if the file cannot be read.
 */
export function readColumns(file: string, fewest: number, findings: Findings): ColumnSentence[] {
  const reader = openLines(file)
  const sentences: ColumnSentence[] = []
  let rows: string[][] = []
  let line = 0
  let document = 0
  const end = () => {
    if (rows.length > 0) sentences.push({ line, document, rows })
    rows = []
  }
  for (let text = reader.next(); text !== null; text = reader.next()) {
    const columns = text.split(/[\t ]+/).filter((column) => column !== '')
    if (columns.length === 0) {
      end()
      continue
    }
    if (columns[0] === '-DOCSTART-') {
      end()
      document++
      continue
    }
    if (columns.length < fewest) {
      const { line: at } = reader
      findings.add(() => ({
        code: 'columns-missing',
        file,
        line: at,
        message: `${columns.length} columns where ${fewest} are needed`,
        hint: 'A line holds a token and its tag last; a blank line ends a sentence.',
      }))
    }
    if (rows.length === 0) line = reader.line
    rows.push(columns)
  }
  end()
  reader.close()
  return sentences
}
