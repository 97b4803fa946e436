import { describe, expect, it } from 'vitest'
import { scoredClaims } from '../src/claims/units.ts'
import { claim } from './claims-harbour.ts'

const ids = (claims: readonly { readonly id: string }[]) => claims.map(({ id }) => id)
const scored = (...claims: Parameters<typeof scoredClaims>[0]) => {
  const { units, optional } = scoredClaims(claims)
  return { units: ids(units), optional: ids(optional) }
}

describe('the claims that count', () => {
  it('are the core ones; optional and extra ones may be said', () => {
    expect(
      scored(claim('a'), claim('b', { tier: 'optional' }), claim('c', { tier: 'extra' }), claim('d')),
    ).toEqual({ units: ['a', 'd'], optional: ['b', 'c'] })
  })

  it('are the parts of a core composite, whatever their tier, and its own text may be said', () => {
    expect(
      scored(claim('ab', { parts: ['a', 'b'] }), claim('a'), claim('b', { tier: 'extra' }), claim('c')),
    ).toEqual({ units: ['a', 'b', 'c'], optional: ['ab'] })
  })

  it('are the parts of parts', () => {
    expect(
      scored(
        claim('abc', { parts: ['ab', 'c'] }),
        claim('ab', { parts: ['a', 'b'] }),
        claim('a'),
        claim('b'),
        claim('c'),
      ),
    ).toEqual({ units: ['a', 'b', 'c'], optional: ['abc', 'ab'] })
  })

  it('a composite that is optional asks for nothing', () => {
    expect(
      scored(
        claim('ab', { tier: 'optional', parts: ['a', 'b'] }),
        claim('a', { tier: 'optional' }),
        claim('b'),
      ),
    ).toEqual({ units: ['b'], optional: ['ab', 'a'] })
  })

  it('count once, though two composites share a part, one is missing, and one is in itself', () => {
    expect(
      scored(
        claim('ab', { parts: ['a', 'b', 'gone'] }),
        claim('bc', { parts: ['b', 'bc'] }),
        claim('a'),
        claim('b'),
      ),
    ).toEqual({ units: ['a', 'b'], optional: ['ab', 'bc'] })
  })
})
