import { contextOf } from './context.ts'
import { byDocument, type Fault, type InterchangeFormat, type ReadRow, readRow } from './row.ts'

/** Our own: one annotation a line, with all that is known of it. */
export const jsonl: InterchangeFormat = {
  description: 'our annotation rows, one JSON object a line',
  extension: '.jsonl',
  setup: {},
  write: ({ id: document, text, rows }) => ({
    files: {
      '.jsonl': rows.map((row) => `${JSON.stringify({ document, ...row, ...contextOf(text, row) })}\n`).join(''),
    },
    losses: [],
  }),
  read({ text }) {
    const faults: Fault[] = []
    const rows: { id: string | null; row: ReadRow }[] = []
    for (const [index, written] of text.split('\n').entries()) {
      if (written.trim() === '') continue
      const line = index + 1
      const given = parsed(written)
      const read =
        given === undefined
          ? { line, message: 'is not JSON; the file holds one JSON object a line' }
          : readRow(given, line)
      if ('row' in read) rows.push({ id: documentOf(given), row: read })
      else faults.push(read)
    }
    return { documents: byDocument(rows, 'code units'), faults }
  },
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

function documentOf(given: unknown): string | null {
  return typeof given === 'object' && given !== null && 'document' in given && typeof given.document === 'string'
    ? given.document
    : null
}
