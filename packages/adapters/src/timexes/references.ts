import { defineRule, type TimexRule } from './rule.ts'

/** Times that are told from now and have no date. "Former" and "modern" are none by the annotation rules. */
export const references: readonly TimexRule[] = [
  defineRule(
    '(?:right )?now|currently|nowadays|presently|at present|at the moment|these days|this (?:\\p{L}+ )?moment',
    () => ({ type: 'DATE', value: 'PRESENT_REF' }),
  ),
  // "the past week" and "past the house" are something else.
  defineRule('recently|lately|the (?:recent |distant )?past(?! \\p{L}| \\d)', () => ({
    type: 'DATE',
    value: 'PAST_REF',
  })),
  defineRule(
    '(?:(?:several|a few|many|some) )?(?:long|days|weeks|months|years|decades|centuries) ago',
    () => ({ type: 'DATE', value: 'PAST_REF' }),
  ),
  // "soon after" hangs on what it follows.
  defineRule(
    'the (?:near |foreseeable |distant |immediate )?future|the near term|soon(?! after)|someday',
    () => ({ type: 'DATE', value: 'FUTURE_REF' }),
  ),
]
