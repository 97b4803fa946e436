import { AssayError } from '@assay/schema'

/** The schemes of tag sequences: how the tokens of a span are marked, after Ratnaparkhi, Tjong Kim Sang and Veenstra. */
export const tagSchemes = ['IOB1', 'IOB2', 'IOE1', 'IOE2', 'IOBES', 'BILOU'] as const

export type TagScheme = (typeof tagSchemes)[number]

/** Every prefix of the six schemes. Their places are their codes; O is 0. */
export const prefixes = 'OIBESUL'

/**
 * Where a span opens, goes on and closes between two tokens. A rule is the prefixes of the earlier and the later
 * token, `*` for any, then `=` for the same type, `!` for another type, nothing for either. A span closes before
 * the later token.
 */
export interface TagRules {
  /** The prefixes that the scheme has. */
  readonly prefixes: string
  readonly opens: string
  /** Empty: a span needs no rule to go on, only one to close. */
  readonly continues: string
  readonly closes: string
}

/**
 * seqeval's strict reading. A span that no rule lets close is lost: `B I O` in IOBES, `I E O` in IOE1, which the
 * reference calls unfinished.
 */
export const schemeRules: Readonly<Record<TagScheme, TagRules>> = {
  IOB1: {
    prefixes: 'IOB',
    opens: 'OI BI II! IB= BB=',
    continues: 'BI= II=',
    closes: 'IO IB BO BI! II! BB=',
  },
  IOB2: { prefixes: 'IOB', opens: '*B', continues: 'BI= II=', closes: 'IO IB BO BB BI! II!' },
  IOE1: {
    prefixes: 'IOE',
    opens: 'OI EI II! EE=',
    continues: 'II= IE=',
    closes: 'IO II! IE! EI= EE=',
  },
  IOE2: { prefixes: 'IOE', opens: 'OI OE EI EE II! IE!', continues: 'II= IE=', closes: 'E*' },
  IOBES: { prefixes: 'IOBES', opens: '*B *S', continues: 'BI= BE= II= IE=', closes: 'E* S*' },
  BILOU: { prefixes: 'IOBLU', opens: '*B *U', continues: 'BI= BL= II= IL=', closes: 'L* U*' },
}

/**
 * conlleval's reading as seqeval has it: B and S open, so does I or E after O, E or S, and any change of type. It
 * has no rule for U and L, so a score of BILOU tags says nothing in this reading.
 */
export const conllRules: TagRules = {
  prefixes,
  opens: '*B *S OI OE EI EE SI SE *I! *E! *U! *L!',
  continues: '',
  closes: 'E* S* BB BS BO IB IS IO B*! I*! U*! L*!',
}

/**
 * The scheme that a set of prefixes names, as seqeval detects it: only IOB2, IOE2, IOBES and BILOU, read off
 * the set of prefixes alone. IOB1 with a B in it is taken for IOB2, IOE1 for IOE2.
 * @throws AssayError `file-invalid` where the set fits none of them: only O, I without B or E.
 */
export function schemeOfPrefixes(found: ReadonlySet<string>): TagScheme {
  const count = (letters: string) => letters.split('').filter((letter) => found.has(letter)).length
  const scheme = detectable.find(
    ({ needs, may }) => count(needs) === needs.length && count(needs + may) === found.size,
  )?.scheme
  if (scheme !== undefined) return scheme
  throw new AssayError(
    'file-invalid',
    `no scheme has the prefixes {${[...found].sort().join(', ')}} and only these`,
    {
      hint: `Name the scheme: ${tagSchemes.join(', ')}.`,
    },
  )
}

/** A set is of a scheme if it has all that it needs, and beyond it only what it may have. */
const detectable: readonly { readonly scheme: TagScheme; readonly needs: string; readonly may: string }[] = [
  { scheme: 'IOB2', needs: 'B', may: 'IO' },
  { scheme: 'IOE2', needs: 'E', may: 'IO' },
  { scheme: 'IOBES', needs: 'BE', may: 'IOS' },
  { scheme: 'IOBES', needs: 'S', may: '' },
  { scheme: 'BILOU', needs: 'BL', may: 'IOU' },
  { scheme: 'BILOU', needs: 'U', may: '' },
]
