import { stem } from '@assay/text'

/**
 * What a lower-case word stands for when claims are compared: its Porter stem, after forms that no stem joins
 * ("fell" is "fall") and words that news reports use for one another ("declined" is "fall" too).
 */
export function conceptOf(word: string): string {
  const base = baseOf(word)
  return synonyms.get(base) ?? base
}

function baseOf(word: string): string {
  const own = stem(word)
  return irregularForms.get(own) ?? own
}

/** Forms of one word that are spelled too differently for a stem. */
const irregularForms = firstOfLine(
  `become became
   begin began begun
   break broke broken
   bring brought
   build built
   buy bought
   catch caught
   child children
   choose chose chosen choice
   come came
   decide decision
   die death dead
   draw drew drawn
   drive drove driven
   fall fell fallen
   feel felt
   fight fought
   find found
   flee fled
   fly flew flown
   foot feet
   get got gotten
   give gave given
   go went gone
   grow grew grown growth
   hear heard
   hold held
   keep kept
   know knew known
   lead led
   leave left
   lose lost loss
   make made
   man men
   meet met
   pay paid
   recognize recognise recognition
   rise rose risen
   run ran
   say said
   see saw seen
   seek sought
   sell sold sale
   send sent
   shoot shot
   shrink shrank shrunk
   sink sank sunk
   speak spoke spoken
   spend spent
   stand stood
   steal stole stolen
   strike struck
   sweep swept
   take took taken
   tell told
   think thought
   win won
   withdraw withdrew withdrawn withdrawal
   woman women
   write wrote written`,
  stem,
)

/** Our own list. Short, and without words of several meanings: a line also joins what now and then differs. */
const synonyms = firstOfLine(
  `agreement accord pact treaty
   aid help assist
   aircraft airplane plane
   allow let permit
   approve endorse
   arrest detain
   attack assault
   ban forbid outlaw prohibit
   beat defeat
   begin commence start
   blast explosion explode
   blaze fire
   build construct
   buy acquire purchase
   car vehicle
   child kid
   company business firm
   country nation
   demonstrate show
   doctor physician
   earthquake quake
   employ employee staff workforce
   end conclude finish
   expect forecast predict
   fall decline decrease drop
   fast quick rapid
   give grant
   halt cease stop
   injure hurt wound
   jail prison
   law legislation
   negotiate talk
   plan intend
   publish release
   reduce cut lower
   repair fix mend
   require need
   researcher scientist
   resign quit
   rise climb gain grow increase jump
   road street
   share stock
   ship vessel
   sue lawsuit
   think believe
   want wish
   warn caution`,
  baseOf,
)

/** From the key of every word of a line to the key of its first word. */
function firstOfLine(lines: string, keyOf: (word: string) => string): ReadonlyMap<string, string> {
  return new Map(
    lines.split('\n').flatMap((line) => {
      const [first = '', ...others] = line
        .trim()
        .split(' ')
        .map((word) => keyOf(word))
      return others.map((word) => [word, first] as const)
    }),
  )
}
