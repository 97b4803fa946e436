import {
  sacrebleuRandomisation,
  bleuCounts,
  type BleuCounts,
  type BleuOptions,
  bleuScore,
  type BleuScoreOptions,
  bleuTokenizedLine,
  type BleuTokenizer,
  chrfCounts,
  type ChrfCounts,
  type ChrfOptions,
  chrfScore,
  type ChrfScoreOptions,
  sacrebleuBootstrap,
  type SacrebleuResampled,
  sumBleuCounts,
  sumChrfCounts,
  sumTerCounts,
  terCounts,
  type TerOptions,
  terScore,
} from '@assay/scorer'
import { numpyGenerator } from '../numpy/pcg64.ts'
import type { Vectors } from '../vectors.ts'

interface Case {
  readonly cand: string
  readonly refs: readonly string[]
  readonly score: Readonly<Record<string, number>>
  readonly ter?: unknown
  readonly tok?: Readonly<Partial<Record<BleuTokenizer, string>>>
}

interface Corpus {
  readonly hyps: readonly string[]
  /** One list of texts for each reference translation; null: the segment lacks this one. */
  readonly refs: readonly (readonly (string | null)[])[]
}

interface Test {
  readonly ref: readonly string[]
  readonly base: readonly string[]
  readonly sys: readonly string[]
  readonly n_samples: number
  readonly bsIndicesHead: readonly number[]
}

/** sacreBLEU's BLEU, chrF and TER in many settings, its tokenizers, and its two tests of significance. */
export const sacrebleu: Vectors = {
  file: 'sacrebleu',
  sections: {
    cases: { inputs: ['id', 'kind', 'cand', 'refs'], answer: answerCase },
    corpora: { inputs: ['id', 'hyps', 'refs'], answer: answerCorpus },
    significance: {
      inputs: ['id', 'ref', 'base', 'sys', 'n_samples'],
      answer: answerTest,
      // The reference computes with 32-bit numbers here; releases of NumPy differ by 6e-6.
      tolerance: (path) => (path.endsWith('.mean') || path.endsWith('.ci') ? 1e-4 : 1e-9),
    },
  },
}

type BleuSetting = BleuOptions & BleuScoreOptions
const sentence: BleuSetting = { effectiveOrder: true }

const bleuSettings: Readonly<Record<string, BleuSetting>> = {
  'bleu.sent': sentence,
  'bleu.noeff': {},
  'bleu.floor': { ...sentence, smoothing: 'floor' },
  'bleu.addk': { ...sentence, smoothing: 'add-k' },
  'bleu.none': { smoothing: 'none' },
  'bleu.lc': { ...sentence, lowerCase: true },
  'bleu.intl': { ...sentence, tokenizer: 'intl' },
  'bleu.zh': { ...sentence, tokenizer: 'zh' },
  'bleu.char': { ...sentence, tokenizer: 'char' },
  'bleu.toknone': { ...sentence, tokenizer: 'none' },
  'bleu.n2': { ...sentence, maxOrder: 2 },
}

const chrfSettings: Readonly<Record<string, ChrfOptions & ChrfScoreOptions>> = {
  chrf: {},
  'chrf.pp': { wordOrder: 2 },
  'chrf.lc': { lowerCase: true },
  'chrf.ws': { whitespace: true },
  'chrf.eps': { average: 'f-score' },
  'chrf.pp.eps': { wordOrder: 2, average: 'f-score' },
  'chrf.b1': { beta: 1 },
  'chrf.c4w1': { characterOrder: 4, wordOrder: 1 },
}

const terSettings: Readonly<Record<string, TerOptions>> = {
  ter: {},
  'ter.norm': { normalised: true },
  'ter.nopunct': { noPunctuation: true },
  'ter.cs': { caseSensitive: true },
  'ter.asian': { normalised: true, noPunctuation: true, asian: true },
}

function answerCase({ cand, refs, ter, tok }: Case) {
  const bleu = mapValues(bleuSettings, (setting) => bleuOf(bleuCounts(refs, cand, setting), setting))
  const chrf = mapValues(chrfSettings, (setting) => 100 * chrfScore(chrfCounts(refs, cand, setting), setting))
  const edits = mapValues(ter === undefined ? {} : terSettings, (setting) => terCounts(refs, cand, setting))
  const withoutScore = (name: string) => {
    const { score: _, ...rest } = bleu[name]!
    return rest
  }
  return {
    score: {
      ...mapValues(bleu, ({ score }) => score),
      ...chrf,
      ...mapValues(edits, (counts) => 100 * terScore(counts)),
    },
    'bleu.sent': withoutScore('bleu.sent'),
    'bleu.intl': withoutScore('bleu.intl'),
    'bleu.zh': withoutScore('bleu.zh'),
    ...(ter !== undefined && { ter: { edits: edits['ter']!.edits, refLen: edits['ter']!.goldLength } }),
    ...(tok !== undefined && {
      tok: mapValues({ '13a': '', intl: '', zh: '', char: '' }, (_, name) => bleuTokenizedLine(cand, name)),
    }),
  }
}

function answerCorpus({ hyps, refs }: Corpus) {
  const segments = hyps.map((predicted, i) => ({
    gold: refs.map((texts) => texts[i]!).filter((text) => text !== null),
    predicted,
  }))
  const bleu = (setting: BleuSetting) =>
    bleuOf(
      sumBleuCounts(segments.map(({ gold, predicted }) => bleuCounts(gold, predicted, setting))),
      setting,
    )
  const chrf = (setting: ChrfOptions) =>
    100 *
    chrfScore(sumChrfCounts(segments.map(({ gold, predicted }) => chrfCounts(gold, predicted, setting))))
  return {
    bleu: bleu({}),
    'bleu.floor': bleu({ smoothing: 'floor' }),
    'bleu.lc.intl': bleu({ lowerCase: true, tokenizer: 'intl' }),
    chrf: chrf({}),
    'chrf.pp': chrf({ wordOrder: 2 }),
    ter: 100 * terScore(sumTerCounts(segments.map(({ gold, predicted }) => terCounts(gold, predicted)))),
  }
}

function answerTest({ ref, base, sys, n_samples, bsIndicesHead }: Test) {
  const rows = <Row>(texts: readonly string[], count: (gold: readonly string[], predicted: string) => Row) =>
    texts.map((predicted, i) => count([ref[i]!], predicted))
  const test = <Row>(
    count: (gold: readonly string[], predicted: string) => Row,
    score: (rows: readonly Row[]) => number,
  ) => {
    const [baseline, system] = [rows(base, count), rows(sys, count)]
    const bootstrap = sacrebleuBootstrap(baseline, system, score, indexDraws(ref.length, n_samples))
    const randomised = sacrebleuRandomisation(baseline, system, score, swapDraws(ref.length, n_samples))
    const estimate = ({ score, mean, halfWidth }: SacrebleuResampled, p: number | null) => ({
      score,
      p,
      mean,
      ci: halfWidth,
    })
    const plain = ({ score }: SacrebleuResampled, p: number | null) => ({ score, p, mean: null, ci: null })
    return {
      bs: [estimate(bootstrap.baseline, null), estimate(bootstrap.system, bootstrap.p)],
      ar: [plain(bootstrap.baseline, null), plain(bootstrap.system, randomised)],
    }
  }
  const bleu = test<BleuCounts>(bleuCounts, (rows) => 100 * bleuScore(sumBleuCounts(rows)).score)
  const chrf = test<ChrfCounts>(chrfCounts, (rows) => 100 * chrfScore(sumChrfCounts(rows)))
  return {
    'bs.BLEU': bleu.bs,
    'bs.chrF2': chrf.bs,
    'ar.BLEU': bleu.ar,
    'ar.chrF2': chrf.ar,
    bsIndicesHead: indexDraws(ref.length, n_samples).flat().slice(0, bsIndicesHead.length),
  }
}

/** sacreBLEU's seed. Every metric starts from it again. */
const seed = 12345

function indexDraws(segments: number, samples: number): number[][] {
  return inRows(numpyGenerator(seed).integers(segments, segments * samples), segments)
}

function swapDraws(segments: number, samples: number): number[][] {
  return inRows(numpyGenerator(seed).booleans(segments * samples), segments)
}

function inRows(values: readonly number[], width: number): number[][] {
  return Array.from({ length: values.length / width }, (_, row) =>
    values.slice(row * width, (row + 1) * width),
  )
}

/** A BLEU object as the file has it, 0 to 100. */
function bleuOf(counts: BleuCounts, setting: BleuSetting) {
  const { score, precisions, brevityPenalty } = bleuScore(counts, setting)
  return {
    score: 100 * score,
    counts: counts.matches,
    totals: counts.totals,
    precisions: precisions.map((precision) => 100 * precision),
    bp: brevityPenalty,
    sys: counts.predictedLength,
    ref: counts.goldLength,
  }
}

function mapValues<Key extends string, Value, Result>(
  record: Readonly<Record<Key, Value>>,
  change: (value: Value, key: Key) => Result,
): Record<Key, Result> {
  return Object.fromEntries(
    Object.entries<Value>(record).map(([key, value]) => [key, change(value, key as Key)]),
  ) as Record<Key, Result>
}
