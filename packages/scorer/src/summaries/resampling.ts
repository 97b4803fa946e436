/** What one side of a paired bootstrap gives, on the scale of the score. */
export interface SacrebleuResampled {
  /** The score of the corpus itself. */
  readonly score: number
  /** The mean of the resampled scores. */
  readonly mean: number
  /** Half the distance between the resampled scores that leave 2.5 % outside on either side. */
  readonly halfWidth: number
}

export interface SacrebleuBootstrap {
  readonly baseline: SacrebleuResampled
  readonly system: SacrebleuResampled
  readonly p: number
}

/**
 * sacreBLEU's paired bootstrap (after Koehn 2004) of two systems over the same segments, for a score that is a
 * function of rows of counts. Each draw holds, for one resample, as many indices as there are segments. The p
 * value is (c + 1) / (n + 1), c counting the resamples whose absolute difference exceeds the mean of these by more
 * than the observed difference. Our own comparison of systems is `comparePaired`.
 */
export function sacrebleuBootstrap<Row>(
  baseline: readonly Row[],
  system: readonly Row[],
  score: (rows: readonly Row[]) => number,
  draws: Iterable<ArrayLike<number>>,
): SacrebleuBootstrap {
  const baselineScores: number[] = []
  const systemScores: number[] = []
  for (const draw of draws) {
    const indices = Array.from(draw)
    baselineScores.push(score(indices.map((i) => baseline[i]!)))
    systemScores.push(score(indices.map((i) => system[i]!)))
  }
  const [before, after] = [score(baseline), score(system)]
  const differences = baselineScores.map((one, i) => Math.abs(one - systemScores[i]!))
  const middle = mean(differences)
  const centred = differences.map((difference) => difference - middle)
  return {
    baseline: { score: before, mean: mean(baselineScores), halfWidth: halfWidth(baselineScores) },
    system: { score: after, mean: mean(systemScores), halfWidth: halfWidth(systemScores) },
    p: shareAbove(centred, Math.abs(before - after)),
  }
}

/**
 * The p value of sacreBLEU's approximate randomisation (after Riezler and Maxwell 2005): how often the systems
 * differ more than observed when the segments whose entry in a draw is not 0 change sides.
 */
export function sacrebleuRandomisation<Row>(
  baseline: readonly Row[],
  system: readonly Row[],
  score: (rows: readonly Row[]) => number,
  draws: Iterable<ArrayLike<number>>,
): number {
  const observed = Math.abs(score(baseline) - score(system))
  const differences = Array.from(draws, (draw) => {
    const one = baseline.map((row, i) => (draw[i] === 0 ? row : system[i]!))
    const other = system.map((row, i) => (draw[i] === 0 ? row : baseline[i]!))
    return Math.abs(score(one) - score(other))
  })
  return shareAbove(differences, observed)
}

/** Equal differences are not above: a system does not differ from itself by chance. */
function shareAbove(differences: readonly number[], observed: number): number {
  return (differences.filter((difference) => difference > observed).length + 1) / (differences.length + 1)
}

function halfWidth(scores: readonly number[]): number {
  const sorted = scores.toSorted((a, b) => a - b)
  const outside = Math.floor(sorted.length / 40)
  return (sorted[sorted.length - 1 - outside]! - sorted[outside]!) / 2
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
