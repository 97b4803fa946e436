const small =
  `one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
  seventeen eighteen nineteen`.split(/\s+/)
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const vague = 'several|a few|few|many|some|a number of|dozens of|hundreds of|countless'

const inWords = `(?:a|(?:${tens.join('|')})(?:[- ](?:${small.slice(0, 9).join('|')}))?|${small.join('|')})`

/** How many: in figures ("10", "2.5", "2 1/2", "1,000") or in words ("ninety-four", "a hundred", "several"). */
export const amountPattern = String.raw`(?:(?:\d{1,3}(?:,\d{3})+|\d{1,3}(?:\.\d+)?)(?: 1/2)?|${vague}|(?:a )?couple(?: of)?|an|(?:${inWords}|\d{1,3})(?: hundred| thousand)|${inWords})(?: and a half)?`

/** What an amount says: a number, or null for one that is not known ("several"). */
export function readAmount(words: string): number | null {
  const text = words.toLowerCase()
  if (new RegExp(`^(?:${vague})$`).test(text)) return null
  const half = / (?:1\/2|and a half)$/.exec(text)
  const whole = half === null ? text : text.slice(0, half.index)
  return readWhole(whole) + (half === null ? 0 : 0.5)
}

function readWhole(text: string): number {
  if (/^\d/.test(text) && !text.includes(' ')) return Number(text.replaceAll(',', ''))
  if (text.includes('couple')) return 2
  return text.split(/[- ]/).reduce((sum, word) => {
    if (word === 'hundred') return sum * 100
    if (word === 'thousand') return sum * 1000
    if (word === 'a' || word === 'an') return 1
    return sum + (/^\d/.test(word) ? Number(word) : small.indexOf(word) + 1 || tens.indexOf(word) * 10 + 20)
  }, 0)
}

/** Units of time, singular. */
export const unitPattern =
  '(?:second|minute|hour|day|week|weekend|month|quarter|year|decade|century|centurie)'

const codes: Readonly<Record<string, string>> = {
  second: 'S',
  minute: 'M',
  hour: 'H',
  day: 'D',
  week: 'W',
  weekend: 'WE',
  month: 'M',
  quarter: 'Q',
  year: 'Y',
  decade: 'DE',
  century: 'CE',
  centurie: 'CE',
}
const smaller: Readonly<Record<string, readonly [string, number]>> = {
  hour: ['M', 30],
  minute: ['S', 30],
  day: ['H', 12],
  year: ['M', 6],
}

/** The TIMEX3 value of so many of a unit; decades and centuries are given in years, a half in the next unit. */
export function periodValue(amount: number | null, unit: string): string {
  const name = unit.toLowerCase()
  const isClock = name === 'second' || name === 'minute' || name === 'hour'
  const prefix = isClock ? 'PT' : 'P'
  if (amount === null) return `${prefix}X${codes[name]}`
  if (name === 'decade') return `P${amount * 10}Y`
  if (name.startsWith('centur')) return `P${amount * 100}Y`
  const [code, part] = smaller[name] ?? ['', 0]
  if (Number.isInteger(amount) || amount % 1 !== 0.5 || code === '') return `${prefix}${amount}${codes[name]}`
  const rest = `${name === 'day' ? 'T' : ''}${part}${code}`
  return amount < 1 ? `${isClock ? 'PT' : 'P'}${rest}` : `${prefix}${Math.floor(amount)}${codes[name]}${rest}`
}
