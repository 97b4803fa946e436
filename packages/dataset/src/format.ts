import { type Finding, visible } from '@assay/schema'

/**
 * Findings as plain text, grouped by file in the given order: `file:line` and place, what is wrong, what to do;
 * the count at the end. Control, bidi and other invisible characters of the data are shown as `\u{202e}`, so
 * that they can do nothing to a terminal or log. No findings: one line that says so.
 */
export function formatFindings(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'no findings\n'
  const files = [...new Set(findings.map(({ file }) => file))]
  const groups = files.map((file) => {
    const inFile = findings.filter((finding) => finding.file === file)
    const article = inFile.find((finding) => finding.article !== undefined)?.article
    const heading = article === undefined ? file : `${file} (article ${article})`
    return [visible(heading), ...inFile.map(entry)].join('\n')
  })
  return `${[...groups, summary(findings, files.length)].join('\n\n')}\n`
}

function entry({ file, line, path, severity, code, message, hint }: Finding): string {
  const place = [line === undefined ? file : `${file}:${line}`, path].filter(Boolean).join(' ')
  return [
    `  ${visible(place)}`,
    `    ${severity} ${code}: ${visible(message)}`,
    `    cure: ${visible(hint)}`,
  ].join('\n')
}

function summary(findings: readonly Finding[], files: number): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length
  return `${count(errors, 'error')} and ${count(findings.length - errors, 'warning')} in ${count(files, 'file')}`
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`
}
