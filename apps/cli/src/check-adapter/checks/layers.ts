import { layerOfTask, type System } from '@assay/schema'
import type { Check, Finding } from '../check.ts'
import { type Answered, answered, type Layer, shapeFaults } from '../shape.ts'

export const layers: Check = {
  id: 'layers',
  promise: 'returns the layers of the tasks it declares, all of them, and no others',
  async run(subject) {
    const all = await answered(subject)
    return {
      faults: [...shapeFaults(all, null), ...all.flatMap((answer) => layerFaults(answer, subject.system))],
    }
  },
}

function layerFaults({ article, output }: Answered, { tasks }: System): Finding[] {
  if (typeof output !== 'object' || output === null) return []
  const declared = tasks.map((task) => layerOfTask[task])
  const returned = Object.values(layerOfTask).filter((layer) => layer in output)
  const expected = declared.join(', ')
  const got = returned.join(', ') || 'none'
  const fault = (path: Layer, what: string, hint: string): Finding => ({
    article: article.id,
    path,
    what,
    expected,
    got,
    hint,
  })
  return [
    ...declared
      .filter((layer) => !returned.includes(layer))
      .map((layer) => fault(layer, 'is declared and missing', 'Return [] where nothing was found.')),
    ...returned
      .filter((layer) => !declared.includes(layer))
      .map((layer) =>
        fault(layer, 'is returned and not declared', 'Declare its task, or leave the layer out.'),
      ),
  ]
}
