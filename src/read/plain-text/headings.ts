import type { FlowLine } from './flow.ts'
import { isFull, type Layout } from './layout.ts'
import { type Line, lengthOf } from './lines.ts'

const longestHeading = 120
const mostWords = 16
const mostLines = 3

/** So many heading-like lines in a row, with no text between, are a list of names, not headings. */
const mostInARow = 3

export interface HeadingFound {
  /** Lines that it takes. */
  readonly count: number
  readonly depth: number
  readonly isNumbered: boolean
}

/**
 * The heading that begins at a line, if one does: lines in capitals, in a text that is not all capitals; a short line
 * without a full stop, alone or numbered, before a paragraph.
 */
export function headingAt(text: string, flow: readonly FlowLine[], at: number, layout: Layout): HeadingFound | null {
  const entry = flow[at]
  if (entry === undefined) return null
  const known = layout.headings.get(entry.line.start)
  if (known !== undefined) {
    let count = 1
    while (flow[at + count]?.gap === 0 && layout.headings.get(flow[at + count]?.line.start ?? -1) === known) count++
    return { count, depth: known, isNumbered: false }
  }
  const content = shortText(text, entry.line)
  if (content === null || isCaption(text, entry.line)) return null
  const numbered = numberedDepth(content)
  const isEvident = numbered !== null || entry.line.isCapitals || sectionOf(text, entry.line) !== null
  if (!canOpen(flow, at, isEvident)) return null
  const isNumbered = numbered !== null
  if (!layout.isAllCapitals && isCapitalHeading(text, entry.line)) {
    const count = capitalLines(text, flow, at)
    if (isListOfCapitals(text, flow, at, count)) return null
    return { count, depth: at === 0 ? 1 : (numbered ?? 2), isNumbered }
  }
  if (sectionOf(text, entry.line) !== null && isApart(flow, at)) return { count: 1, depth: numbered ?? 2, isNumbered }
  if (layout.isAllCapitals && numbered === null) return null
  if (!isTitle(flow, at) && !isPlainHeading(flow, at, isNumbered)) return null
  return { count: 1, depth: at === 0 ? 1 : (numbered ?? 3), isNumbered }
}

/** A heading stands after the end of a paragraph, never in the middle of a sentence. */
function canOpen(flow: readonly FlowLine[], at: number, isEvident: boolean): boolean {
  const entry = flow[at]
  const previous = flow[at - 1]
  if (entry === undefined || entry.line.opening === 'lower') return false
  if (previous === undefined || previous.line.ending === 'terminal') return true
  if (isEvident && entry.gap > 0) return true
  return !isFull(previous.line, previous.width) || previous.line.isCapitals || lengthOf(previous.line) < 40
}

function shortText(text: string, line: Line): string | null {
  if (lengthOf(line) > longestHeading) return null
  const content = text.slice(line.start, line.end)
  if (/[.,;]["”’)]*\d{0,3}$/.test(content) || content.startsWith('|')) return null
  return content.split(/\s+/).length <= mostWords ? content : null
}

function isCapitalHeading(text: string, line: Line): boolean {
  return line.isCapitals && /\p{Lu}{2}/u.test(text.slice(line.start, line.end)) && shortText(text, line) !== null
}

function capitalLines(text: string, flow: readonly FlowLine[], at: number): number {
  let count = 1
  while (count < mostLines) {
    const next = flow[at + count]
    if (next === undefined || next.gap > 0 || next.isAfterBreak || !isCapitalHeading(text, next.line)) break
    count++
  }
  return count
}

/** Abbreviations one below the other. */
function isListOfCapitals(text: string, flow: readonly FlowLine[], at: number, count: number): boolean {
  if (at === 0) return false
  let run = count
  for (let i = at + count; run < mostInARow + mostLines && i < flow.length; i++, run++) {
    const next = flow[i]
    if (next === undefined || !isCapitalHeading(text, next.line)) break
  }
  for (let i = at - 1; run < mostInARow + mostLines && i > 0; i--, run++) {
    const previous = flow[i]
    if (previous === undefined || !isCapitalHeading(text, previous.line)) break
  }
  return run > mostInARow
}

/** A short line that opens the document, with a blank line below. */
function isTitle(flow: readonly FlowLine[], at: number): boolean {
  const next = flow[at + 1]
  return (
    at === 0 && next !== undefined && next.gap > 0 && next.line.opening !== 'lower' && flow[0]?.line.ending === 'open'
  )
}

/** A short line before a paragraph: alone between blank lines, or right above a line that is much longer. */
function isPlainHeading(flow: readonly FlowLine[], at: number, isNumbered: boolean): boolean {
  const entry = flow[at]
  const next = flow[at + 1]
  if (entry === undefined || next === undefined) return false
  const { line } = entry
  if (line.ending === 'terminal' || line.ending === 'hyphen' || next.line.opening === 'lower') return false
  if (line.marker > 0 && !isNumbered) return false
  const length = lengthOf(line)
  const isNextLong = lengthOf(next.line) >= Math.max(40, length * 1.3) || (isNumbered && lengthOf(next.line) >= 40)
  if (!isApart(flow, at) || !isNextLong || entry.isAmongNames) return false
  if (Number.isFinite(entry.width)) return !isFull(line, entry.width) || next.gap > 0
  return true
}

function isApart(flow: readonly FlowLine[], at: number): boolean {
  const entry = flow[at]
  const previous = flow[at - 1]
  if (entry === undefined || previous === undefined) return true
  return entry.gap > 0 || entry.isAfterBreak || previous.line.ending === 'terminal'
}

/** Depth by number: "2. Findings", "2.3 Findings", "IV. Findings", "Chapter 2", "Annex A". */
function numberedDepth(content: string): number | null {
  const match = /^(?:(\d{1,2}(?:\.\d{1,2}){0,4})\.?|[IVXLC]{1,6}\.|[A-Z]\.)\s+\p{Lu}/u.exec(content)
  if (match !== null) return Math.min(6, 2 + (match[1]?.split('.').length ?? 1) - 1)
  return /^(?:chapter|part|section|annex|appendix|box)\s+(?:\d{1,2}|[ivxlc]+|[a-z])\b/i.test(content) ? 2 : null
}

const caption = /^(?:figure|fig\.|table|map|chart|graph|photo|image|source)s?\s*(?:\d+|[ivx]+)?\s*[.:–—-]\s/i

/** Whether a line opens with what captions open with: "Figure 2: …", "Source: …". */
export function isCaption(text: string, line: Line): boolean {
  return caption.test(text.slice(line.start, Math.min(line.end, line.start + 40)))
}

/** What a section is that its title names. */
export type Section = 'note' | 'reference' | 'glossary'

const sections: readonly (readonly [RegExp, Section])[] = [
  [/^(?:end\s?notes?|foot\s?notes?|notes)$/i, 'note'],
  [/^(?:references|bibliography|works cited|sources|further reading)$/i, 'reference'],
  [
    /^(?:(?:glossary|list|table) of )?(?:abbreviations|acronyms|glossary)(?: and (?:abbreviations|acronyms))?$/i,
    'glossary',
  ],
]

/** The section that a title brings in, if it is one of those that are read in their own way. */
export function sectionOf(text: string, line: Line): Section | null {
  if (lengthOf(line) > 60) return null
  const title = text.slice(line.start, line.end).replace(/^[\dIVX]{0,4}[.\s]+(?=\S)|:$/g, '')
  return sections.find(([pattern]) => pattern.test(title))?.[1] ?? null
}
