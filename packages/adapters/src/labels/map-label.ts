import { type EntityType, entityTypes } from '@assay/schema'
import type { LabelMap } from './label-maps.ts'

/**
 * Our type for a label of theirs, without a `B-` or `I-` before it. Null: a value, to be left out with its
 * mention. A label that the map does not hold comes back as it is, to be counted as unmapped and named; one that
 * reads like a type of ours has the name of the map before it ("conll:EVENT"), so that it is not scored by accident.
 */
export function mapLabel(map: LabelMap, label: string): string | null {
  if (Object.hasOwn(map.types, label)) return map.types[label]!
  if (map.values.includes(label)) return null
  return isOurs(label) ? `${map.name}:${label}` : label
}

/** The types that a map can give, in our order: the `entityTypes` of a system that uses it. */
export function mappedTypes(map: LabelMap): EntityType[] {
  const given = new Set(Object.values(map.types))
  return entityTypes.filter((type) => given.has(type))
}

function isOurs(label: string): boolean {
  return (entityTypes as readonly string[]).includes(label)
}
