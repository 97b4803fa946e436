import { visible } from '@assay/schema'
import type { AlignType, ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast'
import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import { toMarkdown } from 'mdast-util-to-markdown'
import { type Block, partsOf, type Text } from './block.ts'

/** Blocks as GitHub-flavoured Markdown. Nothing in a text becomes a link, an image, a mention, an issue or markup. */
export function blocksToMarkdown(blocks: readonly Block[]): string {
  return toMarkdown(
    { type: 'root', children: blocks.map(nodeOf) },
    { extensions: [gfmTableToMarkdown()], bullet: '-' },
  )
}

function nodeOf(block: Block): RootContent {
  if (block.kind === 'heading') {
    return { type: 'heading', depth: block.level, children: phrasing(block.text) }
  }
  if (block.kind === 'paragraph') return paragraphOf(block.text)
  if (block.kind === 'list') {
    const children = block.items.map(
      (item): ListItem => ({ type: 'listItem', spread: false, children: [paragraphOf(item)] }),
    )
    return { type: 'list', spread: false, children }
  }
  return {
    type: 'table',
    align: block.head.map((_, i): AlignType => (block.numbers.includes(i) ? 'right' : 'left')),
    children: [block.head, ...block.rows].map((cells) => ({
      type: 'tableRow',
      children: cells.map((cell) => ({ type: 'tableCell', children: phrasing(cell) })),
    })),
  }
}

function paragraphOf(text: Text): Paragraph {
  return { type: 'paragraph', children: phrasing(text) }
}

function phrasing(text: Text): PhrasingContent[] {
  return partsOf(text).flatMap((part): PhrasingContent[] => {
    if (typeof part === 'string') return proseOf(visible(part))
    const { code: value, href } = part
    return href === undefined ? code(value) : [{ type: 'link', url: href, children: code(value) }]
  })
}

/** Words that sites turn into links, mentions, issues or emoji without any markup; those are shown as code. */
const linking = /(\S*(?:https?:|www\.|[@#]\w|\w@|:\w+:)\S*)/i

function proseOf(text: string): PhrasingContent[] {
  return text
    .split(linking)
    .flatMap((part, i): PhrasingContent[] =>
      part === '' ? [] : i % 2 === 1 ? code(part) : [{ type: 'text', value: part }],
    )
}

/** White space alone is no code span. */
function code(value: string): PhrasingContent[] {
  return value.trim() === '' ? [] : [{ type: 'inlineCode', value: visible(value) }]
}
