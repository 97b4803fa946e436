import { reporters } from '@assay/report'
import { type AssayConfig, AssayError, type Metric, type Reporter } from '@assay/schema'
import { metrics } from '@assay/scorer'

/**
 * The built-in metrics and those of the config.
 *
 * @throws AssayError `config-invalid` if two have one id.
 */
export function metricsOf(config: AssayConfig): readonly Metric[] {
  const all = [...metrics, ...(config.metrics ?? [])]
  refuseTwice(
    'metrics',
    'id',
    all.map(({ id }) => id),
  )
  return all
}

/** The built-in reporters and those of the config; each has its own file. */
export function reportersOf(config: AssayConfig): readonly Reporter[] {
  const all = [...reporters, ...(config.reporters ?? [])]
  refuseTwice(
    'reporters',
    'file',
    all.map(({ file }) => file),
  )
  return all
}

function refuseTwice(kind: string, key: string, values: readonly string[]): void {
  const twice = values.find((value, i) => values.indexOf(value) !== i)
  if (twice === undefined) return
  throw new AssayError('config-invalid', `two ${kind} have the ${key} ${JSON.stringify(twice)}`, {
    hint: `Give yours another ${key}; \`assay list ${kind}\` shows those that are taken.`,
  })
}
