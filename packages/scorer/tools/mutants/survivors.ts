import { readFileSync } from 'node:fs'
import type { Site } from './sites.ts'

/** Why a mutant that no test kills is none to worry about: the same results by another way, or a matter of speed. */
interface Reason {
  readonly file: string
  readonly original: string
  readonly mutated: string
  readonly reason: string
}

const reasons: readonly Reason[] = JSON.parse(
  readFileSync(new URL('../../mutants/survivors.json', import.meta.url), 'utf8'),
)

export function reasonFor({ file, original, mutated }: Site): string | undefined {
  return reasons.find(
    (known) => known.file === file && known.original === original && known.mutated === mutated,
  )?.reason
}
