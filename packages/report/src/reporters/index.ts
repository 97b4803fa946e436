import type { Reporter } from '@assay/schema'
import { csv } from './csv.ts'
import { html } from './html.tsx'
import { json } from './json.ts'
import { markdown } from './markdown.ts'

/** Every built-in reporter. Adding one is a file and a line here. */
export const reporters: readonly Reporter[] = [html, markdown, csv, json]
