import type { Counts } from '@assay/schema'
import { tagScores } from './score.ts'

/**
 * The text that conlleval.pl prints, byte for byte: percentages with two decimals, one line a type with the number
 * of predicted spans. For counts of `countTags` in its default mode and IOB1 or IOB2 tags; the script reads other
 * schemes in other ways. A bare prefix has a blank type here.
 */
export function conllevalText(counts: Counts): string {
  const { micro, types, accuracy } = tagScores(counts)
  const sum = (key: 'gold' | 'predicted' | 'correct') => types.reduce((total, row) => total + row[key], 0)
  const [gold, predicted, correct] = [sum('gold'), sum('predicted'), sum('correct')]
  const head = `processed ${counts['tokens'] ?? 0} tokens with ${micro.support} phrases; found: ${predicted} phrases; correct: ${correct}.\n`
  if (accuracy.value === null) return head
  const rows = types
    .map((row) => ({ ...row, type: row.type === '_' ? '' : row.type }))
    .sort((a, b) => (a.type < b.type ? -1 : 1))
    .map(
      (row) =>
        `${row.type.padStart(17)}: ${ratios(row.correct, row.gold, row.predicted)}  ${row.predicted}\n`,
    )
  const share = percent((100 * (counts['tokens.correct'] ?? 0)) / (counts['tokens'] ?? 0))
  return `${head}accuracy: ${share}%; ${ratios(correct, gold, predicted)}\n${rows.join('')}`
}

/** In the order of its operations, so that the last digit is the script's. */
function ratios(correct: number, gold: number, predicted: number): string {
  const precision = predicted === 0 ? 0 : (100 * correct) / predicted
  const recall = gold === 0 ? 0 : (100 * correct) / gold
  const f = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
  return `precision: ${percent(precision)}%; recall: ${percent(recall)}%; FB1: ${percent(f)}`
}

/** As C prints `%6.2f`: what lies half way goes to the even digit, where `toFixed` goes up. */
function percent(value: number): string {
  const eighths = value * 8
  const isHalfWay = Number.isInteger(eighths) && eighths % 2 !== 0
  const isDownEven = isHalfWay && Math.floor(value * 100) % 2 === 0
  return (isDownEven ? Math.floor(value * 100) / 100 : value).toFixed(2).padStart(6)
}
