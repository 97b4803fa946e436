import { type GoldArticle, lengthBands } from '@assay/schema'
import { countWords } from '@assay/text'
import { quoted, type Rule } from './rule.ts'

/** The number of references of one length class below which a reference metric depends on the writer. */
const enoughReferences = 3

export const summaryRules: readonly Rule<GoldArticle>[] = [
  {
    code: 'summary-length',
    severity: 'error',
    hint: 'Shorten or lengthen the text, or give it the length class it has. Words are what white space separates.',
    *find({ annotation: { summaries = [] } }) {
      for (const [i, { id, text, length }] of summaries.entries()) {
        const words = countWords(text)
        const { minWords, maxWords } = lengthBands[length]
        if (words >= minWords && words <= maxWords) continue
        yield {
          path: ['annotation', 'summaries', i, 'text'],
          message: `${quoted(id)} has ${words} words; a ${length} summary has ${minWords} to ${maxWords}`,
        }
      }
    },
  },
  {
    code: 'few-references',
    severity: 'warning',
    hint: 'Add references by other writers: scores against fewer than three say as much about the writer as about the system.',
    *find({ annotation: { summaries } }) {
      if (summaries === undefined) return
      const classes = Object.keys(lengthBands)
      const most = Math.max(
        ...classes.map((name) => summaries.filter(({ length }) => length === name).length),
      )
      if (most >= enoughReferences) return
      yield {
        path: ['annotation', 'summaries'],
        message: `no length class has ${enoughReferences} references; the largest has ${most}`,
      }
    },
  },
]
