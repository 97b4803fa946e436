import type { EntityType } from '@assay/schema'

/** What the labels of one tag set are called here. */
export interface LabelMap {
  /** Stands before a label of theirs that reads like one of ours and means nothing in this map. */
  readonly name: string
  /** Their label, as it is written there, to our type. */
  readonly types: Readonly<Record<string, EntityType>>
  /** Labels of values (dates, amounts): another layer, no entity. */
  readonly values: readonly string[]
}

// The tables are made the other way round, ours to theirs, and several of ours fall together there. Where that
// happens, the inverse is the reading that news has most often; the others are named beside it. A label without
// a main reading is left out.
const maps = {
  /** Our own types: for a model that was trained on them. */
  assay: {
    types: {
      PERSON: 'PERSON',
      ORG: 'ORG',
      GPE: 'GPE',
      LOC: 'LOC',
      FAC: 'FAC',
      NORP: 'NORP',
      EVENT: 'EVENT',
      LAW: 'LAW',
      PRODUCT: 'PRODUCT',
      WORK: 'WORK',
    },
    values: [],
  },
  /** CoNLL-2003, and what takes its four tags from there (WikiNER). */
  conll: {
    types: {
      PER: 'PERSON',
      ORG: 'ORG',
      // Also LOC and FAC: countries and cities outnumber rivers and airports.
      LOC: 'GPE',
      // Also EVENT, LAW, PRODUCT and WORK: nationalities outnumber each of them.
      MISC: 'NORP',
    },
    values: [],
  },
  /** OntoNotes 5, spaCy's English models. LANGUAGE is none of our types. */
  ontonotes: {
    types: {
      PERSON: 'PERSON',
      ORG: 'ORG',
      GPE: 'GPE',
      LOC: 'LOC',
      FAC: 'FAC',
      NORP: 'NORP',
      EVENT: 'EVENT',
      LAW: 'LAW',
      PRODUCT: 'PRODUCT',
      WORK_OF_ART: 'WORK',
    },
    values: ['DATE', 'TIME', 'PERCENT', 'MONEY', 'QUANTITY', 'ORDINAL', 'CARDINAL'],
  },
  /** ACE 2005, types without subtypes. Nationalities are GPE or PER there, and stay what they are said to be. */
  ace: {
    types: {
      PER: 'PERSON',
      ORG: 'ORG',
      GPE: 'GPE',
      LOC: 'LOC',
      FAC: 'FAC',
      WEA: 'PRODUCT',
      VEH: 'PRODUCT',
    },
    values: [],
  },
  /** WNUT-17. */
  wnut17: {
    types: {
      person: 'PERSON',
      corporation: 'ORG',
      // Also NORP: teams, bands and parties outnumber peoples.
      group: 'ORG',
      // Also LOC and FAC.
      location: 'GPE',
      product: 'PRODUCT',
      'creative-work': 'WORK',
    },
    values: [],
  },
  /** Few-NERD, the eight coarse types. `other` (awards, diseases, languages, laws ...) has no main reading. */
  'few-nerd': {
    types: {
      person: 'PERSON',
      organization: 'ORG',
      // Also LOC.
      location: 'GPE',
      building: 'FAC',
      event: 'EVENT',
      product: 'PRODUCT',
      art: 'WORK',
    },
    values: [],
  },
} as const satisfies Record<string, Omit<LabelMap, 'name'>>

export type LabelMapName = keyof typeof maps
export const labelMapNames = Object.keys(maps) as readonly LabelMapName[]

/** A shipped map by its name. */
export function labelMap(name: LabelMapName): LabelMap {
  return { name, ...maps[name] }
}
