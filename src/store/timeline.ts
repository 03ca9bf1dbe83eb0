import type { Database } from 'better-sqlite3'
import { annotationColumns } from './annotations.ts'
import type { Layouts } from './layouts.ts'
import { type AnyReviewed, reviewedOf, reviewedRows, type Sight, viewerOf } from './reviewed.ts'

/** Casualty claims and warnings that have a date and are not rejected, the earliest first. */
export function timelineIn(connection: Database, layouts: Layouts, sight: Sight): AnyReviewed[] {
  const rows = connection
    .prepare(
      `select ${annotationColumns} from (${reviewedRows})
       where layer in ('casualty', 'warning') and state <> 'rejected' and fields ->> '$.date.start' is not null
       order by fields ->> '$.date.start', fields ->> '$.date.end', document, span_start, id`,
    )
    .all({ viewer: viewerOf(sight) })
  return reviewedOf(rows, layouts)
}
