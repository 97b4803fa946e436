/**
 * The form in which two surfaces of a name are compared: NFKC, without case, one kind of quote and of dash,
 * single spaces, no white space at the ends, no possessive at the end ("Kabul's", "the Philippines'").
 * Accents stay: "Malaga" is not "Málaga". Folding twice changes nothing. Not for offsets: the length may change.
 */
export function foldName(surface: string): string {
  const folded = foldCase(surface.normalize('NFKC'))
    .normalize('NFKC')
    .replaceAll(/[‘’‚‛ʼ′`´]/g, "'")
    .replaceAll(/[“”„‟«»″]/g, '"')
    .replaceAll(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replaceAll(/[‐‑‒–—―−﹣－]/g, '-')
    .replaceAll(/\s+/g, ' ')
    .trim()
  return withoutPossessive(folded)
}

/** Upper case first, so that "ß" meets "SS"; one sigma, since only the last letter of a word has another. */
function foldCase(text: string): string {
  return text.toUpperCase().toLowerCase().replaceAll('ς', 'σ')
}

function withoutPossessive(name: string): string {
  let end = name.length
  for (;;) {
    if (end > 2 && name.startsWith("'s", end - 2)) end -= 2
    else if (end > 2 && name.startsWith("s'", end - 2)) end -= 1
    else if (end > 1 && name[end - 1] === ' ') end -= 1
    else return name.slice(0, end)
  }
}
