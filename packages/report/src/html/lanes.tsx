import { type Span, visible } from '@assay/schema'
import type { ComponentChildren } from 'preact'
import { breakLines, type Line } from '../lanes/lines.ts'
import { type Mark, type MarkPart, marksByLine, stackMarks } from '../lanes/marks.ts'
import type { Layer, SystemMarks } from '../lanes/layers.ts'

interface LanesProps {
  /** Prefix of the anchors of sentences: `a3` makes `a3s0`, `a3s1`. */
  readonly id: string
  readonly text: string
  readonly sentences: readonly Span[] | undefined
  readonly layer: Layer
  /** Only lines with a mark, and links to the anchors instead of anchors. */
  readonly onlyMarked?: boolean
}

/**
 * The text line by line. Under each line stand gold and the systems that found something in it: the same line
 * again with only the marked words visible, so that they stand exactly below where they are.
 */
export function Lanes({ id, text, sentences, layer, onlyMarked = false }: LanesProps) {
  const lines = breakLines(text, sentences)
  const gold = marksByLine(lines, layer.gold)
  const systems = layer.systems.map((system) => marksByLine(lines, system.marks))
  return (
    <div class="lanes">
      {lines.map((line, i) => {
        const marked = layer.systems.map((system, s) => ({ ...system, marks: systems[s]?.[i] ?? [] }))
        if (onlyMarked && gold[i]?.length === 0 && marked.every(({ marks }) => marks.length === 0))
          return null
        return (
          <div class={line.opensParagraph && !onlyMarked ? 'line para' : 'line'}>
            {onlyMarked ? (
              <CopiedText line={line} text={text} id={id} />
            ) : (
              <Text line={line} text={text} id={id} />
            )}
            <Lane line={line} text={text} name="gold" kind="g" marks={gold[i] ?? []} />
            <SystemLanes line={line} text={text} systems={marked} />
          </div>
        )
      })}
    </div>
  )
}

interface TextProps {
  readonly line: Line
  readonly text: string
}

function Text({ line, text, id }: TextProps & { id: string }) {
  return (
    <p class="t" id={line.sentence === null ? undefined : `${id}s${line.sentence}`}>
      <i>{line.sentence !== null && line.sentence + 1}</i>
      <Run line={line} text={text}>
        {visible(text.slice(line.start, line.end))}
      </Run>
    </p>
  )
}

function CopiedText({ line, text, id }: TextProps & { id: string }) {
  return (
    <p class="t">
      <i>{line.within !== null && <a href={`#${id}s${line.within}`}>{line.within + 1}</a>}</i>
      <Run line={line} text={text}>
        {visible(text.slice(line.start, line.end))}
      </Run>
    </p>
  )
}

/** Lanes of systems that found something; the others only by name, and only where there was something to find. */
function SystemLanes({ line, text, systems }: TextProps & { systems: readonly SystemMarks[] }) {
  const silent = systems.filter(({ marks }) => marks.length > 0 && !marks.some(isFound))
  return (
    <>
      {systems
        .filter(({ marks }) => marks.some(isFound))
        .map(({ system, place, marks }) => (
          <Lane line={line} text={text} name={system} kind={`s${place}`} marks={marks} />
        ))}
      {silent.length > 0 && (
        <p class="silent">
          <i>found nothing</i>
          {silent.map(({ system, place }) => (
            <span class={`s${place}`}>{visible(system)}</span>
          ))}
        </p>
      )}
    </>
  )
}

interface LaneProps extends TextProps {
  readonly name: string
  /** Class of the lane: `g` for gold, `s0`, `s1` and so on for systems. */
  readonly kind: string
  readonly marks: readonly Mark[]
}

function Lane({ line, text, name, kind, marks }: LaneProps) {
  return (
    <>
      {stackMarks(line, marks).map((parts, i) => (
        <p class={isLabelled(kind, parts) ? `${kind} l` : kind}>
          <i>{i === 0 && visible(name)}</i>
          <Run line={line} text={text}>
            {parts.map((part, p) => (
              <>
                {visible(text.slice(parts[p - 1]?.end ?? line.start, part.start))}
                <Word part={part}>{visible(text.slice(part.start, part.end))}</Word>
              </>
            ))}
            {hasRightToLeft(line, text) && visible(text.slice(parts.at(-1)?.end ?? line.start, line.end))}
          </Run>
        </p>
      ))}
    </>
  )
}

/** True if something stands under the words, which needs room. */
function isLabelled(kind: string, parts: readonly MarkPart[]): boolean {
  return (
    kind === 'g' ||
    parts.some(({ mark }) => mark.label !== undefined || mark.faults.some((fault) => fault !== 'neutral'))
  )
}

function Word({ part: { mark, isStart }, children }: { part: MarkPart; children: string }) {
  const classes = [typeCodes[mark.type] ?? 'OTH', ...mark.faults.map((fault) => faultClasses[fault])]
  return (
    <b class={[...classes, ...(isStart ? [] : ['c'])].join(' ')}>
      {children}
      {isStart && mark.label !== undefined && <u>{visible(mark.label)}</u>}
    </b>
  )
}

/**
 * A line, or a part of one from its start. With right-to-left letters the whole line is needed to lay it out, and
 * it is isolated; without, what follows the last mark is left out and no wrapper is needed.
 */
function Run({ line, text, children }: TextProps & { children: ComponentChildren }) {
  return hasRightToLeft(line, text) ? <bdi>{children}</bdi> : <>{children}</>
}

function hasRightToLeft(line: Span, text: string): boolean {
  return rightToLeft.test(text.slice(line.start, line.end))
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

function isFound({ faults }: Mark): boolean {
  return !faults.includes('missed')
}

/** Codes shown under marks and names of their classes. A type that is none of these is data and shown as `OTH`. */
export const typeCodes: Readonly<Record<string, string>> = {
  PERSON: 'PER',
  ORG: 'ORG',
  GPE: 'GPE',
  LOC: 'LOC',
  FAC: 'FAC',
  NORP: 'NRP',
  EVENT: 'EVT',
  LAW: 'LAW',
  PRODUCT: 'PRD',
  WORK: 'WRK',
  DATE: 'DAT',
  TIME: 'TIM',
  DURATION: 'DUR',
  SET: 'SET',
}

const faultClasses = {
  boundary: 'fb',
  type: 'ft',
  value: 'fv',
  spurious: 'fs',
  missed: 'fm',
  neutral: 'fn',
} as const
