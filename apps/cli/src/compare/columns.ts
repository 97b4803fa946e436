import { AssayError, type Metric, type Task } from '@assay/schema'
import { suggestion } from '../suggestion.ts'

export interface AskedColumn {
  readonly metric: Metric
  readonly column: string
}

/**
 * The columns to compare: the headline of each task, or those asked for as `<metric>` or `<metric>.<column>`.
 *
 * @throws AssayError `usage` if there is no such metric or column, or its task is none of `tasks`
 */
export function chooseColumns(
  metrics: readonly Metric[],
  tasks: readonly Task[],
  asked: readonly string[] | undefined,
): AskedColumn[] {
  if (asked !== undefined) return asked.map((name) => askedColumn(metrics, tasks, name))
  return tasks.flatMap((task) => {
    const metric = metrics.find((metric) => metric.task === task && metric.headline !== undefined)
    return metric?.headline === undefined ? [] : [{ metric, column: metric.headline }]
  })
}

function askedColumn(metrics: readonly Metric[], tasks: readonly Task[], name: string): AskedColumn {
  const metric = metrics.find(({ id }) => name === id || name.startsWith(`${id}.`))
  if (metric === undefined) {
    const ids = metrics.map(({ id }) => id)
    throw new AssayError('usage', `there is no metric ${JSON.stringify(name)}${suggestion(name, ids)}`, {
      hint: `Metrics are ${ids.join(', ')}; a column of one is asked for as mentions.exact.f1.`,
    })
  }
  if (!tasks.includes(metric.task)) {
    throw new AssayError('usage', `${metric.id} scores ${metric.task}, which the two runs do not share`)
  }
  const keys = metric.columns.map(({ key }) => key)
  const column = name === metric.id ? (metric.headline ?? keys[0]!) : name.slice(metric.id.length + 1)
  if (!keys.includes(column)) {
    throw new AssayError(
      'usage',
      `${metric.id} has no column ${JSON.stringify(column)}${suggestion(column, keys)}`,
      { hint: `Its columns are ${keys.join(', ')}.` },
    )
  }
  return { metric, column }
}
