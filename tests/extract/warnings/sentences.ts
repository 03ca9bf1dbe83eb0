import type { Harm, WarningKind } from '../../../src/model/index.ts'
import { casesOf } from '../cases.ts'

/** A text, whose warning stands in [brackets] or is all of it, with the speaker and the harm of that warning. */
type Row = readonly [text: string, speaker: string | null, harm: Harm]

/** One test a sentence that warns: its kind, who speaks, and of what. */
export function warnings(kind: WarningKind, rows: readonly Row[]): void {
  casesOf(
    'warning',
    rows.map(([text, speaker, harm]) => [text.includes('[') ? text : `[${text}]`, [{ kind, speaker, harm }]]),
  )
}

/** One test a text without a warning. */
export function peace(texts: readonly string[]): void {
  casesOf(
    'warning',
    texts.map((text) => [text, []]),
  )
}
