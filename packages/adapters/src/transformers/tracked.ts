/**
 * A text that was changed on its way to the tokenizer, and where in the article each of its UTF-16 units comes
 * from: the half-open range from `starts[i]` to `ends[i]`. An empty range is something that was put in. A range
 * never begins or ends inside a surrogate pair.
 */
export interface Tracked {
  readonly text: string
  readonly starts: Int32Array
  readonly ends: Int32Array
}

/** The article itself. */
export function track(text: string): Tracked {
  const starts = new Int32Array(text.length)
  const ends = new Int32Array(text.length)
  for (let i = 0; i < text.length; i++) {
    starts[i] = i
    ends[i] = i + 1
    if (i > 0 && isPair(text, i)) {
      ends[i - 1] = i + 1
      starts[i] = i - 1
    }
  }
  return { text, starts, ends }
}

function isPair(text: string, low: number): boolean {
  const unit = text.charCodeAt(low)
  if (unit < 0xdc00 || unit > 0xdfff) return false
  const before = text.charCodeAt(low - 1)
  return before >= 0xd800 && before <= 0xdbff
}

/** A part of it, without copying. */
export function slice(given: Tracked, from: number, to: number): Tracked {
  const { text, starts, ends } = given
  if (from === 0 && to === text.length) return given
  return { text: text.slice(from, to), starts: starts.subarray(from, to), ends: ends.subarray(from, to) }
}

/** A changed text in the making. */
export interface Change {
  /** Appends units `from` to `to` of the old text as they are. */
  keep(from: number, to: number): void
  /** Appends `text`, which stands for units `from` to `to` of the old text; for nothing if they are equal. */
  put(text: string, from: number, to: number): void
  done(): Tracked
}

export function change({ text, starts, ends }: Tracked): Change {
  const parts: string[] = []
  let from = new Int32Array(text.length + 64)
  let to = new Int32Array(text.length + 64)
  let length = 0
  const makeRoom = (units: number) => {
    if (length + units <= from.length) return
    from = grown(from, length + units)
    to = grown(to, length + units)
  }
  return {
    keep(first, last) {
      if (first === last) return
      makeRoom(last - first)
      parts.push(text.slice(first, last))
      from.set(starts.subarray(first, last), length)
      to.set(ends.subarray(first, last), length)
      length += last - first
    },
    put(replacement, first, last) {
      makeRoom(replacement.length)
      parts.push(replacement)
      const start = first < text.length ? starts[first]! : (ends[text.length - 1] ?? 0)
      const end = first < last ? ends[last - 1]! : start
      from.fill(start, length, length + replacement.length)
      to.fill(end, length, length + replacement.length)
      length += replacement.length
    },
    done: () => ({ text: parts.join(''), starts: from.subarray(0, length), ends: to.subarray(0, length) }),
  }
}

function grown(old: Int32Array<ArrayBuffer>, least: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(2 * old.length, least))
  larger.set(old)
  return larger
}
