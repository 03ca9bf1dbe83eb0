import { brat } from './brat.ts'
import { jsonl } from './jsonl.ts'
import { labelStudio } from './label-studio.ts'
import type { InterchangeFormat } from './row.ts'
import { w3c } from './w3c.ts'

export { type Library, type MatchedRow, match } from './match.ts'
export type { AnnotatedDocument, Fault, InterchangeFormat, Row } from './row.ts'
export { rowSchema } from './row.ts'

/** The formats of other tools, and our own. */
export const interchangeFormats = { jsonl, w3c, brat, 'label-studio': labelStudio } as const satisfies Record<
  string,
  InterchangeFormat
>
export type InterchangeId = keyof typeof interchangeFormats
export const interchangeIds = ['jsonl', 'w3c', 'brat', 'label-studio'] as const satisfies readonly InterchangeId[]
