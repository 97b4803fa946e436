import {
  type Article,
  createQuestion,
  type Metric,
  type MetricCard,
  type MetricColumn,
  type Output,
} from '@assay/schema'
import { sentenceSpans } from '@assay/text'
import { distinct, judgedScore, plain } from '../judged/answers.ts'
import { shareColumn } from './columns.ts'
import { count, ratio } from './ratio.ts'

export interface SummarySupportOptions {
  /** Least score of a supported sentence; inclusive. Default 1/2. */
  readonly threshold?: number
}

/**
 * Sentences of a summary that the article says, as a judge sees it. Looks at the whole summary, never at references.
 * As good as its judge; there is no score without one. `clean` is a share of all articles, so that silence is not
 * rewarded.
 */
export function summarySupportMetric({ threshold = 0.5 }: SummarySupportOptions = {}): Metric {
  return {
    id: 'summary-support',
    version: '1',
    task: 'summaries',
    title: 'Summary support',
    meaning: 'How many sentences of a summary the article says, in the eyes of a judge.',
    options: { threshold },
    columns,
    card,

    questions({ article, gold, predicted }) {
      if (gold.summaries === undefined) return []
      const premise = premiseOf(article)
      return distinct(
        sentencesOf(predicted)
          .filter((sentence) => !isVerbatim(sentence, premise))
          .map((sentence) => createQuestion('support', premise, sentence)),
      )
    },

    collect({ article, gold, predicted, judgements }) {
      if (gold.summaries === undefined || judgements === undefined) return {}
      const premise = premiseOf(article)
      const scores = sentencesOf(predicted).map((sentence) =>
        isVerbatim(sentence, premise) ? 1 : judgedScore(judgements, 'support', premise, sentence),
      )
      const answered = scores.filter((score) => score !== null)
      const supported = answered.filter((score) => score >= threshold)
      return {
        articles: 1,
        clean: scores.length > 0 && supported.length === scores.length ? 1 : 0,
        sentences: scores.length,
        answered: answered.length,
        supported: supported.length,
        support: answered.sort((a, b) => a - b).reduce((sum, score) => sum + score, 0),
      }
    },

    finish(total) {
      const of = (key: string) => count(total, key)
      const share = (key: string) => ratio(of(key), of('answered'), 'no sentence of a summary was judged')
      return {
        supported: share('supported'),
        support: share('support'),
        clean: ratio(of('clean'), of('articles'), 'there is no article'),
        sentences: { value: of('sentences') },
        unanswered: ratio(of('sentences') - of('answered'), of('sentences'), 'no summary has a sentence'),
      }
    },
  }
}

/** What an article says. */
function premiseOf({ title, text }: Article): string {
  return title === undefined ? text : `${title}\n\n${text}`
}

function sentencesOf({ summary }: Output): string[] {
  const text = summary?.text ?? ''
  return sentenceSpans(text).map(({ start, end }) => plain(text.slice(start, end)))
}

function isVerbatim(sentence: string, premise: string): boolean {
  return plain(premise).includes(sentence)
}

const columns: readonly MetricColumn[] = [
  shareColumn('supported', 'supported', 'Share of the judged sentences that the article supports.'),
  shareColumn('support', 'support', 'Mean support of the judged sentences.'),
  shareColumn(
    'clean',
    'all supported',
    'Share of all articles with a summary in which every sentence is supported.',
  ),
  {
    key: 'sentences',
    label: 'sentences',
    meaning: 'How many sentences the summaries have.',
    range: [0, null],
    better: 'neither',
  },
  {
    key: 'unanswered',
    label: 'unanswered',
    meaning: 'Share of sentences for which the judge gave no usable answer; they count neither way.',
    range: [0, 1],
    better: 'lower',
  },
]

const card: MetricCard = {
  formula:
    'supported sentences / judged sentences over the sums of all articles; a sentence is supported if the judge gives `support` of at least `threshold` with title and text of the article as the premise.',
  edgeCases: [
    'A sentence that stands in the article word for word, white space aside, has support 1, and nobody is asked.',
    'A sentence without a usable answer counts neither way in `supported` and `support`, keeps its article from being clean, and shows under `unanswered`.',
    'An article without a summary is not clean, and in no other rate.',
    'Without judgements there is no score; a judge that saw only some of the sentences gives none either.',
    'Each sentence is judged by itself: a pronoun whose name stands in the sentence before can cost support.',
  ],
  options: { threshold: 'Least score of a supported sentence, inclusive.' },
  evidence:
    'Hand-worked summaries in `packages/scorer/test/summary-support.test.ts`. What a score means depends on the judge, which is part of the signature; no judge was held against human labels here.',
}
