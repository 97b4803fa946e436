import { stem } from '@assay/text'

/** Hits and totals of ROUGE, the plain way: strings, maps and whole tables. What the fast one must equal. */
export interface SlowRouge {
  readonly gold: number
  readonly predicted: number
  ngramHits(order: number): number
  readonly sequence: number
  readonly unionHits: number
}

export function slowRouge(goldText: string, predictedText: string, stemmer = true): SlowRouge {
  const [gold, predicted] = [slowTokens(goldText, stemmer), slowTokens(predictedText, stemmer)]
  return {
    gold: gold.length,
    predicted: predicted.length,
    ngramHits: (order) => clipped(ngrams(gold, order), ngrams(predicted, order)),
    sequence: lengths(gold, predicted)[gold.length]![predicted.length]!,
    unionHits: unionHits(goldText, predictedText, stemmer),
  }
}

export function slowTokens(text: string, stemmer = true): string[] {
  const tokens = text.toLowerCase().match(/[a-z0-9]+/g) ?? []
  return stemmer ? tokens.map((token) => (token.length > 3 ? stem(token) : token)) : tokens
}

function ngrams(tokens: readonly string[], order: number): string[] {
  return tokens.slice(order - 1).map((_, i) => tokens.slice(i, i + order).join(' '))
}

function clipped(gold: readonly string[], predicted: readonly string[]): number {
  const count = (list: readonly string[], item: string) => list.filter((other) => other === item).length
  return [...new Set(gold)].reduce(
    (sum, item) => sum + Math.min(count(gold, item), count(predicted, item)),
    0,
  )
}

/** `table[i][j]`: the length for the first i gold and j predicted tokens. */
function lengths(gold: readonly string[], predicted: readonly string[]): number[][] {
  const table = [predicted.map(() => 0).concat(0)]
  gold.forEach((token, i) => {
    const row = [0]
    predicted.forEach((other, j) => {
      row.push(token === other ? table[i]![j]! + 1 : Math.max(table[i]![j + 1]!, row[j]!))
    })
    table.push(row)
  })
  return table
}

function unionHits(goldText: string, predictedText: string, stemmer: boolean): number {
  const lines = (text: string) => text.split('\n').map((line) => slowTokens(line, stemmer))
  const goldLeft = slowTokens(goldText, stemmer)
  const predictedLeft = slowTokens(predictedText, stemmer)
  const take = (list: string[], token: string) => list.splice(list.indexOf(token), 1)
  let hits = 0
  for (const gold of lines(goldText)) {
    const union = new Set(lines(predictedText).flatMap((predicted) => places(gold, predicted)))
    for (const place of [...union].sort((a, b) => a - b)) {
      const token = gold[place]!
      if (!goldLeft.includes(token) || !predictedLeft.includes(token)) continue
      take(goldLeft, token)
      take(predictedLeft, token)
      hits++
    }
  }
  return hits
}

/** The gold places of the common subsequence that rouge_score reads out: left only if strictly longer than up. */
function places(gold: readonly string[], predicted: readonly string[]): number[] {
  const table = lengths(gold, predicted)
  const found: number[] = []
  let [i, j] = [gold.length, predicted.length]
  while (i > 0 && j > 0) {
    if (gold[i - 1] === predicted[j - 1]) [i, j] = [found.unshift(i - 1) && i - 1, j - 1]
    else if (table[i]![j - 1]! > table[i - 1]![j]!) j--
    else i--
  }
  return found
}
