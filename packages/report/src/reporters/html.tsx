import { type Reporter, type ReportModel, visibleLines } from '@assay/schema'
import { render } from 'preact-render-to-string'
import { AfterSpeed, BeforeSpeed, contentSecurityPolicy, Navigation } from '../html/page.tsx'
import { Speed } from '../html/speed.tsx'
import { styleFor } from '../html/style.ts'

/**
 * `index.html`: the whole report in one file that opens from disk, without a script and without a request.
 * Between `<!-- measured -->` and `<!-- /measured -->` stands what was measured; all other bytes are the same
 * whenever results are.
 */
export const html: Reporter = {
  id: 'html',
  file: 'index.html',
  // Escaping markup is the library's; characters that act without markup are shown wherever they got in.
  render: (model) =>
    visibleLines(
      [
        '<!doctype html>',
        `<html lang="en">${render(<Head model={model} />)}<body>`,
        render(<Navigation model={model} />),
        `<main>${render(<BeforeSpeed model={model} />)}`,
        `<!-- measured -->${render(<Speed rows={model.speed} />)}<!-- /measured -->`,
        `${render(<AfterSpeed model={model} />)}</main>`,
        '</body></html>',
        '',
      ].join('\n'),
    ),
}

function Head({ model: { dataset, runs } }: { model: ReportModel }) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content={contentSecurityPolicy} />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{`${dataset.title}: leaderboard`}</title>
      {/* Ours, and a style element is not escaped by browsers. */}
      <style dangerouslySetInnerHTML={{ __html: styleFor(runs.length) }} />
    </head>
  )
}
