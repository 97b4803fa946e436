import type { Article } from '@assay/schema'

const publishedAt = '2026-03-05'

function article(id: string, text: string): Article {
  return { id, text, publishedAt, language: 'en' }
}

/** News as it usually is: names, dates and statements. */
export const plain: readonly Article[] = [
  article(
    'harbour',
    'OSLO, 4 March 2026 – Kari Moen, who leads the Norwegian Coastal Agency, said on Wednesday that the harbour of ' +
      'Bergen will close for three weeks in April. The closure costs 12 million kroner. Lindqvist Shipping, a ' +
      'company from Gothenburg, told reporters that it had not been asked. “We learned it from the radio,” said ' +
      'its director, Anders Lindqvist.\n\nThe agency expects that ferries will sail again on 1 May 2026.',
  ),
  article(
    'budget',
    'The city council of Graz approved a budget of 1.2 billion euros on Monday, the mayor, Elke Kahr, announced. ' +
      'The Green Party voted against it. Spending on schools rises by 8 percent from January 2027, according to ' +
      'the finance office. In 2024 the council had cut the same sum.\n\nOpposition leader Kurt Hohensinner called ' +
      'the plan reckless. A second vote is due next Thursday at the town hall.',
  ),
  article(
    'telescope',
    'Astronomers at the University of Leiden said last week that the Meridian telescope in Chile had found a comet. ' +
      'Its orbit takes 76 years. The European Southern Observatory will publish the data in June. Dr. Ana Reyes ' +
      'said that the comet could be seen from Santiago during the summer of 2027.',
  ),
]

/** Texts on which offsets go wrong and careless code breaks. */
export const odd: readonly Article[] = [
  article(
    'emoji',
    '😀🎉 Kari Moen met 👍🏽 Anders Berg in 🇳🇴 Oslo on 3 March 2026. 🎉 She said that 😀 Bergen is next.',
  ),
  article(
    'joined-emoji',
    '👩‍👩‍👧‍👦 Ida Ek of Ekhold said on Monday that 🏳️‍🌈 flags fly in Graz. ❤️‍🔥 Olav Berg left.',
  ),
  article(
    'combining-marks',
    'Re\u0301ne\u0301 Co\u0302te\u0301 said Zoe\u0308 Lund came from A\u030angstro\u0308m Labs on 4 May 2025.',
  ),
  article(
    'right-to-left',
    'שר החוץ דן לוי אמר ביום שני. \u202eAcme Corp.\u202c signed in القاهرة on 4 May 2025, said Dan Levi.',
  ),
  article(
    'line-ends',
    'OSLO\r\n\r\nThe Coastal Agency\r\nsaid on Friday\r\nthat Kari Moen left.\r\n\r\n\r\nBergen waits.\r\n',
  ),
  article(
    'control-characters',
    'NUL\u0000 and ESC \u001b[31mred\u001b[0m by Olav \u0007 Berg on\u000b 1 June\u000c in Oslo.',
  ),
  article(
    'odd-spaces',
    'Ada\u00a0Lind\t\u2003of\u200b Nord\ufeffbank      left\u2028Bergen on 1\u00a0June\u00a02025, said\u2029Oslo.',
  ),
  article(
    'object-keys',
    'constructor __proto__ toString hasOwnProperty Constructor __Proto__ valueOf said so.',
  ),
  article(
    'markup',
    '<b>Bo Ek</b> said "</script>" & `${x}` {{y}} %s \\u0041 on 1/2/2025 in <a href="#">Oslo</a>.',
  ),
  article('no-letters', '1234 -- ??? ... !!! (5,6) 78% \u2026'),
]

export const empty: Article = article('empty', '')
export const blank: Article = article('white-space', ' \t\r\n\u00a0\u2003 \n\n ')

/** So many characters, or a few more, of sentences that are not all the same. */
export function long(length: number): Article {
  const people = ['Kari Moen', 'Anders Berg', 'Elke Novak', 'Ana Reyes', 'Olav Lund', 'Ida Ek', 'Tomas Varga']
  const places = [
    'Oslo',
    'Graz',
    'Leiden',
    'Bergen',
    'Porto',
    'Tartu',
    'Gdansk',
    'Malmo',
    'Turku',
    'Ghent',
    'Brno',
  ]
  const offices = [
    'the Coastal Agency',
    'Lindqvist Shipping',
    'the Green Party',
    'the University of Leiden',
    'Ekhold',
  ]
  const at = (list: readonly string[], i: number) => list[i % list.length]!
  const sentence = (i: number): string =>
    `${at(people, i)} of ${at(offices, i)} said on ${1 + (i % 28)} March ${1990 + (i % 37)} that ${i + 2} boats ` +
    `had left ${at(places, i)} for ${at(places, i + 3)}.${i % 5 === 4 ? '\n\n' : ' '}`
  let text = ''
  for (let i = 0; text.length < length; i++) text += sentence(i)
  return article(`${length}-characters`, text)
}
