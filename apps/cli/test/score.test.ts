import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type GoldArticle, type ScoreSheet, scoreSheetSchema } from '@assay/schema'
import { describe, expect, it } from 'vitest'
import { assay, scratch } from './command.ts'

const newswire = fileURLToPath(new URL('../../../datasets/newswire', import.meta.url))

/** A scratch folder with these files; a list is written as JSON lines. */
function folder(files: Readonly<Record<string, string | readonly unknown[]>>): string {
  const cwd = scratch()
  for (const [name, content] of Object.entries(files)) {
    const text =
      typeof content === 'string' ? content : content.map((line) => `${JSON.stringify(line)}\n`).join('')
    writeFileSync(join(cwd, name), text)
  }
  return cwd
}

const span = (start: number, end: number) => ({ start, end })

/** Gold of three articles with the text `Anna met Bob`. */
const gold = ['a', 'b', 'c'].map((id) => ({
  article: { id, text: 'Anna met Bob' },
  annotation: {
    mentions: [
      { id: 'm1', span: span(0, 4), surface: 'Anna', type: 'PERSON' },
      { id: 'm2', span: span(9, 12), surface: 'Bob', type: 'PERSON' },
    ],
  },
}))

const found = (id: string, ...spans: readonly { start: number; end: number }[]) => ({
  article: id,
  output: { mentions: spans.map((span) => ({ span, type: 'PERSON' })) },
})

/** 3 of 6 gold mentions found by 4 predictions. */
const predicted = [found('a', span(0, 4), span(9, 12)), found('b', span(0, 4), span(5, 8)), found('c')]

async function sheetOf(args: readonly string[], cwd: string): Promise<ScoreSheet> {
  const { code, stdout, stderr } = await assay(['score', ...args, '--json'], cwd)
  expect({ code, stderr: stderr.replaceAll(/assay: [\w-]+ is left out: .*\n/g, '') }).toEqual({
    code: 0,
    stderr: '',
  })
  return scoreSheetSchema.parse(JSON.parse(stdout))
}

const value = (sheet: ScoreSheet, key: string, metric = 0) => sheet.scores[metric]?.values[key]?.value

describe('assay score of JSON lines', () => {
  it('prints a table a metric, with denominator and signature', async () => {
    const cwd = folder({ 'gold.jsonl': gold, 'pred.jsonl': predicted })
    const { code, stdout, stderr } = await assay(['score', 'pred.jsonl', '--gold', 'gold.jsonl'], cwd)
    expect(code).toBe(0)
    expect(stdout).toMatch(
      /^scored 3 of 3 articles\n\nmentions: Mentions, 3 articles, 3 units\n {2,}score {2}95 % interval\n/,
    )
    expect(stdout).toMatch(/ {2}strict P +0\.7500 {2}– \(fewer than 8 units\)\n/)
    expect(stdout).toMatch(/\nmentions\|version:\d+\|.*\|gold:gold\.jsonl@file\/3\/[0-9a-f]{12}\n/)
    expect(stderr).toBe(
      'assay: document-entities is left out: no article of gold.jsonl has the gold it needs\n',
    )
  })

  it('reads every shape alike, in any order, with and without texts', async () => {
    const loose = predicted.map(({ article, output }) => ({ id: article, mentions: output.mentions }))
    const flat = predicted.map(({ article, output }) => ({
      id: article,
      mentions: output.mentions.map(({ span, type }) => ({ ...span, label: type })),
    }))
    const full = predicted.map((line) => ({ ...line, repeat: 0, status: 'ok' }))
    const bare = gold.map(({ article, annotation }) => ({
      id: article.id,
      mentions: annotation.mentions.map(({ span: { start, end }, type }) => ({ start, end, type })),
    }))
    const cwd = folder({
      'gold.jsonl': gold,
      'named.jsonl': gold.map(({ article, annotation }) => ({ article: article.id, annotation })),
      'bare.jsonl': bare,
      'full.jsonl': full,
      'loose.jsonl': loose.toReversed(),
      'flat.jsonl': `\ufeff${flat.map((line) => JSON.stringify(line)).join('\r\n\r\n')}`,
    })
    for (const [pred, against] of [
      ['full.jsonl', 'gold.jsonl'],
      ['loose.jsonl', 'named.jsonl'],
      ['flat.jsonl', 'bare.jsonl'],
    ] as const) {
      const sheet = await sheetOf([pred, '--gold', against], cwd)
      expect(sheet).toMatchObject({ kind: 'system', run: null, articles: 3, failed: 0, skipped: 0 })
      // 3 right, 4 predicted, 6 gold.
      expect(value(sheet, 'strict.f1')).toBe(6 / 10)
    }
  })

  it('shows each article where asked, as text and as JSON', async () => {
    const cwd = folder({ 'gold.jsonl': gold, 'pred.jsonl': predicted })
    const args = ['score', 'pred.jsonl', '--gold', 'gold.jsonl', '--per-article']
    expect((await assay(args, cwd)).stdout).toContain(
      '\n\nmentions by article: strict F1\n  a  1.0000\n  b  0.5000\n  c  0.0000\n',
    )
    const { sheet, articles } = JSON.parse((await assay([...args, '--json'], cwd)).stdout)
    expect(scoreSheetSchema.parse(sheet)).toEqual(sheet)
    expect(
      articles.map(({ article, metric, values }: never) => [article, metric, values['strict.f1']]),
    ).toEqual([
      ['a', 'mentions', { value: 1 }],
      ['b', 'mentions', { value: 1 / 2 }],
      ['c', 'mentions', { value: 0 }],
    ])
  })

  it('averages repeats on neighbouring lines, and counts failures as empty', async () => {
    const cwd = folder({
      'gold.jsonl': gold.slice(0, 2),
      'pred.jsonl': [
        { ...found('a', span(0, 4), span(9, 12)), repeat: 0 },
        { ...found('a'), repeat: 1 },
        { article: 'b', repeat: 0, status: 'failed', code: 'threw', message: 'no' },
        { article: 'b', repeat: 1, status: 'skipped', reason: 'long' },
      ],
    })
    const args = ['pred.jsonl', '--gold', 'gold.jsonl']
    const sheet = await sheetOf(args, cwd)
    expect(sheet).toMatchObject({ articles: 2, failed: 1, skipped: 0 })
    // Half of 2 found in a, nothing in b; 4 gold.
    expect(value(sheet, 'strict.recall')).toBe(1 / 4)
    expect((await assay(['score', ...args], cwd)).stdout).toContain(
      'scored 2 of 2 articles; 1 failed counted as empty\n',
    )
  })

  it('counts missing articles as empty only where asked', async () => {
    const cwd = folder({ 'gold.jsonl': gold, 'pred.jsonl': predicted.slice(1) })
    const args = ['score', 'pred.jsonl', '--gold', 'gold.jsonl']
    const refused = await assay(args, cwd)
    expect(refused).toEqual({
      code: 2,
      stdout: '',
      stderr: `assay: pred.jsonl cannot be scored against gold.jsonl

gold.jsonl
  gold.jsonl:1
    error article-missing: article "a" has no prediction in pred.jsonl
    cure: Add a line for it (nothing found is []), or count it as empty with --allow-missing.

1 error and 0 warnings in 1 file
  Each error names its cure. Nothing was scored.
`,
    })
    const { code, stdout } = await assay([...args, '--allow-missing'], cwd)
    expect(code).toBe(0)
    expect(stdout).toContain('scored 3 of 3 articles; 1 missing counted as empty\n')
    const sheet = await sheetOf([...args.slice(1), '--allow-missing'], cwd)
    expect(sheet).toMatchObject({ articles: 3, failed: 1 })
    // 1 right, 2 predicted, 6 gold.
    expect(value(sheet, 'strict.f1')).toBe(2 / 8)
  })

  it('computes the metrics asked for, and says what there is', async () => {
    const cwd = folder({ 'gold.jsonl': gold, 'pred.jsonl': predicted })
    const args = ['pred.jsonl', '--gold', 'gold.jsonl', '--metrics']
    expect((await sheetOf([...args, 'mentions'], cwd)).scores.map(({ metric }) => metric)).toEqual([
      'mentions',
    ])
    const unknown = await assay(['score', ...args, 'mention'], cwd)
    expect(unknown.code).toBe(2)
    expect(unknown.stderr).toMatch(
      /^assay: there is no metric "mention" \(did you mean "mentions"\?\)\n {2}Metrics are mentions, .*rouge/,
    )
    const layer = await assay(['score', ...args, 'rouge'], cwd)
    expect(layer.code).toBe(2)
    expect(layer.stderr).toBe(
      'assay: pred.jsonl holds no summary, which summaries are scored on; it holds mentions\n' +
        '  Choose with --task or --metrics what the predictions are about.\n',
    )
    const goldless = await assay(['score', ...args, 'document-entities'], cwd)
    expect(goldless.code).toBe(2)
    expect(goldless.stderr).toContain(
      'metric document-entities cannot be computed: no article of gold.jsonl has',
    )
  })

  it('leaves out what needs a text that gold does not have', async () => {
    const cwd = folder({
      'gold.jsonl': [{ id: 'a', summary: 'Ten boats came home.' }],
      'pred.jsonl': [{ id: 'a', summary: 'Ten boats came.' }],
    })
    const { code, stdout, stderr } = await assay(['score', 'pred.jsonl', '--gold', 'gold.jsonl'], cwd)
    expect(code).toBe(0)
    expect(stdout).toContain('rouge: ROUGE, 1 articles')
    expect(stderr).toContain(
      'extractiveness is left out: it reads the text, and article "a" of gold has no text\n',
    )
    const asked = await assay(['score', 'pred.jsonl', '--gold', 'gold.jsonl', '-m', 'extractiveness'], cwd)
    expect(asked.code).toBe(2)
    expect(asked.stderr).toContain('metric extractiveness cannot be computed: it reads the text')
  })
})

describe('assay score refuses', () => {
  const good = predicted
  const line = (text: string) => `${JSON.stringify(good[0])}\n${text}\n${JSON.stringify(good[2])}\n`
  it.each([
    [
      'a literal NaN',
      line('{"article": "b", "output": {"mentions": [{"span": {"start": NaN, "end": 4}, "type": "X"}]}}'),
      'pred.jsonl:2\n    error not-a-number: NaN is no JSON number',
    ],
    [
      'a null number',
      [
        good[0],
        { article: 'b', output: { mentions: [{ span: { start: null, end: 4 }, type: 'X' }] } },
        good[2],
      ],
      'pred.jsonl:2 output.mentions[0].span.start\n    error wrong-shape: article "b": Invalid input: expected number, received null',
    ],
    ['broken JSON', line('{"article": "b", '), 'pred.jsonl:2\n    error broken-json: not JSON: '],
    ['a line that is no object', line('[]'), 'pred.jsonl:2\n    error wrong-shape: is not an object'],
    [
      'a key that is none',
      [good[0], { ...good[1], ouput: 1 }, good[2]],
      'pred.jsonl:2\n    error wrong-shape: article "b": Unrecognized key: "ouput"',
    ],
    [
      'a key that is none, in a loose line',
      [good[0], { id: 'b', mentions: [{ span: span(0, 4), type: 'X', surfce: 'Anna' }] }, good[2]],
      'pred.jsonl:2 mentions[0]\n    error wrong-shape: article "b": Unrecognized key: "surfce"',
    ],
    [
      'a span outside the text',
      [good[0], found('b', span(9, 13)), good[2]],
      'pred.jsonl:2 mentions[0].span\n    error span-fault: article "b": [9, 13) ends outside the text, which has 12 UTF-16 code units',
    ],
    [
      'another surface than the slice',
      [good[0], { id: 'b', mentions: [{ span: span(0, 4), type: 'X', surface: 'Bob' }] }, good[2]],
      'pred.jsonl:2 mentions[0].span\n    error span-fault: article "b": the text at [0, 4) reads "Anna", not "Bob"',
    ],
    [
      'a doubled article',
      [good[0], good[1], good[0], good[2]],
      'pred.jsonl:3\n    error article-twice: article "a" stands on line 1 too',
    ],
    [
      'an article that gold has not',
      [...good, found('d')],
      'pred.jsonl:4\n    error article-unknown: article "d" is not in gold.jsonl',
    ],
    [
      'a layer that is missing on a line',
      [good[0], { article: 'b', output: {} }, good[2]],
      'pred.jsonl:2\n    error layer-missing: article "b": there are no mentions',
    ],
    [
      'a layer that other lines have not',
      [good[0], { article: 'b', output: { mentions: [], timexes: [] } }, good[2]],
      'pred.jsonl:2\n    error layer-new: article "b": there are timexes, which the first answer has not',
    ],
    [
      'repeats that are not as many',
      [good[0], { ...good[1], repeat: 0 }, { ...good[1], repeat: 1 }, good[2]],
      'pred.jsonl:2\n    error repeats-differ: article "b": there are 2 repeats, and 1 of the first article',
    ],
    ['bytes that are not UTF-8', '\ud800', null],
  ])('%s', async (_, lines, message) => {
    const cwd = folder({ 'gold.jsonl': gold, 'pred.jsonl': lines })
    if (message === null) writeFileSync(join(cwd, 'pred.jsonl'), Buffer.from([0x7b, 0xff, 0x0a]))
    const { code, stdout, stderr } = await assay(['score', 'pred.jsonl', '--gold', 'gold.jsonl'], cwd)
    expect(stderr).toContain(message ?? 'assay: pred.jsonl: is not UTF-8, after line 0')
    expect(stderr.match(/ {4}error /g)?.length ?? 1).toBe(
      stderr.includes('not JSON') || stderr.includes('NaN') || stderr.includes('not an object') ? 2 : 1,
    )
    expect(stdout).toBe('')
    expect(code).toBe(2)
  })

  it.each([
    [
      'a span outside its text',
      { ...gold[1]!, article: { id: 'b', text: 'Anna met' } },
      'gold.jsonl:2 annotation.mentions[1].span\n    error span-fault: article "b": [9, 12) ends outside the text',
    ],
    [
      'an unknown type',
      { id: 'b', mentions: [{ span: span(0, 4), type: 'PER' }] },
      'gold.jsonl:2 mentions[0].type\n    error wrong-shape: article "b": Invalid option',
    ],
    [
      'a doubled article',
      gold[0]!,
      'gold.jsonl:2\n    error article-twice: article "a" stands on line 1 too',
    ],
  ])('gold with %s', async (_, bad, message) => {
    const cwd = folder({ 'gold.jsonl': [gold[0], bad, gold[2]], 'pred.jsonl': predicted })
    const { code, stderr } = await assay(['score', 'pred.jsonl', '--gold', 'gold.jsonl'], cwd)
    expect(stderr).toContain(message)
    expect(code).toBe(2)
  })

  it('shows twenty findings and counts the others', async () => {
    const many = Array.from({ length: 30 }, (_, i) => found(`x${i}`))
    const cwd = folder({ 'gold.jsonl': gold, 'pred.jsonl': [...predicted, ...many] })
    const { code, stderr } = await assay(['score', 'pred.jsonl', '--gold', 'gold.jsonl'], cwd)
    expect(code).toBe(2)
    expect(stderr.match(/ {4}error /g)).toHaveLength(20)
    expect(stderr).toContain('\nand 10 more, not shown\n')
  })

  it.each([
    [['nosuch.jsonl', '--gold', 'gold.jsonl'], 'nosuch.jsonl: cannot be read (ENOENT)'],
    [['pred.jsonl'], 'there is no gold to score against'],
    [['pred.jsonl', '--gold', 'newswir'], 'there is no dataset "newswir" (did you mean "newswire"?)'],
    [['pred.jsonl', '--gold', 'refs.txt'], 'pred.jsonl is read as jsonl, and gold refs.txt as lines'],
    [
      ['pred.jsonl', '--gold', 'gold.jsonl', '--gold', 'gold.jsonl'],
      'several --gold are references of plain lines only',
    ],
    [
      ['pred.jsonl', '--gold', 'gold.jsonl', '--strict'],
      '--scheme or --strict says nothing about anything but CoNLL',
    ],
    [['pred.jsonl', '--gold', 'gold.jsonl', '--task', 'dates'], 'pred.jsonl holds no timexes'],
    [['empty.txt', '--gold', 'refs.txt'], 'empty.txt: is empty'],
    [['.', '--gold', 'refs.txt'], '.: is a folder, and neither a dataset nor a run'],
  ])('%j', async (args, message) => {
    const cwd = folder({
      'gold.jsonl': gold,
      'pred.jsonl': predicted,
      'refs.txt': 'One line\n',
      'empty.txt': '',
    })
    const { code, stdout, stderr } = await assay(['score', ...args], cwd)
    expect(stderr).toContain(`assay: ${message}`)
    expect(stdout).toBe('')
    expect(code).toBe(2)
  })
})

describe('assay score against a dataset', () => {
  const articles: GoldArticle[] = readdirSync(join(newswire, 'articles')).map((name) =>
    JSON.parse(readFileSync(join(newswire, 'articles', name), 'utf8')),
  )

  it('gives gold itself full marks', async () => {
    const cwd = folder({
      'oracle.jsonl': articles.map(({ article: { id }, annotation }) => ({
        id,
        mentions: annotation.mentions
          ?.filter(({ tier = 'core' }) => tier === 'core')
          .map(({ span, surface, type }) => ({ span, surface, type })),
      })),
    })
    const sheet = await sheetOf(['oracle.jsonl', '--gold', 'newswire'], cwd)
    expect(sheet).toMatchObject({ articles: articles.length, dataset: { name: 'newswire' } })
    expect(value(sheet, 'strict.recall')).toBe(1)
  })

  it('scores a stored run as the run was scored', async () => {
    const cwd = scratch()
    expect((await assay(['run', '-d', 'newswire', '-s', 'capitals'], cwd)).code).toBe(0)
    const [name] = readdirSync(join(cwd, '.assay/runs')).filter((entry) => !entry.startsWith('.'))
    const stored = JSON.parse(readFileSync(join(cwd, '.assay/runs', name!, 'scores.json'), 'utf8'))
    expect(await sheetOf([join('.assay/runs', name!), '--gold', 'newswire'], cwd)).toEqual(stored)
    expect(await sheetOf([name!, '--gold', 'newswire'], cwd)).toEqual(stored)
    mkdirSync(join(cwd, 'other/articles'), { recursive: true })
    const { links: _, ...manifest } = JSON.parse(readFileSync(join(newswire, 'dataset.json'), 'utf8'))
    writeFileSync(join(cwd, 'other/dataset.json'), JSON.stringify(manifest))
    const file = readdirSync(join(newswire, 'articles'))[0]!
    writeFileSync(join(cwd, 'other/articles', file), readFileSync(join(newswire, 'articles', file)))
    const other = await assay(['score', name!, '--gold', './other'], cwd)
    expect(other.stderr).toContain('was made on other texts than ./other holds')
    expect(other.code).toBe(31)
  })
})

describe('assay score of lines of summaries', () => {
  it('takes one reference or several', async () => {
    const cwd = folder({
      'sums.txt': 'Ten boats came home.\nRain fell.\n',
      'a.txt': 'Ten boats came home.\nSnow fell.\n',
      'b.txt': 'Nothing alike here.\nRain fell.\n',
    })
    const one = await sheetOf(['sums.txt', '--gold', 'a.txt'], cwd)
    expect(one).toMatchObject({ articles: 2, dataset: { name: 'a.txt' } })
    // 4 of 4 words, and 1 of 2.
    expect(value(one, 'rouge1.f')).toBe(3 / 4)
    const two = await sheetOf(['sums.txt', '--gold', 'a.txt', '--gold', 'b.txt'], cwd)
    expect(value(two, 'rouge1.f')).toBe(1)
    expect(two.dataset.name).toBe('a.txt+b.txt')
  })

  it('lets no metric cut a long line', async () => {
    // 80 words each, the last 10 of them wrong: cut at 60 words, all would be right.
    const words = (n: number, letter: string) => Array.from({ length: n }, (_, i) => `${letter}${i}`)
    const right = words(70, 'w')
    const cwd = folder({
      'long.txt': `${[...right, ...words(10, 'x')].join(' ')}\n`,
      'refs.txt': `${[...right, ...words(10, 'y')].join(' ')}\n`,
    })
    const metrics = ['rouge', 'bleu', 'chrf', 'ter', 'meteor']
    const { stdout } = await assay(
      ['score', 'long.txt', '--gold', 'refs.txt', '-m', ...metrics, '--json'],
      cwd,
    )
    const { scores }: { scores: { metric: string; values: Record<string, { value: number }> }[] } =
      JSON.parse(stdout)
    expect(scores.map(({ metric }) => metric).sort()).toEqual(metrics.toSorted())
    const of = (metric: string, key: string) =>
      scores.find((one) => one.metric === metric)!.values[key]!.value
    expect(of('rouge', 'rouge1.f')).toBeCloseTo(70 / 80, 12)
    expect(of('ter', 'ter')).toBeCloseTo(10 / 80, 12)
    expect(of('bleu', 'bleu')).toBeLessThan(1)
    expect(of('chrf', 'chrf')).toBeLessThan(1)
  })

  it('refuses files of different lengths, and lines without a reference', async () => {
    const cwd = folder({ 'sums.txt': 'One\nTwo\n\n', 'short.txt': 'One\n', 'gaps.txt': 'One\n\nThree\n' })
    const short = await assay(['score', 'sums.txt', '--gold', 'short.txt'], cwd)
    expect(short.code).toBe(2)
    expect(short.stderr).toContain('error lengths-differ: sums.txt has 3 lines, short.txt has 1 lines\n')
    const gaps = await assay(['score', 'sums.txt', '--gold', 'gaps.txt'], cwd)
    expect(gaps.code).toBe(2)
    expect(gaps.stderr).toContain('  gaps.txt:2\n    error reference-empty: line 2 has no reference\n')
  })
})

describe('assay score of CoNLL columns', () => {
  const tokens = ['Anna', 'Marsh', 'met', 'Bob', '', 'Delta', 'rose', '']
  const columns = (...tags: readonly string[]) =>
    tokens.map((token, i) => (token === '' ? '\n' : `${token} ${tags[i]}\n`)).join('')
  const goldTags = columns('B-PER', 'I-PER', 'O', 'B-PER', '', 'B-ORG', 'O')
  const loose = columns('I-PER', 'I-PER', 'O', 'B-PER', '', 'O', 'B-ORG')
  const both = goldTags
    .split('\n')
    .map((line, i) => (line === '' ? '' : `${line} ${loose.split('\n')[i]!.split(' ')[1]}`))
    .join('\n')

  it('reads two files or one, as conlleval or strictly', async () => {
    const cwd = folder({ 'gold.conll': goldTags, 'pred.conll': loose, 'both.txt': both })
    const lenient = await sheetOf(['pred.conll', '--gold', 'gold.conll'], cwd)
    expect(lenient).toMatchObject({ articles: 2, scores: [{ metric: 'tags', units: 2 }] })
    // Both PER are right, ORG is one token off: 2 of 3 and 2 of 3. 4 of 6 tags are equal.
    expect(value(lenient, 'f1')).toBe(2 / 3)
    expect(value(lenient, 'macro.f1')).toBe(1 / 2)
    expect(value(lenient, 'f1/PER')).toBe(1)
    expect(value(lenient, 'accuracy')).toBe(3 / 6)
    const strict = await sheetOf(['pred.conll', '--gold', 'gold.conll', '--strict'], cwd)
    // The I-PER that opens no IOB2 span is lost: 1 of 2 predicted, 1 of 3 gold.
    expect(value(strict, 'f1')).toBe(2 / 5)
    expect(strict.scores[0]!.signature).toContain('mode:strict|scheme:IOB2')
    const one = await sheetOf(['both.txt'], cwd)
    expect(one.scores[0]!.values).toEqual(lenient.scores[0]!.values)
    expect(one.dataset.gold).toBe(lenient.dataset.gold)
  })

  it('makes intervals by bootstrap where asked, and says so', async () => {
    const sentences = Array.from({ length: 12 }, (_, i) => `Anna B-PER ${i % 3 === 0 ? 'O' : 'B-PER'}\n\n`)
    const cwd = folder({ 'both.conll': sentences.join('') })
    const [plain, percentile] = await Promise.all([
      sheetOf(['both.conll'], cwd),
      sheetOf(['both.conll', '--interval', 'percentile'], cwd),
    ])
    const f1 = percentile.scores[0]!.values['f1']!
    // 8 of 12 found: 2 * 8 / (12 + 8). Resampled, the number found is binomial, (12, 2/3): 5 and 11 are its quantiles.
    expect(f1).toEqual({
      value: 16 / 20,
      low: 10 / 17,
      high: 22 / 23,
      intervalBy: 'percentile bootstrap, 10000 samples, seed 1',
    })
    expect(plain.scores[0]!.values['f1']).not.toHaveProperty('intervalBy')
    const { stdout } = await assay(['score', 'both.conll', '--interval', 'percentile'], cwd)
    expect(stdout).toContain('95 % interval (percentile bootstrap, 10000 samples, seed 1)')
    const { code, stderr } = await assay(['score', 'both.conll', '--interval', 'normal'], cwd)
    expect(stderr).toContain('leave-one-out, percentile, bca')
    expect(code).toBe(2)
  })

  it.each([
    [
      'tags of another scheme',
      columns('B-PER', 'E-PER', 'O', 'S-PER', '', 'S-ORG', 'O'),
      ['--scheme', 'IOB2'],
      '  pred.conll:2\n    error tag-unknown: sentence 1: "E-PER" is no tag of IOB2',
    ],
    [
      'tags that the default mode cannot read',
      columns('B-PER', 'L-PER', 'O', 'U-PER', '', 'U-ORG', 'O'),
      [],
      'cure: Tags with U or L are read with --scheme BILOU --strict.',
    ],
    [
      'a shorter sentence',
      goldTags.replace('Bob B-PER\n', ''),
      [],
      '  pred.conll:1\n    error lengths-differ: sentence 1: 3 tokens, and 4 in gold.conll',
    ],
    [
      'a sentence less',
      goldTags.replace('\nDelta B-ORG\nrose O\n', ''),
      [],
      'error lengths-differ: there are 1 sentences, and 2 in gold.conll',
    ],
    [
      'other tokens',
      goldTags.replace('Bob', 'Rob'),
      [],
      '  pred.conll:4\n    error token-differs: sentence 1: the token is "Rob", and "Bob" in gold.conll',
    ],
  ])('refuses %s', async (_, pred, args, message) => {
    const cwd = folder({ 'gold.conll': goldTags, 'pred.conll': pred })
    const { code, stderr } = await assay(['score', 'pred.conll', '--gold', 'gold.conll', ...args], cwd)
    expect(stderr).toContain(message)
    expect(code).toBe(2)
  })

  it('refuses BILOU without --strict, and metrics', async () => {
    const cwd = folder({ 'both.conll': both })
    for (const [args, message] of [
      [['--scheme', 'BILOU'], 'says nothing about the default mode'],
      [['--metrics', 'mentions'], '--metrics says nothing about CoNLL columns'],
    ] as const) {
      const { code, stderr } = await assay(['score', 'both.conll', ...args], cwd)
      expect(stderr).toContain(message)
      expect(code).toBe(2)
    }
  })
})
