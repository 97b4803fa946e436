import { existsSync, mkdtempSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { html } from '../src/reporters/html.tsx'
import { hostileReport, hostileText } from './model.ts'

const executablePath = '/usr/bin/chromium'
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

describe.skipIf(!existsSync(executablePath))(
  `the page in ${executablePath} (skipped where it is not)`,
  () => {
    const desktop = { width: 1280, scheme: 'light' } as const
    const folder = mkdtempSync(join(tmpdir(), 'assay-report-'))
    const file = join(folder, 'index.html')
    const address = pathToFileURL(file).href
    let browser: Browser

    beforeAll(async () => {
      writeFileSync(file, html.render(hostileReport()))
      browser = await chromium.launch({ executablePath, args })
    })
    afterAll(() => browser.close())

    /** Opens the file with everything unfolded, and notes whatever happens besides. */
    async function open({ width, scheme }: { width: number; scheme: 'light' | 'dark' } = desktop) {
      const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: scheme })
      const events: string[] = []
      page.on('console', (message) => events.push(`console: ${message.text()}`))
      page.on('pageerror', (error) => events.push(`error: ${error.message}`))
      page.on('request', (request) => events.push(`request: ${request.url()}`))
      page.on('dialog', (dialog) => {
        events.push(`dialog: ${dialog.message()}`)
        void dialog.dismiss()
      })
      await page.goto(address)
      await page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
      return { page, events }
    }

    it('opens from disk without a message, a further request or a dialog, whatever the data hold', async () => {
      const { page, events } = await open()
      await page.locator('.article summary').first().hover()
      await page.keyboard.press('Tab')
      expect(events).toEqual([`request: ${address}`])
      expect(await page.title()).toBe(`${hostileText}: leaderboard`)
      expect(await page.locator('script, img, iframe, object').count()).toBe(0)
      await page.close()
    })

    it('shows hostile text as text', async () => {
      const { page } = await open()
      const shown = await page.locator('.article').first().innerText()
      expect(shown).toContain(`${hostileText}\\u{202e}`)
      expect(shown.replace(/\s+/g, ' ')).toContain(`${hostileText} \\u{202e}end\\u{202c}`)
      await page.close()
    })

    it('puts every mark exactly below its words, with emoji, accents and right-to-left text too', async () => {
      const { page } = await open()
      const marks = await page.evaluate<{ words: string; above: string; distance: number }[]>(measureMarks)
      expect(marks.length).toBeGreaterThan(100)
      expect(marks.filter(({ words, above, distance }) => words !== above || distance > 1)).toEqual([])
      await page.close()
    })

    it('hides the lanes of a system whose box is not ticked, and correct marks on demand', async () => {
      const { page } = await open()
      const lane = page.locator('.lanes p.s0 b').first()
      const correct = page.locator('.lanes p.s1 b:not([class*=" f"])').first()
      expect([await lane.isVisible(), await correct.isVisible()]).toEqual([true, true])
      await page.locator('#show0').uncheck()
      await page.locator('#faults').check()
      expect([await lane.isVisible(), await correct.isVisible()]).toEqual([false, false])
      await page.close()
    })

    it.each([
      { width: 1280, scheme: 'light' },
      { width: 1280, scheme: 'dark' },
      { width: 390, scheme: 'light' },
    ] as const)('fits $width px ($scheme) without scrolling sideways as a whole', async (options) => {
      const { page } = await open(options)
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(options.width)
      const picture = join(folder, `report-${options.width}-${options.scheme}.png`)
      await page.screenshot({ path: picture })
      expect(statSync(picture).size).toBeGreaterThan(10_000)
      await page.close()
    })
  },
)

/** For every mark of every lane: its words, the words above it in the text, and how far apart they stand in px. */
const measureMarks = `
  [...document.querySelectorAll('.lanes .line')].flatMap((line) => {
    const textNodes = (root) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, (node) =>
        node.parentElement.closest('i, u') === null ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT)
      const nodes = []
      while (walker.nextNode()) nodes.push(walker.currentNode)
      return nodes
    }
    const source = textNodes(line.querySelector('p.t'))
    if (source.length !== 1) throw new Error('a line of text is one text node')
    return [...line.querySelectorAll('p:not(.t, .silent)')].flatMap((lane) => {
      let offset = 0
      return textNodes(lane).flatMap((node) => {
        const start = offset
        offset += node.data.length
        if (node.parentElement.tagName !== 'B') return []
        const range = document.createRange()
        range.setStart(source[0], start)
        range.setEnd(source[0], offset)
        const above = range.getBoundingClientRect()
        range.selectNodeContents(node)
        const below = range.getBoundingClientRect()
        const distance = Math.max(Math.abs(above.left - below.left), Math.abs(above.right - below.right))
        return [{ words: node.data, above: source[0].data.slice(start, offset), distance }]
      })
    })
  })
`
