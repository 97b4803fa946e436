const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

/** Month names and their usual short forms, lower case and without a full stop, to 1 (January) to 12. */
export const monthOf: ReadonlyMap<string, number> = new Map([
  ...months.map((name, index) => [name, index + 1] as const),
  ...months.map((name, index) => [name.slice(0, 3), index + 1] as const),
  ['sept', 9],
])

/** Names of weekdays and their usual short forms, lower case and without a full stop, to 1 (Monday) to 7. */
export const weekdayOf: ReadonlyMap<string, number> = new Map([
  ...weekdays.map((name, index) => [name, index + 1] as const),
  ...weekdays.map((name, index) => [name.slice(0, 3), index + 1] as const),
  ['tues', 2],
  ['thur', 4],
  ['thurs', 4],
])
