import { z } from 'zod'
import type { Interval } from '../../model/index.ts'
import type { AnnotationView, DatasetRow } from '../../store/index.ts'
import { isSelected, type Selectable } from '../selection.ts'
import type { Snapshot, Surroundings } from '../snapshot.ts'

/** Columns that tell where an annotation stands, beside its ids and offsets. */
export const surroundings = {
  title: z.string().nullable().describe('Title of the document'),
  publisher: z.string().nullable().describe('Publisher of the document'),
  page: z.int().nullable().describe('Page on which its paragraph starts, from 1, where known'),
  headings: z.string().nullable().describe('Headings above it, outermost first, between them " > "'),
  paragraph: z.int().nullable().describe("Position of its paragraph in the document's reading order, from 0"),
  quote: z.string().describe("The document's text at the span, as it is"),
  sentence: z.string().describe('The sentence that it begins in, as clean text'),
  extractor: z.string().describe('Version of the rules and lexicons that read the document last'),
}

/** An annotation with its document and what stands around it. */
export interface Located<V extends AnnotationView> {
  readonly row: DatasetRow<V>
  readonly document: DatasetRow<'documents'>
  readonly around: Surroundings
}

/**
 * The selected annotations of one dataset, by document and place.
 *
 * @param facts what the selection by actor and date asks of a row
 */
export function* located<V extends AnnotationView>(
  snapshot: Snapshot,
  view: V,
  facts: (row: DatasetRow<V>, document: string) => Selectable,
): Generator<Located<V>> {
  for (const document of snapshot.documents) {
    for (const row of snapshot.rows(view, document.id)) {
      if (!isSelected(snapshot.selection, facts(row, document.id), snapshot.actors)) continue
      yield { row, document, around: snapshot.surroundings(document, row) }
    }
  }
}

/** The date of a row; `null` where it has none. */
export function dateOf(row: { readonly date_start: string | null; readonly date_end: string | null }): Interval | null {
  return row.date_start === null || row.date_end === null ? null : { start: row.date_start, end: row.date_end }
}
