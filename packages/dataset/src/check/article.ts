import { type Annotation, type GoldArticle, type Task } from '@assay/schema'
import { claimRules } from './claims.ts'
import { referenceRules } from './references.ts'
import { applyRules, type Problem, type Rule } from './rule.ts'
import { sentenceRules } from './sentences.ts'
import { spanRules } from './spans.ts'
import { summaryRules } from './summaries.ts'
import { timexRules } from './timexes.ts'

const articleRules: readonly Rule<GoldArticle>[] = [
  ...spanRules,
  ...sentenceRules,
  ...referenceRules,
  ...timexRules,
  ...claimRules,
  ...summaryRules,
]

/**
 * Everything wrong with one article that can be seen without the others: the rules of the format that a schema
 * cannot state. `tasks` are those of the manifest; a layer they need and the article lacks is a warning.
 * An article without fault gives []. Throws nothing.
 */
export function checkAnnotation(gold: GoldArticle, tasks: readonly Task[] = []): Problem[] {
  return [...applyRules(articleRules, gold), ...applyRules([layerMissing(tasks)], gold)]
}

const layers = {
  entities: 'mentions',
  dates: 'timexes',
  claims: 'claims',
  summaries: 'summaries',
} as const satisfies Record<Task, keyof Annotation>

function layerMissing(tasks: readonly Task[]): Rule<GoldArticle> {
  return {
    code: 'layer-missing',
    severity: 'warning',
    hint: 'Annotate it ([] where there is nothing to find); until then the article counts nothing for the task.',
    *find({ annotation }) {
      const missing = tasks.filter((task) => annotation[layers[task]] === undefined)
      if (missing.length === 0) return
      yield {
        path: ['annotation'],
        message: `not annotated: ${missing.map((task) => layers[task]).join(', ')}, although the dataset is for ${missing.join(', ')}`,
      }
    },
  }
}
