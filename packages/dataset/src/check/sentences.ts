import type { GoldArticle } from '@assay/schema'
import { quoted, type Rule } from './rule.ts'

/** Sentences are in order, do not overlap, and hold all of the text but white space. */
export const sentenceRules: readonly Rule<GoldArticle>[] = [
  {
    code: 'sentence-order',
    severity: 'error',
    hint: 'List the sentences in the order of the text, each beginning where the one before has ended, or later.',
    *find({ annotation: { sentences = [] } }) {
      for (const [i, sentence] of sentences.entries()) {
        const before = sentences[i - 1]
        if (before === undefined || sentence.start >= before.end) continue
        yield {
          path: ['annotation', 'sentences', i],
          message: `sentence ${i} begins at ${sentence.start}, before sentence ${i - 1} ends at ${before.end}`,
        }
      }
    },
  },
  {
    code: 'text-outside-sentences',
    severity: 'error',
    hint: 'Widen a sentence over it, or make it a sentence of its own.',
    *find({ article: { text }, annotation: { sentences } }) {
      if (sentences === undefined) return
      const ordered = sentences.toSorted((a, b) => a.start - b.start)
      let from = 0
      for (const { start, end } of [...ordered, { start: text.length, end: text.length }]) {
        const between = text.slice(from, start).trim()
        if (between !== '') {
          yield {
            path: ['annotation', 'sentences'],
            message: `${quoted(between)} at ${from + text.slice(from).indexOf(between)} belongs to no sentence`,
          }
        }
        from = Math.max(from, end)
      }
    },
  },
  {
    code: 'extract-length',
    severity: 'error',
    hint: 'Give every sentence one label, in the order of the sentences.',
    *find({ annotation: { sentences = [], extract } }) {
      if (extract === undefined || extract.length === sentences.length) return
      yield {
        path: ['annotation', 'extract'],
        message: `${extract.length} labels for ${sentences.length} sentences`,
      }
    },
  },
]
