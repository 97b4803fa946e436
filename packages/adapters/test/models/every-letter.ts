/** A vocabulary that spells every word of printable ASCII, letter by letter. */
export function everyLetter(): string[] {
  const letters = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i))
  return [
    ...letters,
    ...letters.filter((letter) => /[A-Za-z0-9]/.test(letter)).map((letter) => `##${letter}`),
  ]
}
