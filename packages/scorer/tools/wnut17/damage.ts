import { createRandom } from '../speed/texts.ts'

/** The share of entities for each damage, and of tokens outside of one for `spurious`. */
const shares = { drop: 0.08, boundary: 0.08, type: 0.06, spurious: 0.01, prefix: 0.04 }

/**
 * A copy of IOB2 tags with damage: entities left out, longer or shorter at the end, of another type, one-token
 * entities where there is none, and an I where an entity begins, which only a lenient reading forgives. The same
 * seed gives the same copy.
 */
export function damage(gold: readonly (readonly string[])[], seed: number): string[][] {
  const random = createRandom(seed)
  const types = [...new Set(gold.flat().flatMap((tag) => (tag === 'O' ? [] : [tag.slice(2)])))].sort()
  const pick = () => types[Math.floor(random() * types.length)]!
  return gold.map((sentence) => {
    const tags = [...sentence]
    for (let start = 0; start < tags.length; start++) {
      const tag = sentence[start]!
      if (tag === 'O') {
        if (random() < shares.spurious) tags[start] = `B-${pick()}`
        continue
      }
      if (!tag.startsWith('B')) continue
      let end = start + 1
      while (sentence[end] === `I-${tag.slice(2)}`) end++
      damageEntity(tags, start, end, random(), pick)
    }
    return tags
  })
}

function damageEntity(tags: string[], start: number, end: number, drawn: number, pick: () => string): void {
  const type = tags[start]!.slice(2)
  let from = 0
  const isDrawn = (kind: 'drop' | 'boundary' | 'type' | 'prefix') => {
    from += shares[kind]
    return drawn < from
  }
  if (isDrawn('drop')) tags.fill('O', start, end)
  else if (isDrawn('boundary')) {
    if (end - start > 1) tags[end - 1] = 'O'
    else if (tags[end] === 'O') tags[end] = `I-${type}`
  } else if (isDrawn('type')) {
    const other = pick()
    for (let at = start; at < end; at++) tags[at] = `${tags[at]![0]}-${other}`
  } else if (isDrawn('prefix')) tags[start] = `I-${type}`
}
