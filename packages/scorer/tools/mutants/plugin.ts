import type { Plugin } from 'vitest/config'
import type { Site } from './sites.ts'

/** Puts one mutant into the source as the tests load it; nothing is written to disk. */
export function mutate(scorer: string, { file, start, end, mutated }: Site): Plugin {
  return transforming((id, code) =>
    id === `${scorer}${file}` ? `${code.slice(0, start)}(${mutated})${code.slice(end)}` : null,
  )
}

/** Wraps the sites so that they note when they are evaluated: which test files can see a mutant at all. */
export function survey(scorer: string, sites: readonly Site[]): Plugin {
  return transforming((id, code) => {
    const insertions = sites.flatMap(({ file, start, end, original }, index) => {
      if (id !== `${scorer}${file}`) return []
      // Otherwise every mutant would be nonsense, and killed.
      if (code.slice(start, end) !== original)
        throw new Error(`${file} is not what the sites were drawn from`)
      return [
        { at: start, length: end - start, text: `(__reached(${index}), ` },
        { at: end, length: 0, text: ')' },
      ]
    })
    if (insertions.length === 0) return null
    // At one place an inner site closes before an outer one opens, and the outer opens before the inner.
    insertions.sort(
      (a, b) => a.at - b.at || Number(a.length > 0) - Number(b.length > 0) || b.length - a.length,
    )
    let done = 0
    let result = ''
    for (const { at, text } of insertions) {
      result += code.slice(done, at) + text
      done = at
    }
    return result + code.slice(done)
  })
}

function transforming(transform: (id: string, code: string) => string | null): Plugin {
  return {
    name: 'mutants',
    enforce: 'pre',
    transform: (code, id) => transform(id.split('?')[0] ?? id, code),
  }
}
