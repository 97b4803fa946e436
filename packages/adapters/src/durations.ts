const small = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ')
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const days = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ')

const amounts: ReadonlyMap<string, string> = new Map([
  ['a', '1'],
  ['an', '1'],
  ['several', 'X'],
  ['few', 'X'],
  ...small.map((word, i) => [word, `${i}`] as const),
  ...tens.map((word, i) => [word, `${i * 10 + 20}`] as const),
])
const units: Readonly<Record<string, string>> = {
  second: 'S',
  minute: 'M',
  hour: 'H',
  day: 'D',
  week: 'W',
  month: 'M',
  year: 'Y',
}

/**
 * The TIMEX3 value of a duration: a number in digits or a simple word, and a unit ("two years" P2Y, "18-month"
 * P18M, "several weeks" PXW, "three decades" P30Y). Null for all else.
 */
export function durationValue(surface: string): string | null {
  const match =
    /(?<![\p{L}\p{N}.,-])(\p{L}+|\d{1,4})[\s-](second|minute|hour|day|week|month|year|decade)s?$/iu.exec(
      surface,
    )
  if (match === null || /\sand\s/i.test(surface)) return null
  const unit = match[2]!.toLowerCase()
  const word = match[1]!.toLowerCase()
  const amount = /^\d/.test(word) ? word : amounts.get(word)
  if (amount === undefined) return null
  if (unit === 'decade') return amount === 'X' ? 'PXDE' : `P${Number(amount) * 10}Y`
  return period(amount, unit)
}

/** The TIMEX3 value of what comes again and again: "every Monday" XXXX-WXX-1, "each year" P1Y. Null for all else. */
export function setValue(surface: string): string | null {
  const [, word = ''] = /^(?:every|each)\s+(\p{L}+)$/iu.exec(surface) ?? []
  const day = days.indexOf(word.toLowerCase())
  if (day !== -1) return `XXXX-WXX-${day + 1}`
  return word.toLowerCase() in units ? period('1', word.toLowerCase()) : null
}

function period(amount: string, unit: string): string {
  const isClock = unit === 'second' || unit === 'minute' || unit === 'hour'
  return `P${isClock ? 'T' : ''}${amount}${units[unit]}`
}
