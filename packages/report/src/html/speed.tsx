import type { SpeedRow } from '@assay/schema'
import { formatMilliseconds } from '../format.ts'
import { Data } from './data.tsx'

/** Everything measured. It is the only part of the page that differs between two runs of the same inputs. */
export function Speed({ rows }: { rows: readonly SpeedRow[] }) {
  const isAlone = rows.every(({ environment }) => environment.workers === 1)
  const machines = [...new Set(rows.map(machineOf))]
  return (
    <section id="speed">
      <h2>Speed</h2>
      <p class="lead">
        Wall time per article, without the cold start. Measured: it differs from run to run.
        {!isAlone && ' Several systems ran at the same time, so these numbers do not compare them.'}
        {machines.length > 1 && ' These runs are from different machines and are not comparable.'}
      </p>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col" class="name">
                System
              </th>
              <th scope="col">Median ms</th>
              <th scope="col">95th percentile ms</th>
              <th scope="col">Articles</th>
              <th scope="col">Cold start ms</th>
              <th scope="col">Peak memory MB</th>
              <th scope="col">Restarts</th>
              <th scope="col">Workers</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ system, articles, median, p95, environment }) => (
              <tr>
                <th scope="row" class="name">
                  <Data>{system}</Data>
                </th>
                <td class="value">{formatMilliseconds(median)}</td>
                <td>{formatMilliseconds(p95)}</td>
                <td>{articles}</td>
                <td>{formatMilliseconds(environment.coldStartMilliseconds)}</td>
                <td>{Math.round(environment.peakMemoryBytes / 1e6)}</td>
                <td>{environment.restarts}</td>
                <td>{environment.workers}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ul class="notes">
        {machines.map((machine) => (
          <li>
            <Data>{machine}</Data>
            {machines.length > 1 &&
              `: ${rows
                .filter((row) => machineOf(row) === machine)
                .map(nameOf)
                .join(', ')}`}
          </li>
        ))}
      </ul>
    </section>
  )
}

function machineOf({ environment: { cpu, cores, node, platform } }: SpeedRow): string {
  return `${cpu}, ${cores} cores, Node ${node}, ${platform}`
}

function nameOf({ system }: SpeedRow): string {
  return system
}
