import { type Span, spanFault, type System } from '@assay/schema'
import type { Check, Finding } from '../check.ts'
import { shown } from '../difference.ts'
import { type Answered, answered, itemsOf } from '../shape.ts'
import { plain } from '../texts.ts'
import type { Subject } from '../subject.ts'
import { type Placed, sliceIn, unitOf, units } from '../units.ts'

export const offsets: Check = {
  id: 'offsets',
  promise: 'counts offsets in UTF-16 code units of the text as it is, on every script and line end',
  exempts: (system: System) => (system.kind === 'summarizer' ? 'summaries have no offsets' : null),
  async run(subject) {
    const all = await answered(subject)
    const spans = all.flatMap((answer) => placedIn(answer))
    const wrong = spans.flatMap(faultOf)
    if (spans.length === 0)
      return { notes: [{ what: 'it found nothing in the texts, so no offset was seen' }] }
    return { faults: [...(await shiftFaults(subject)), ...wrong], measured: `${spans.length} spans` }
  },
}

function placedIn(answer: Answered): Placed[] {
  const { article } = answer
  const spans = (['mentions', 'timexes'] as const).flatMap((layer) =>
    itemsOf(answer, layer).map(({ item, index }) => ({ ...item, article, path: `${layer}[${index}].span` })),
  )
  const evidence = itemsOf(answer, 'claims').flatMap(({ item, index }) =>
    (item.evidence ?? []).map((span, i) => ({ span, article, path: `claims[${index}].evidence[${i}]` })),
  )
  return [...spans, ...evidence]
}

function faultOf(placed: Placed): Finding[] {
  const { article, path, span, surface } = placed
  const fault = spanFault(article.text, span, surface)
  if (fault === null) return []
  const unit = unitOf(placed)
  return [
    {
      article: article.id,
      path,
      what: surface === undefined ? fault : `[${span.start}, ${span.end}) is not where its surface stands`,
      ...(surface !== undefined && { expected: shown(surface), got: shown(sliceIn(article.text, span)) }),
      hint:
        unit === null
          ? 'Offsets count UTF-16 code units of the text as it is: text.slice(start, end) is the surface.'
          : `These look like ${unit.name}: ${unit.cure}.`,
    },
  ]
}

/**
 * A system that gives no surfaces cannot contradict itself. So each plain text is asked again behind a few
 * characters that are counted differently in other units: its spans must move by exactly the length of these.
 */
async function shiftFaults(subject: Subject): Promise<Finding[]> {
  const faults: Finding[] = []
  for (const unit of units) {
    for (const article of plain) {
      const text = unit.prefix + article.text
      const before = await spansOf(subject, article)
      const after = await spansOf(subject, { ...article, id: `${article.id} behind ${unit.about}`, text })
      const hits = (by: number) =>
        before.filter(({ start, end }) =>
          after.some((span) => span.start === start + by && span.end === end + by),
        )
      const right = hits(unit.prefix.length)
      const wrong = hits(unit.length(unit.prefix))
      if (wrong.length > right.length && wrong.length >= before.length / 2) {
        const [span] = wrong as [Span]
        const wanted = { start: span.start + unit.prefix.length, end: span.end + unit.prefix.length }
        const by = unit.length(unit.prefix)
        faults.push({
          article: `${article.id} behind ${unit.about}`,
          what: `spans moved by ${by} where the text moved by ${unit.prefix.length}`,
          expected: shown(sliceIn(text, wanted)),
          got: shown(text.slice(span.start + by, span.end + by)),
          hint: `These look like ${unit.name}: ${unit.cure}.`,
        })
        break
      }
    }
  }
  return faults
}

async function spansOf(subject: Subject, article: Answered['article']): Promise<Span[]> {
  const { outcome } = await subject.ask(article)
  return outcome.status === 'answered'
    ? placedIn({ article, output: outcome.output }).map(({ span }) => span)
    : []
}
