/** Share of the distinct n-grams of a summary that the article lacks (See et al. 2017, section 6); null below n tokens. */
export function novelShare(article: readonly string[], summary: readonly string[], n: number): number | null {
  const own = new Set(ngrams(summary, n))
  if (own.size === 0) return null
  const known = new Set(ngrams(article, n))
  return [...own].filter((ngram) => !known.has(ngram)).length / own.size
}

/** Share of the n-grams of a text that stand in it earlier already; null below n tokens. */
export function repeatedShare(tokens: readonly string[], n: number): number | null {
  const all = ngrams(tokens, n)
  return all.length === 0 ? null : 1 - new Set(all).size / all.length
}

/** Tokens hold no space, so no two n-grams read alike. */
function ngrams(tokens: readonly string[], n: number): string[] {
  return tokens.slice(n - 1).map((_, i) => tokens.slice(i, i + n).join(' '))
}
