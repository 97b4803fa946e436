import type { Finding } from './check.ts'
import { checks } from './checks/index.ts'
import type { Examination, Verdict } from './examine.ts'

/** Findings of one check that are printed; --json has all of them. */
const mostShown = 3

export function heading(name: string): string {
  return `${name}: what every adapter must keep\n`
}

/** One line a check, and below it what is wrong and where. */
export function lineOf({ check, status, because, measured, promise, faults, notes }: Verdict): string {
  const about =
    status === 'ok'
      ? `${promise}${measured === undefined ? '' : ` (${measured})`}`
      : status === 'wrong'
        ? `${faults.length === 1 ? '1 fault' : `${faults.length} faults`}; an adapter ${promise}`
        : `${because}`
  const findings = [...shownOf(faults), ...shownOf(notes).map((line) => `note: ${line}`)]
  return [`  ${marks[status]}  ${check.padEnd(width)}  ${about}`, ...findings.map(indented)].join('\n')
}

const marks = { ok: 'ok   ', wrong: 'WRONG', exempt: '-    ', 'not-run': '?    ' } as const
const width = Math.max(...checks.map(({ id }) => id.length))

function shownOf(findings: readonly Finding[]): string[] {
  const rest = findings.length - mostShown
  const lines = findings.slice(0, mostShown).map(textOf)
  // The same advice for each is given once, with the last.
  const last = findings[Math.min(findings.length, mostShown) - 1]
  if (last?.hint !== undefined) lines[lines.length - 1] += `\n${last.hint}`
  return rest > 0 ? [...lines, `and ${rest} more (--json has all)`] : lines
}

function textOf({ article, path, what, expected, got }: Finding): string {
  const where = [article, path].filter((part) => part !== undefined).join(', ')
  const wanted = expected === undefined ? '' : `; expected ${expected}`
  return `${where === '' ? '' : `${where}: `}${what}${wanted}${got === undefined ? '' : `; got ${got}`}`
}

function indented(text: string): string {
  return text.replaceAll(/^/gm, ' '.repeat(width + 11))
}

export function totals({ subject, verdicts, usd, peakMemoryBytes }: Examination): string {
  const count = (status: Verdict['status']) => verdicts.filter((verdict) => verdict.status === status).length
  const parts = [
    `${count('ok')} ok`,
    `${count('wrong')} wrong`,
    ...(count('exempt') > 0 ? [`${count('exempt')} not for it`] : []),
    ...(count('not-run') > 0 ? [`${count('not-run')} not run`] : []),
  ]
  const who = subject === null ? '' : `${subject.adapter} ${subject.version}, ${subject.tasks.join(', ')}: `
  const memory = peakMemoryBytes > 0 ? `; peak memory ${Math.round(peakMemoryBytes / 1024 ** 2)} MB` : ''
  return `\n${who}${parts.join(', ')}${memory}${usd > 0 ? `; cost ${usd.toFixed(4)} USD` : ''}`
}
