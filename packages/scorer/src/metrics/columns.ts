import type { MetricColumn } from '@assay/schema'

/** A column between 0 (hopeless) and 1 (perfect). */
export function shareColumn(key: string, label: string, meaning: string): MetricColumn {
  return { key, label, meaning: `${meaning} Perfect 1, hopeless 0.`, range: [0, 1], better: 'higher' }
}

/** Precision, recall and F1 of a scheme that gives credit for `what` to `items`. */
export function schemeColumns(scheme: string, items: string, what: string): MetricColumn[] {
  return [
    shareColumn(`${scheme}.precision`, `${scheme} P`, `Share of predictions that earn credit for ${what}.`),
    shareColumn(`${scheme}.recall`, `${scheme} R`, `Share of gold ${items} that earn credit for ${what}.`),
    shareColumn(`${scheme}.f1`, `${scheme} F1`, `Harmonic mean of precision and recall for ${what}.`),
  ]
}

export const neutralColumn: MetricColumn = {
  key: 'neutral',
  label: 'neutral',
  meaning: 'Number of predictions set aside because gold neither asks for them nor calls them wrong.',
  range: [0, null],
  better: 'neither',
}
