/**
 * Whether the word that opens a sentence is a participle: "Backed by", "Joining Anna Lind", but not "Fleming said".
 * Told by its ending and by the word behind it: a name, or one of the words that follow a participle and no subject.
 * Names with such an ending that often stand before another name are listed. Set by us for English.
 */
export function isOpeningParticiple(word: string, next: string | undefined): boolean {
  if (next === undefined || !/^\p{Lu}\p{Ll}{2,}(?:ing|ed)$/u.test(word) || names.has(word)) return false
  return /^\p{Lu}/u.test(next) || followers.has(next)
}

const followers = new Set(
  'a about across after against alongside among an around as at before between by during for from her him his in into it its me more near off on only out over that the their them this through to under up us with within your'.split(
    ' ',
  ),
)

const names = new Set(
  'Ahmed Alfred Allied Beijing Boeing Federated Hamed Harding Irving Jared Keating Khaled Manning Mohamed Mohammed Muhammed Nanjing Rasheed Sayed Saeed Sterling United Wilfred Winifred'.split(
    ' ',
  ),
)
