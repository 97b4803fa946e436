import { AssayError, type Counts } from '@assay/schema'
import { createEncoder, type TagEncoder } from './encode.ts'
import { readingOf, type TagOptions, type TagReading } from './reading.ts'
import { closes, createSteps, forgets, opens, shut } from './steps.ts'

/**
 * What scores of tags are made of: `tokens`, `tokens.correct` (equal tags), and by type `gold/PER`,
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
  const { tallies, equal } = tally(goldCodes, predictedCodes, encoder, reading)
  const counts: Record<string, number> = {
    tokens: goldCodes.length - gold.length,
    'tokens.correct': equal - gold.length,
  }
  encoder.types.forEach((type, i) => {
    if (tallies.gold[i]! + tallies.predicted[i]! === 0) return
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
  { prefixOf, typeOf, types }: TagEncoder,
  { rules, strict }: TagReading,
): { tallies: Tallies; equal: number } {
  const steps = createSteps(rules)
  const tallies = {
    gold: new Float64Array(types.length),
    predicted: new Float64Array(types.length),
    correct: new Float64Array(types.length),
  }
  let equal = 0
  let [goldStart, predictedStart] = strict ? [-1, -1] : [0, 0]
  let [goldBefore, predictedBefore] = [0, 0]
  let [goldType, predictedType] = [-1, -1]
  for (let at = 0; at < gold.length; at++) {
    const a = gold[at]!
    const b = predicted[at]!
    if (a === b) equal++
    const aType = typeOf[a]!
    const bType = typeOf[b]!
    const aPrefix = prefixOf[a]!
    const bPrefix = prefixOf[b]!
    // `stepAt` written out: this line is most of the time.
    const aStep =
      steps[(goldStart < 0 ? shut : 0) | (goldBefore << 4) | (aPrefix << 1) | (aType === goldType ? 1 : 0)]!
    const bStep =
      steps[
        (predictedStart < 0 ? shut : 0) |
          (predictedBefore << 4) |
          (bPrefix << 1) |
          (bType === predictedType ? 1 : 0)
      ]!
    if ((aStep | bStep) !== 0) {
      if (aStep & closes) {
        tallies.gold[goldType]!++
        if (bStep & closes && goldStart === predictedStart && goldType === predictedType) {
          tallies.correct[goldType]!++
        }
      }
      if (bStep & closes) tallies.predicted[predictedType]!++
      if (aStep & opens) goldStart = at
      else if (aStep & forgets) goldStart = -1
      if (bStep & opens) predictedStart = at
      else if (bStep & forgets) predictedStart = -1
    }
    goldBefore = aPrefix
    predictedBefore = bPrefix
    goldType = aType
    predictedType = bType
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
