import { formatFindings } from '@assay/dataset'
import { AssayError, type Finding } from '@assay/schema'

/** At most this many are shown; all are counted. */
const mostShown = 20

/** What is wrong with the files of one scoring, collected before anything is said. */
export interface Findings {
  readonly count: number
  /** False once enough are kept: the next ones need no explanation. */
  readonly wantsDetail: boolean
  /** `detail` is called only while it is wanted. */
  add(detail: () => Omit<Finding, 'severity'>): void
  /** @throws AssayError `file-invalid`, with the findings, if there is one. */
  refuse(what: string): void
}

export function createFindings(): Findings {
  const kept: Finding[] = []
  let count = 0
  return {
    get count() {
      return count
    },
    get wantsDetail() {
      return kept.length < mostShown
    },
    add(detail) {
      count++
      if (kept.length === mostShown) return
      const { line = 0, ...finding } = detail()
      kept.push({ severity: 'error', ...finding, ...(line > 0 && { line }) })
    },
    refuse(what) {
      if (count === 0) return
      const more = count > kept.length ? `and ${count - kept.length} more, not shown\n` : ''
      throw new AssayError('file-invalid', `${what}\n\n${formatFindings(kept)}${more}`.trimEnd(), {
        hint: 'Each error names its cure. Nothing was scored.',
      })
    },
  }
}
