import type { System, Task } from '@assay/schema'
import { capitals } from './extractors/capitals.ts'
import { chrono } from './extractors/chrono.ts'
import { chronoTimex } from './extractors/chrono-timex.ts'
import { claimSentences } from './extractors/claim-sentences.ts'
import { claimsWink } from './extractors/claims-wink.ts'
import { compromise } from './extractors/compromise.ts'
import { wink } from './extractors/wink.ts'
import { lead } from './summarizers/lead.ts'
import { lexrank } from './summarizers/lexrank.ts'
import { randomSentences } from './summarizers/random-sentences.ts'
import { sumbasic } from './summarizers/sumbasic.ts'
import { textrank } from './summarizers/textrank.ts'
import { house } from './transformers/house.ts'
import { missingLibrary } from './transformers/library.ts'

export interface CatalogueEntry {
  /** The name of its row when no config gives another; the id of the adapter, unless that has settings. */
  readonly id: string
  /** What it does, in one line. */
  readonly meaning: string
  readonly tasks: readonly Task[]
  readonly create: () => System
  /** The command that installs an optional library it needs; null: the library is there. Absent: it needs none. */
  readonly install?: () => string | null
}

/** Every system that needs no more than its name, in the order in which they are listed. */
export const catalogue: readonly CatalogueEntry[] = [
  { id: 'wink', meaning: 'wink-nlp: names by shape, dates', tasks: ['entities', 'dates'], create: wink },
  {
    id: 'compromise',
    meaning: 'compromise: people, organisations, places',
    tasks: ['entities'],
    create: compromise,
  },
  { id: 'chrono', meaning: 'chrono-node: dates and times', tasks: ['dates'], create: chrono },
  {
    id: 'chrono-timex',
    meaning: 'chrono-node, and rules for all of TIMEX3',
    tasks: ['dates'],
    create: chronoTimex,
  },
  {
    id: 'house',
    meaning: 'a small transformer made for assay, on transformers.js',
    tasks: ['entities'],
    create: house,
    install: missingLibrary,
  },
  { id: 'capitals', meaning: 'runs of capitalised words (floor)', tasks: ['entities'], create: capitals },
  {
    id: 'claims-wink',
    meaning: 'clauses with names, dates and holders',
    tasks: ['claims'],
    create: claimsWink,
  },
  {
    id: 'claim-sentences',
    meaning: 'each sentence a claim (floor)',
    tasks: ['claims'],
    create: () => claimSentences(),
  },
  { id: 'lead', meaning: 'the first sentences', tasks: ['summaries'], create: lead },
  { id: 'textrank', meaning: 'the most central sentences', tasks: ['summaries'], create: textrank },
  {
    id: 'lexrank',
    meaning: 'the sentences most others are like',
    tasks: ['summaries'],
    create: lexrank,
  },
  {
    id: 'sumbasic',
    meaning: 'sentences of frequent words, each said once',
    tasks: ['summaries'],
    create: sumbasic,
  },
  {
    id: 'random-sentences',
    meaning: 'sentences drawn by lot (floor)',
    tasks: ['summaries'],
    create: randomSentences,
  },
]

/** The catalogue as `systems` of a config takes it: name to factory. */
export function builtInSystems(): Record<string, () => System> {
  return Object.fromEntries(catalogue.map(({ id, create }) => [id, create]))
}
