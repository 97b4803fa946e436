import { visible, visibleLines } from '@assay/schema'
import { render } from 'preact-render-to-string'
import { contentSecurityPolicy } from '../html/page.tsx'
import { styleFor } from '../html/style.ts'
import { type Block, partsOf, type Text } from './block.ts'

/** Blocks as one page in the style of the report, without a script and without a request. */
export function blocksToHtml(blocks: readonly Block[], title: string): string {
  const page = (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={contentSecurityPolicy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        {/* Ours, and a style element is not escaped by browsers. */}
        <style dangerouslySetInnerHTML={{ __html: styleFor(0) + textCells }} />
      </head>
      <body>
        <main>
          {blocks.map((block) => (
            <Piece block={block} />
          ))}
        </main>
      </body>
    </html>
  )
  return visibleLines(`<!doctype html>\n${render(page)}\n`)
}

/** Tables of the report hold numbers first of all; here most cells are text. */
const textCells =
  '.text{text-align:left;white-space:normal;vertical-align:top}h3{margin:1.5rem 0 .5rem}h2{margin:3rem 0 .75rem}main{padding-top:2rem}'

function Piece({ block }: { block: Block }) {
  if (block.kind === 'heading') {
    const Tag = `h${block.level}` as const
    return <Tag>{visible(block.text)}</Tag>
  }
  if (block.kind === 'paragraph') {
    return (
      <p>
        <Words text={block.text} />
      </p>
    )
  }
  if (block.kind === 'list') {
    return (
      <ul>
        {block.items.map((item) => (
          <li>
            <Words text={item} />
          </li>
        ))}
      </ul>
    )
  }
  const cellClass = (i: number) => (block.numbers.includes(i) ? undefined : 'text')
  return (
    <div class="scroll">
      <table>
        <thead>
          <tr>
            {block.head.map((title, i) => (
              <th scope="col" class={cellClass(i)}>
                {visible(title)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row) => (
            <tr>
              {row.map((cell, i) => (
                <td class={cellClass(i)}>
                  <Words text={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Directions of data are isolated from what is around them. */
function Words({ text }: { text: Text }) {
  return (
    <bdi>
      {partsOf(text).map((part) =>
        typeof part === 'string' ? visible(part) : <code>{visible(part.code)}</code>,
      )}
    </bdi>
  )
}
