import type { GlossaryEntry, Paragraph } from '../model/index.ts'
import { isAbbreviation } from './abbreviations.ts'

const sectionTitle = /\b(?:glossary|abbreviations|acronyms)\b/i
/** "AU – African Union", "AU | African Union" from a row, "AU: African Union", "AU African Union". */
const oneLine = /^([^\s:]{2,16})( [–—:=|-] |: | )(\S.*)$/u

/**
 * Pairs the abbreviations of a document's glossary with their long forms: "AU – African Union" one a line or row, or
 * two columns that a page dump has put one after the other.
 */
export function glossaryOf(paragraphs: readonly Paragraph[]): GlossaryEntry[] {
  const entries: GlossaryEntry[] = []
  for (const [index, paragraph] of paragraphs.entries()) {
    if (paragraph.kind !== 'heading' || !sectionTitle.test(paragraph.text)) continue
    const lines = linesBelow(paragraphs, index)
    entries.push(...entriesOnOneLine(lines), ...entriesInColumns(lines))
  }
  return entries
}

function linesBelow(paragraphs: readonly Paragraph[], heading: number): string[] {
  const lines: string[] = []
  for (let at = heading + 1; at < paragraphs.length; at++) {
    const paragraph = paragraphs[at]
    if (paragraph === undefined || (paragraph.kind === 'heading' && !isAbbreviation(paragraph.text))) break
    if (paragraph.kind !== 'furniture') lines.push(paragraph.text)
  }
  return lines
}

function entriesOnOneLine(lines: readonly string[]): GlossaryEntry[] {
  const entries: GlossaryEntry[] = []
  for (const line of lines) {
    const [, abbreviation, separator, longForm] = oneLine.exec(line) ?? []
    if (abbreviation === undefined || longForm === undefined || !isAbbreviation(abbreviation)) continue
    if (separator === ' ' && !spells(abbreviation, longForm)) continue
    entries.push({ abbreviation, longForm })
  }
  return entries
}

/** A run of abbreviations beside an equally long run of long forms, whichever comes first. */
function entriesInColumns(lines: readonly string[]): GlossaryEntry[] {
  const from = lines.findIndex(isAbbreviation)
  if (from < 0) return []
  let to = from
  while (to < lines.length && isAbbreviation(lines[to] ?? '')) to++
  const abbreviations = lines.slice(from, to)
  if (abbreviations.length < 2) return []
  const before = lines.slice(Math.max(0, from - abbreviations.length), from)
  const behind = lines.slice(to, to + abbreviations.length)
  const [best] = [before, behind]
    .filter((longForms) => longForms.length === abbreviations.length)
    .map((longForms) =>
      abbreviations.map((abbreviation, index) => ({ abbreviation, longForm: longForms[index] ?? '' })),
    )
    .sort((a, b) => agreement(b) - agreement(a))
  return best !== undefined && agreement(best) >= 0.3 ? best : []
}

/** Share of the pairs whose abbreviation can be picked from the letters of the long form, in order. */
function agreement(entries: readonly GlossaryEntry[]): number {
  return entries.filter(({ abbreviation, longForm }) => spells(abbreviation, longForm)).length / entries.length
}

function spells(abbreviation: string, longForm: string): boolean {
  let at = 0
  const letters = longForm.toLowerCase()
  for (const letter of abbreviation.toLowerCase()) {
    if (!/\p{L}/u.test(letter)) continue
    at = letters.indexOf(letter, at) + 1
    if (at === 0) return false
  }
  return true
}
