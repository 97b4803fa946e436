import * as z from 'zod'
import { datasetManifestSchema, goldArticleSchema } from '../dataset.ts'
import { judgementSchema, judgeRecordSchema, questionSchema } from '../judgement.ts'
import { leaderboardSchema } from '../leaderboard.ts'
import { predictionSchema } from '../prediction.ts'
import { runEnvironmentSchema, runRecordSchema, timingSchema } from '../run.ts'
import { countRowSchema, scoreSheetSchema } from '../scores.ts'
import { standoffArticleSchema } from '../standoff.ts'

/** Every file format of assay by the name of its published JSON Schema. */
const formats = {
  dataset: datasetManifestSchema,
  article: goldArticleSchema,
  standoff: standoffArticleSchema,
  prediction: predictionSchema,
  run: runRecordSchema,
  environment: runEnvironmentSchema,
  timing: timingSchema,
  question: questionSchema,
  judgement: judgementSchema,
  judge: judgeRecordSchema,
  counts: countRowSchema,
  scores: scoreSheetSchema,
  leaderboard: leaderboardSchema,
}

/** The JSON Schemas (draft 2020-12) of all file formats by name, as committed in `json-schema/<name>.json`. */
export function jsonSchemas(): Record<keyof typeof formats, object> {
  return Object.fromEntries(
    Object.entries(formats).map(([name, schema]) => [name, z.toJSONSchema(schema)]),
  ) as Record<keyof typeof formats, object>
}
