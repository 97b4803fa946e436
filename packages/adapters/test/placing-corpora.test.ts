import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { placeMentions } from '../src/index.ts'

const data = new URL('../../../../shared/data/', import.meta.url)

interface Marked {
  readonly text: string
  readonly mentions: readonly { readonly start: number; readonly end: number; readonly type: string }[]
}

/** Tokens with a space between, and `mentions` in tokens, ends included. */
function joined(
  tokens: readonly string[],
  mentions: readonly { first: number; last: number; type: string }[],
): Marked {
  const starts: number[] = []
  let text = ''
  for (const token of tokens) {
    starts.push(text.length)
    text += `${token} `
  }
  const end = (token: number) => starts[token]! + tokens[token]!.length
  return {
    text,
    mentions: mentions.map(({ first, last, type }) => ({ start: starts[first]!, end: end(last), type })),
  }
}

const lines = (file: URL) => readFileSync(file, 'utf8').split('\n')
const filesOf = (folder: URL, ending: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => new URL(name, folder))

function gum(): Marked[] {
  return filesOf(new URL('gum-news/conll/', data), '.conll').map((file) => {
    const rows = lines(file)
      .map((line) => line.split('\t'))
      .filter((row) => row.length === 3)
    const open: { first: number; key: string }[] = []
    const mentions: { first: number; last: number; type: string }[] = []
    for (const [at, [, , cell = '']] of rows.entries()) {
      for (const [part] of cell.matchAll(/\([^()]+\)?|[^()]+\)/g)) {
        const [type = '', id] = part.replaceAll(/[()]/g, '').split('-')
        const key = `${type}-${id}`
        if (part.startsWith('(')) open.push({ first: at, key })
        if (!part.endsWith(')')) continue
        const index = open.findLastIndex((item) => item.key === key)
        mentions.push({ first: open[index]!.first, last: at, type })
        open.splice(index, 1)
      }
    }
    return joined(
      rows.map(([, token = '']) => token),
      mentions,
    )
  })
}

function litbank(): Marked[] {
  return filesOf(new URL('litbank/entities/brat/', data), '.ann').map((file) => ({
    text: readFileSync(new URL(file.href.replace(/ann$/, 'txt')), 'utf8'),
    mentions: lines(file).flatMap((line) => {
      const [, type, start, end] = /^T\d+\t(\S+) (\d+) (\d+)\t/.exec(line) ?? []
      return type === undefined ? [] : [{ type, start: Number(start), end: Number(end) }]
    }),
  }))
}

function tweets(): Marked[] {
  const groups = readFileSync(new URL('btc-h/h.conll', data), 'utf8').split('\n\n')
  return groups.map((group) => {
    const rows = group.split('\n').map((line) => line.split('\t'))
    const mentions: { first: number; last: number; type: string }[] = []
    for (const [at, [, tag = 'O']] of rows.entries()) {
      if (tag.startsWith('B-')) mentions.push({ first: at, last: at, type: tag.slice(2) })
      if (tag.startsWith('I-')) mentions.at(-1)!.last = at
    }
    return joined(
      rows.map(([token = '']) => token),
      mentions,
    )
  })
}

type Mention = Marked['mentions'][number]

const inOrder = (a: Mention, b: Mention) => a.start - b.start || a.end - b.end
/** As answers often are: all of one type, then all of the next. */
const byType = (a: Mention, b: Mention) => (a.type < b.type ? -1 : a.type > b.type ? 1 : inOrder(a, b))
const isFourOfFive = (_: Mention, i: number) => i % 5 !== 0

/** How many of the mentions come back where they were; apart for surfaces that stand once, and more often. */
function recovered(corpus: readonly Marked[], choose: (mentions: readonly Mention[]) => readonly Mention[]) {
  const sums = { once: [0, 0], more: [0, 0], ambiguous: 0, unlocated: 0 }
  for (const { text, mentions } of corpus) {
    const given = choose(mentions)
    const surfaceOf = ({ start, end }: Mention) => text.slice(start, end)
    const placed = placeMentions(
      text,
      given.map((mention) => ({ surface: surfaceOf(mention), type: mention.type })),
    )
    const found = new Set(placed.mentions.map(({ span, type }) => `${span.start} ${span.end} ${type}`))
    for (const mention of given) {
      const surface = surfaceOf(mention)
      const sum = text.indexOf(surface) === text.lastIndexOf(surface) ? sums.once : sums.more
      if (found.has(`${mention.start} ${mention.end} ${mention.type}`)) sum[0]! += 1
      sum[1]! += 1
    }
    sums.ambiguous += placed.mentions.filter(({ placement }) => placement === 'ambiguous').length
    sums.unlocated += placed.unlocated.length
  }
  return sums
}

describe.skipIf(!existsSync(data))('mentions stripped of their offsets (needs ../shared/data)', () => {
  const all = (mentions: readonly Mention[]) => [...mentions].sort(inOrder)
  const grouped = (mentions: readonly Mention[]) => [...mentions].sort(byType)
  const some = (mentions: readonly Mention[]) => all(mentions).filter(isFourOfFive)

  // GUM marks pronouns and nouns too ("it", "the team"), and whatever lies inside a longer mention.
  it('come back in GUM news', () => {
    const corpus = gum()
    expect(recovered(corpus, all)).toEqual({
      once: [2454, 2454],
      more: [1548, 1550],
      ambiguous: 737,
      unlocated: 0,
    })
    expect(recovered(corpus, grouped).more).toEqual([1356, 1550])
    expect(recovered(corpus, some)).toMatchObject({ once: [1952, 1952], more: [1236, 1243], unlocated: 0 })
  })

  // Two mentions of LitBank end inside a word: the last letter was left out.
  it('come back in LitBank', () => {
    const corpus = litbank()
    expect(recovered(corpus, all)).toEqual({
      once: [861, 863],
      more: [792, 796],
      ambiguous: 356,
      unlocated: 2,
    })
    expect(recovered(corpus, grouped).more).toEqual([753, 796])
    expect(recovered(corpus, some)).toMatchObject({ once: [694, 695], more: [619, 629], unlocated: 1 })
  })

  it('come back in tweets, emoji or not', () => {
    const corpus = tweets()
    expect(recovered(corpus, all)).toEqual({
      once: [2808, 2808],
      more: [526, 560],
      ambiguous: 202,
      unlocated: 0,
    })
    expect(recovered(corpus, grouped).more).toEqual([473, 560])
    expect(recovered(corpus, some)).toMatchObject({ once: [1661, 1661], more: [294, 332], unlocated: 0 })
  })
})
