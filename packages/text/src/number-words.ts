function numbered(names: string, from: number, step: number): (readonly [string, number])[] {
  return names
    .trim()
    .split(/\s+/)
    .map((name, index) => [name, from + index * step] as const)
}

/** zero to nineteen. */
export const smallNumbers: ReadonlyMap<string, number> = new Map(
  numbered(
    `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen`,
    0,
    1,
  ),
)

/** twenty to ninety. */
export const tens: ReadonlyMap<string, number> = new Map(
  numbered('twenty thirty forty fifty sixty seventy eighty ninety', 20, 10),
)

/** first to nineteenth, then twentieth to ninetieth. */
export const ordinalWords: ReadonlyMap<string, number> = new Map([
  ...numbered(
    `first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
    sixteenth seventeenth eighteenth nineteenth`,
    1,
    1,
  ),
  ...numbered('twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth', 20, 10),
])

/** The power of ten of a word or suffix that multiplies the number before it. */
export const powerOf: ReadonlyMap<string, number> = new Map([
  ['thousand', 3],
  ['million', 6],
  ['billion', 9],
  ['trillion', 12],
  ['k', 3],
  ['m', 6],
  ['mn', 6],
  ['mln', 6],
  ['b', 9],
  ['bn', 9],
  ['tn', 12],
  ['trn', 12],
])
