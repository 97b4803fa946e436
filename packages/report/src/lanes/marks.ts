import type { Span } from '@assay/schema'

/** What became of a mark. A prediction may have a wrong boundary and a wrong type at once. */
export type Fault = 'boundary' | 'type' | 'value' | 'spurious' | 'missed' | 'neutral'

/** Something highlighted in the text. */
export interface Mark {
  readonly span: Span
  readonly type: string
  /** Empty: correct. */
  readonly faults: readonly Fault[]
  /** Shown under it, for example the value of a date. */
  readonly label?: string
}

/** The part of a mark that stands in one line. */
export interface MarkPart extends Span {
  readonly mark: Mark
  /** False where the mark began on an earlier line. */
  readonly isStart: boolean
}

/** For each of the ordered `lines`, the marks that stand in it. */
export function marksByLine(lines: readonly Span[], marks: readonly Mark[]): Mark[][] {
  const byLine = lines.map((): Mark[] => [])
  for (const mark of marks) {
    let low = 0
    let high = lines.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((lines[middle]?.end ?? 0) > mark.span.start) high = middle
      else low = middle + 1
    }
    for (let i = low; i < lines.length && (lines[i]?.start ?? 0) < mark.span.end; i++) byLine[i]?.push(mark)
  }
  return byLine
}

/** Labels are set smaller than text: this share of a character of text each. */
const labelWidth = 0.7

/**
 * The parts of `marks`, all of which stand in `line`, in as few lanes as a greedy pass needs so that neither marks nor the labels
 * under them overlap. A mark that spans a line break has a part in both lines. No marks: no lanes.
 */
export function stackMarks(line: Span, marks: readonly Mark[]): MarkPart[][] {
  const parts = marks
    .map((mark) => ({
      mark,
      start: Math.max(mark.span.start, line.start),
      end: Math.min(mark.span.end, line.end),
      isStart: mark.span.start >= line.start,
    }))
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const lanes: { parts: MarkPart[]; busyUntil: number }[] = []
  for (const part of parts) {
    const label = part.isStart ? (part.mark.label?.length ?? 0) : 0
    const busyUntil = Math.max(part.end, part.start + Math.ceil(label * labelWidth))
    const lane = lanes.find((lane) => lane.busyUntil <= part.start)
    if (lane === undefined) lanes.push({ parts: [part], busyUntil })
    else {
      lane.parts.push(part)
      lane.busyUntil = busyUntil
    }
  }
  return lanes.map(({ parts }) => parts)
}
