/** A position in `document.text` or in a paragraph's clean text: a UTF-16 code unit. */
export type Offset = number

/** A half-open stretch of text, `start` inside and `end` outside. */
export interface Span {
  readonly start: Offset
  readonly end: Offset
}

/**
 * One step of the way from a paragraph's clean text back to its source.
 * Where both lengths are equal, positions inside correspond one to one; else the run is one unit that cannot be cut
 * (a line break that became a space, an entity that became its character).
 */
export interface TextRun {
  readonly clean: Offset
  readonly cleanLength: number
  readonly source: Offset
  readonly sourceLength: number
}

/** The way from clean text back to source: runs in order of `clean`, together covering all of the clean text. */
export type OffsetMap = readonly TextRun[]

/**
 * The source span that a non-empty span of clean text came from.
 *
 * @throws RangeError if the span is empty or outside of the clean text
 */
export function toSource(map: OffsetMap, span: Span): Span {
  if (span.end <= span.start) throw new RangeError(`empty span ${span.start}-${span.end}`)
  const first = runAt(map, span.start)
  const last = runAt(map, span.end - 1)
  const start = isVerbatim(first) ? first.source + (span.start - first.clean) : first.source
  const end = isVerbatim(last) ? last.source + (span.end - last.clean) : last.source + last.sourceLength
  return { start, end }
}

function runAt(map: OffsetMap, offset: Offset): TextRun {
  let low = 0
  let high = map.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const run = map[middle]
    if (run === undefined || run.clean > offset) high = middle - 1
    else if (run.clean + run.cleanLength <= offset) low = middle + 1
    else return run
  }
  throw new RangeError(`offset ${offset} is outside of the clean text`)
}

function isVerbatim(run: TextRun): boolean {
  return run.cleanLength === run.sourceLength
}

/** The clean-text offset of the first character at or behind a source offset; the clean text's length if there is none. */
export function toClean(map: OffsetMap, source: Offset): Offset {
  let length = 0
  for (const run of map) {
    if (source < run.source + run.sourceLength) {
      return isVerbatim(run) ? run.clean + Math.max(0, source - run.source) : run.clean
    }
    length = run.clean + run.cleanLength
  }
  return length
}
