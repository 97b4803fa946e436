/**
 * Lengths of the extractive fragments of a summary: read from the left, the longest run of tokens that the article
 * holds in that order, again and again (Grusky et al. 2018, figure 3). Time grows with the product of the lengths.
 */
export function extractiveFragments(article: readonly string[], summary: readonly string[]): number[] {
  const places = placesOf(article)
  const fragments: number[] = []
  for (let at = 0; at < summary.length; ) {
    let longest = 0
    for (const place of places.get(summary[at]!) ?? []) {
      let length = 1
      while (at + length < summary.length && summary[at + length] === article[place + length]) length++
      longest = Math.max(longest, length)
    }
    if (longest > 0) fragments.push(longest)
    at += Math.max(longest, 1)
  }
  return fragments
}

function placesOf(tokens: readonly string[]): Map<string, number[]> {
  const places = new Map<string, number[]>()
  tokens.forEach((token, place) => {
    const list = places.get(token)
    if (list === undefined) places.set(token, [place])
    else list.push(place)
  })
  return places
}
