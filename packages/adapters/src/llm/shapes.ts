import { certainties, entityTypes, polarities, timexTypes, wellFormed } from '@assay/schema'
import * as z from 'zod'
import type { Shape } from './structured.ts'

/** A name or date as the text has it, with a few words around it to tell its places apart. */
export interface Quoted {
  readonly surface: string
  readonly context?: string | undefined
}

const context = wellFormed.nullish().transform((context) => context?.trim() || undefined)
const quotedAsRead = { surface: wellFormed, context }
const quotedAsTold = { surface: z.string(), context: z.string() }

export const mentions: Shape<{ mentions: (Quoted & { type: string })[] }> = {
  name: 'mentions',
  told: z.object({ mentions: z.array(z.object({ ...quotedAsTold, type: z.enum(entityTypes) })) }),
  // A type that is none of ours is the model's fault, and counted as such; no reason to lose the others.
  read: z.object({ mentions: z.array(z.object({ ...quotedAsRead, type: wellFormed.min(1) })) }),
}

const timexType = z.enum(timexTypes)

export const timexes: Shape<{
  timexes: (Quoted & { type: z.infer<typeof timexType>; value: string | null })[]
}> = {
  name: 'timexes',
  told: z.object({
    timexes: z.array(z.object({ ...quotedAsTold, type: timexType, value: z.string().nullable() })),
  }),
  read: z.object({
    timexes: z.array(
      z.object({
        ...quotedAsRead,
        type: timexType,
        value: wellFormed.nullish().transform((value) => value?.trim() || null),
      }),
    ),
  }),
}

const claim = { polarity: z.enum(polarities), certainty: z.enum(certainties) }

export const claims: Shape<{
  claims: {
    text: string
    holder?: string | undefined
    polarity: '+' | '-'
    certainty: 'CT' | 'PR' | 'PS' | 'U'
  }[]
}> = {
  name: 'claims',
  told: z.object({
    claims: z.array(z.object({ text: z.string(), holder: z.string().nullable(), ...claim })),
  }),
  read: z.object({
    claims: z.array(
      z.object({
        text: wellFormed,
        holder: wellFormed.nullish().transform((holder) => holder?.trim() || undefined),
        ...claim,
      }),
    ),
  }),
}

export const summary: Shape<{ summary: string }> = {
  name: 'summary',
  told: z.object({ summary: z.string() }),
  read: z.object({ summary: wellFormed }),
}

const verdictType = z.object({ verdict: z.enum(['yes', 'partly', 'no']) })

export const verdict: Shape<z.infer<typeof verdictType>> = {
  name: 'verdict',
  told: verdictType,
  read: verdictType,
}
