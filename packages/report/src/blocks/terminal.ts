import { visible } from '@assay/schema'
import Table from 'cli-table3'
import stringWidth from 'string-width'
import { type Block, plainText, type Text } from './block.ts'

export interface BlockOptions {
  readonly color: boolean
  /** Columns of the terminal: texts are wrapped to it. */
  readonly width: number
}

/** Blocks for a terminal. Every line ends with a newline. */
export function blocksToTerminal(blocks: readonly Block[], { color, width }: BlockOptions): string {
  const textOf = (block: Block): string => {
    if (block.kind === 'table') {
      const { head, rows, numbers } = block
      return drawn(
        head.map(shown),
        rows.map((row) => row.map(shown)),
        { width, numbers },
      )
    }
    if (block.kind === 'list') {
      return block.items.map((item) => ` - ${wrapped(shown(item), width - 3).join('\n   ')}`).join('\n')
    }
    const text = wrapped(shown(block.text), width).join('\n')
    return block.kind === 'heading' && color ? `\u001b[1m${text}\u001b[0m` : text
  }
  return `${blocks
    .map(textOf)
    .filter((text) => text !== '')
    .join('\n\n')}\n`
}

function shown(text: Text): string {
  return visible(plainText(text))
}

/** Lines of at most `width` columns, broken between words; a longer word stands alone. */
function wrapped(text: string, width: number): string[] {
  const lines = ['']
  for (const word of text.split(' ')) {
    const line = lines.at(-1)!
    const longer = line === '' ? word : `${line} ${word}`
    if (line === '' || stringWidth(longer) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

interface TableOptions {
  readonly width: number
  readonly numbers: readonly number[]
}

/** Between two columns. */
const gap = 2

/** Columns as wide as they need; where that is too much, the widest give way. */
function drawn(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  { width, numbers }: TableOptions,
): string {
  const columns = head.map((title, i) => [title, ...rows.map((row) => row[i] ?? '')])
  const widths = sharedWidths(columns, width - gap * head.length)
  const table = new Table({
    head: [...head],
    colWidths: widths.map((column) => column + gap),
    colAligns: head.map((_, i) => (numbers.includes(i) ? 'right' : 'left')),
    wordWrap: true,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': gap },
    chars: borderless,
  })
  table.push(...rows.map((row) => [...row]))
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
}

/** As wide as needed, but no wider than the largest limit under which all fit into `width`; names stay whole. */
function sharedWidths(columns: readonly (readonly string[])[], width: number): number[] {
  const widest = (texts: readonly string[]) => Math.max(...texts.map((text) => stringWidth(text)))
  const needed = columns.map(widest)
  const least = columns.map((texts) =>
    Math.min(longestName, widest(texts.flatMap((text) => text.split(' ')))),
  )
  const under = (limit: number) => needed.map((column, i) => Math.min(column, Math.max(limit, least[i]!)))
  const fits = (limit: number) => under(limit).reduce((sum, column) => sum + column, 0) <= width
  let limit = Math.max(...needed)
  while (limit > 1 && !fits(limit)) limit--
  return under(limit)
}

/** Longer words may be cut where space is short. */
const longestName = 32

const borderless = Object.fromEntries(
  ['top', 'bottom', 'left', 'mid', 'right']
    .flatMap((side) => [side, `${side}-mid`, `${side}-left`, `${side}-right`])
    .concat('middle')
    .map((place) => [place, '']),
)
