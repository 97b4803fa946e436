import { describe, expect, it } from 'vitest'
import { runSystem } from '../src/index.ts'
import { failed, rawOptionsFor, recordedOf, runWithEvents, temporaryFolder } from './kit.ts'

describe('an answer that is no output costs its article', () => {
  /** Each behaviour with what its message must match. */
  async function expectInvalid(cases: Record<string, RegExp>): Promise<void> {
    const expected = Object.entries(cases).map(([behaviour, message]) =>
      failed('output-invalid', expect.stringMatching(message), behaviour),
    )
    expect(await recordedOf(...Object.keys(cases))).toEqual(expected)
  }

  it('E9: another shape, with its place', async () => {
    await expectInvalid({
      nothing: /expected object, received null/,
      text: /expected object, received string/,
      missingLayer: /^mentions: the system declares entities but returned none/,
      extraKey: /Unrecognized key: "confidence"/,
      wrongType: /^mentions\[0\]\.type: .*expected string/,
      code: /^the output holds something that is not data: .*could not be cloned/,
      cyclic: /^mentions\[0\]/,
    })
  })

  it('E10: a number that is none is refused, never turned into something else', async () => {
    await expectInvalid({
      nanScore: /^mentions\[0\]\.score: .*received NaN/,
      infiniteScore: /^mentions\[0\]\.score: .*received Infinity/,
      textScore: /^mentions\[0\]\.score: .*received string/,
      nanOffset: /^mentions\[0\]\.span\.start: .*received NaN/,
      nanValue: /^timexes\[0\]\.value: .*received NaN/,
    })
  })

  it('E11: offsets that cut nothing out of the text', async () => {
    await expectInvalid({
      negativeOffset: /^mentions\[0\]\.span\.start: /,
      reversedOffsets: /^mentions\[0\]\.span: a span needs start < end/,
      fractionalOffset: /^mentions\[0\]\.span\.start: .*expected int/,
      beyondTheEnd: /^mentions\[0\]\.span: \[0, 18\) ends outside the text/,
      insidePair: /^mentions\[0\]\.span: \[1, 4\) cuts the surrogate pair at 0 in two/,
    })
  })

  it('E12: offsets in another unit do not fit the surface', async () => {
    await expectInvalid({
      codepointOffsets: /^mentions\[0\]\.span: the text at \[7, 10\) reads " Ad", not "Ada"$/,
    })
  })
})

describe('a host that breaks the protocol', () => {
  const empty = (article: string) => ({ article, repeat: 0, status: 'ok', output: { mentions: [] } })
  const run = async (behaviour: string) => runWithEvents(rawOptionsFor(behaviour, temporaryFolder()))

  it.each([
    ['wrongArticle', 'broke the protocol: it answered for "a stranger", repeat 0'],
    ['ahead', 'broke the protocol: it answered for "c", repeat 0'],
    ['wrongRepeat', 'broke the protocol: it answered for "b", repeat 1'],
    ['nonsense', 'broke the protocol: Invalid input: expected object, received string'],
    ['readyAgain', 'broke the protocol: it said ready'],
  ])('E13: %s costs the article and leaves its neighbours alone', async (behaviour, message) => {
    const { result } = await run(behaviour)
    expect(result.predictions).toEqual([empty('a'), failed('output-invalid', message), empty('c')])
    expect(result.environment.restarts).toBe(1)
  })

  it('E13: a second answer is ignored and noted', async () => {
    const { result, log } = await run('answersTwice')
    expect(result.predictions).toEqual([empty('a'), empty('b'), empty('c')])
    expect(result.environment.restarts).toBe(0)
    expect(log).toContain('assay: a second answer for "a", repeat 0 was ignored')
  })

  it('an answer counts that was given just before the process ended', async () => {
    const { result } = await run('answersThenExits')
    // What became of `b` hangs on whether it was asked before the end of the process was seen.
    expect([result.predictions[0], result.predictions[2]]).toEqual([empty('a'), empty('c')])
  })

  it.each([
    ['otherVersion', 'speaks version 999 of the protocol, this runner version 1'],
    ['answersFirst', 'breaks the protocol: it said answer before it was ready'],
    ['badReady', 'breaks the protocol: system.tasks: '],
  ])('E22: %s never starts', async (behaviour, message) => {
    await expect(runSystem(rawOptionsFor(behaviour, temporaryFolder()))).rejects.toMatchObject({
      code: 'system-failed',
      message: expect.stringContaining(`system "raw" ${message}`),
    })
  })
})
