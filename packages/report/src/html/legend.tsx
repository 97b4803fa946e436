import { entityTypes } from '@assay/schema'
import { typeCodes } from './lanes.tsx'

/** What marks mean, and which systems are shown. Works without a script: the style sheet reads the boxes. */
export function Legend({ systems }: { systems: readonly string[] }) {
  return (
    <div class="legend">
      <p>
        {entityTypes.map((type) => (
          <span>
            <b class={typeCodes[type]}>{type}</b>
          </span>
        ))}
      </p>
      <p>
        <span>
          <b class="ORG">Name</b> correct
        </span>
        {faults.map(({ kind, meaning }) => (
          <span>
            <b class={`ORG ${kind}`}>Name</b> {meaning}
          </span>
        ))}
      </p>
      <fieldset>
        <legend>Show</legend>
        {systems.map((system, i) => (
          <label>
            <input type="checkbox" id={`show${i}`} checked /> <bdi>{system}</bdi>
          </label>
        ))}
        <label class="only">
          <input type="checkbox" id="faults" /> only faults
        </label>
      </fieldset>
    </div>
  )
}

const faults = [
  { kind: 'fb', meaning: 'wrong boundary' },
  { kind: 'ft', meaning: 'wrong type' },
  { kind: 'fv', meaning: 'wrong value' },
  { kind: 'fs', meaning: 'spurious' },
  { kind: 'fm', meaning: 'missed' },
  { kind: 'fn', meaning: 'not scored' },
]
