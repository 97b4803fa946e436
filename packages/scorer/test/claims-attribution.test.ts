import { describe, expect, it } from 'vitest'
import { stripAttribution } from '../src/claims/attribution.ts'

const sayingVerbs =
  'say said says state stated states announced announces add added adds claim claimed claims report reported reports argue argued argues warn warned warns explained explains note noted notes confirm confirmed confirms insist insisted insists find found finds conclude concluded concludes admitted admits acknowledged acknowledges declared declares estimate estimated estimates predict predicted predicts stressed stresses testified testifies alleged alleges wrote writes'.split(
    ' ',
  )
const believingVerbs =
  'believe believed believes think thought thinks suspect suspected suspects expect expected expects'.split(
    ' ',
  )

describe('stripAttribution', () => {
  it.each([
    ['According to Norvik Shipping, the harbour closed.', 'Norvik Shipping', 'the harbour closed.'],
    ['The harbour closed, according to Norvik Shipping.', 'Norvik Shipping', 'The harbour closed'],
    ['The harbour closed according to the mayor', 'the mayor', 'The harbour closed'],
    ['Norvik Shipping said that the harbour closed.', 'Norvik Shipping', 'the harbour closed.'],
    ['Norvik Shipping said the harbour closed.', 'Norvik Shipping', 'the harbour closed.'],
    ['The mayor says the harbour closed.', 'The mayor', 'the harbour closed.'],
    ['Sailors say the harbour closed.', 'Sailors', 'the harbour closed.'],
    ['The mayor has said that the harbour closed.', 'The mayor', 'the harbour closed.'],
    ['The mayor also said that the harbour closed.', 'The mayor', 'the harbour closed.'],
    ['Anna Lind, the mayor, said that the harbour closed.', 'Anna Lind, the mayor', 'the harbour closed.'],
    ['The mayor told reporters that the harbour closed.', 'The mayor', 'the harbour closed.'],
    ['The mayor had told the council that the harbour closed.', 'The mayor', 'the harbour closed.'],
    ['The mayor said on Tuesday that the harbour closed.', 'The mayor', 'the harbour closed.'],
    ['The mayor said in a statement that the harbour closed.', 'The mayor', 'the harbour closed.'],
    ['The mayor said yesterday that the harbour closed.', 'The mayor', 'the harbour closed.'],
    [
      'The mayor said on Tuesday that the ship that sank was old.',
      'The mayor',
      'the ship that sank was old.',
    ],
    ['The mayor told the crew that the ship that sank was old.', 'The mayor', 'the ship that sank was old.'],
    ['The harbour closed, said the mayor', 'the mayor', 'The harbour closed'],
    ['X said that the harbour closed.', 'X', 'the harbour closed.'],
    ['X told Y that the harbour closed.', 'X', 'the harbour closed.'],
    ['According to X, the harbour closed.', 'X', 'the harbour closed.'],
    ['The harbour closed according to X.', 'X', 'The harbour closed'],
    ['The harbour closed, X told Y.', 'X', 'The harbour closed'],
    ['The harbour closed, said X.', 'X', 'The harbour closed'],
    ['X, a sailor, said the harbour closed.', 'X, a sailor', 'the harbour closed.'],
    ['X, Y, said the harbour closed.', 'X, Y', 'the harbour closed.'],
    ['The mayor said the ship that sank was old.', 'The mayor', 'the ship that sank was old.'],
    ['The harbour closed, the mayor said.', 'the mayor', 'The harbour closed'],
    ['The harbour closed, said the mayor.', 'the mayor', 'The harbour closed'],
    ['The harbour closed, the mayor told reporters.', 'the mayor', 'The harbour closed'],
    ['“The harbour closed,” the mayor said.', 'the mayor', '“The harbour closed'],
  ])('%s', (text, holder, rest) => {
    expect(stripAttribution(text)).toEqual({ text: rest, holder, isBelief: false })
  })

  it.each(sayingVerbs)('knows "%s that"', (verb) => {
    const stripped = stripAttribution(`The mayor ${verb} that the harbour closed`)
    expect(stripped).toEqual({ text: 'the harbour closed', holder: 'The mayor', isBelief: false })
  })

  it.each(believingVerbs)('knows that who "%s" does not say', (verb) => {
    const stripped = stripAttribution(`The mayor ${verb} that the harbour closed`)
    expect(stripped).toEqual({ text: 'the harbour closed', holder: 'The mayor', isBelief: true })
    expect(stripAttribution(`The harbour closed, the mayor ${verb}`).isBelief).toBe(true)
  })

  it.each([
    ['a plain statement', 'The harbour closed.'],
    ['a verb of saying with an object', 'Norvik Shipping reported losses of 5 million dollars.'],
    ['a verb of saying without "that" that is neither said nor says', 'The mayor warned the crews.'],
    ['nobody says it', 'The mayor never said that the harbour closed.'],
    ['nobody says it, contracted', "The mayor hasn't said that the harbour closed."],
    ['nobody says it, in front', 'No sailor said that the harbour closed.'],
    ['a passive', 'It was said that the harbour closed.'],
    ['what is found', 'The mayor found the harbour closed.'],
    ['what is expected of somebody', 'The mayor expects the harbour to close.'],
    [
      'a subject too long to be a holder',
      'The old man who had lived by the sea all his life said the harbour closed.',
    ],
    ['a denial', 'The mayor denied that the harbour closed.'],
    ['a clause in front', 'When it rained, the mayor left and said nothing: the harbour closed.'],
  ])('leaves alone %s', (_, text) => {
    expect(stripAttribution(text)).toEqual({ text, holder: null, isBelief: false })
  })

  it.each(['am', 'is', 'are', 'was', 'were', 'be', 'been', 'being'])(
    '"%s said that" is a passive',
    (form) => {
      expect(stripAttribution(`It ${form} said that the harbour closed.`).holder).toBeNull()
    },
  )

  it('takes off one attribution after another; the innermost holder counts', () => {
    expect(stripAttribution('According to the agency, the mayor said that the harbour closed.')).toEqual({
      text: 'the harbour closed.',
      holder: 'the mayor',
      isBelief: false,
    })
    expect(
      stripAttribution('The agency reported that the mayor believes that the harbour closed.').isBelief,
    ).toBe(true)
    expect(
      stripAttribution('The mayor believes that the agency said that the harbour closed.').isBelief,
    ).toBe(false)
  })

  it('takes off eight at most', () => {
    const nested = (depth: number) => `${'they said that '.repeat(depth)}the harbour closed.`
    expect(stripAttribution(nested(8)).text).toBe('the harbour closed.')
    expect(stripAttribution(nested(9)).text).toBe('they said that the harbour closed.')
  })

  it('drops white space at the ends', () => {
    expect(stripAttribution('  The harbour closed. ').text).toBe('The harbour closed.')
  })
})
