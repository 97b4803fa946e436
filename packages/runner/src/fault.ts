import { pathText } from '@assay/schema'
import type * as z from 'zod'

/** The first thing that is wrong with a value, with its place. */
export function firstFault({ issues: [issue] }: z.ZodError): string {
  if (issue === undefined) return 'unreadable'
  return issue.path.length === 0 ? issue.message : `${pathText(issue.path)}: ${issue.message}`
}
