import { AssayError, type Counts } from '@assay/schema'
import { createEncoder } from './encode.ts'
import { readingOf, type TagOptions, type TagReading } from './reading.ts'
import { closes, none, nothingBefore, startAfter, stepAt, stepsOf } from './steps.ts'

/**
 * What scores of tags are made of: `tokens`, `tokens.correct` (tags of the same prefix and type), and by type `gold/PER`,
 * `predicted/PER`, `correct/PER`, which are spans. A span is correct if boundaries and type are the same. Counts of
 * the parts of a corpus add up to those of the whole; a scheme detected in one part may not be that of another.
 *
 * @throws AssayError `file-invalid` with `gold[sentence][token]` for what is not a tag, or not of the scheme, and
 * where gold and predicted differ in the number of sentences or of tags in one.
 */
export function countTags(
  gold: readonly (readonly string[])[],
  predicted: readonly (readonly string[])[],
  options: TagOptions = {},
): Counts {
  const reading = readingOf(gold, 'gold', options)
  const encoder = createEncoder(reading)
  const goldCodes = encoder.encode(gold, 'gold')
  const predictedCodes = encoder.encode(predicted, 'predicted')
  checkLengths(gold, predicted)
  const { tallies, equal } = tally(goldCodes, predictedCodes, encoder.types.length, reading)
  const counts: Record<string, number> = {
    tokens: goldCodes.length - gold.length,
    'tokens.correct': equal - gold.length,
  }
  encoder.types.forEach((type, i) => {
    if (tallies.gold[i] === 0 && tallies.predicted[i] === 0) return
    for (const side of ['gold', 'predicted', 'correct'] as const)
      counts[`${side}/${type}`] = tallies[side][i]!
  })
  return counts
}

interface Tallies {
  readonly gold: Float64Array
  readonly predicted: Float64Array
  readonly correct: Float64Array
}

/**
 * Both sides at once. A side closes at most one span before a token, so two spans are the same exactly where both
 * close, with one start and one type: nothing is looked up.
 */
function tally(
  gold: Int32Array,
  predicted: Int32Array,
  types: number,
  { rules, strict }: TagReading,
): { tallies: Tallies; equal: number } {
  const steps = stepsOf(rules)
  const tallies = {
    gold: new Float64Array(types),
    predicted: new Float64Array(types),
    correct: new Float64Array(types),
  }
  let equal = 0
  let goldStart = strict ? none : 0
  let predictedStart = goldStart
  let goldBefore = nothingBefore
  let predictedBefore = nothingBefore
  for (let at = 0; at < gold.length; at++) {
    const goldCode = gold[at]!
    const predictedCode = predicted[at]!
    if (goldCode === predictedCode) {
      equal++
      if (goldCode === 0 && goldBefore === 0 && predictedBefore === 0) continue
    }
    const goldStep = steps[stepAt(goldBefore, goldCode, goldStart)]!
    const predictedStep = steps[stepAt(predictedBefore, predictedCode, predictedStart)]!
    if (goldStep & closes) {
      const type = goldBefore >> 3
      tallies.gold[type]!++
      const isSame = type === predictedBefore >> 3 && goldStart === predictedStart
      if (isSame && predictedStep & closes) tallies.correct[type]!++
    }
    if (predictedStep & closes) tallies.predicted[predictedBefore >> 3]!++
    goldStart = startAfter(goldStep, goldStart, at)
    predictedStart = startAfter(predictedStep, predictedStart, at)
    goldBefore = goldCode
    predictedBefore = predictedCode
  }
  return { tallies, equal }
}

function checkLengths(gold: readonly (readonly string[])[], predicted: readonly (readonly string[])[]): void {
  const hint = 'Gold and predicted must be the tags of the same tokens.'
  if (gold.length !== predicted.length) {
    const message = `gold has ${gold.length} sentences, predicted has ${predicted.length}`
    throw new AssayError('file-invalid', message, { hint })
  }
  const s = gold.findIndex((sentence, i) => sentence.length !== predicted[i]!.length)
  if (s === -1) return
  const message = `gold[${s}] has ${gold[s]!.length} tags, predicted[${s}] has ${predicted[s]!.length}`
  throw new AssayError('file-invalid', message, { hint })
}
