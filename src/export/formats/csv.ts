import { stringify } from 'csv-stringify/sync'
import { columnsOf } from '../datasets/dataset.ts'
import type { Row, TableFormat } from './table-file.ts'
import { TextFile } from './text-file.ts'

/** Rows that are made into text at once. */
const batchSize = 500

/**
 * CSV (RFC 4180, but lines end in LF), UTF-8. An empty cell is a value that is not known. A cell that a spreadsheet would
 * take for a formula gets an apostrophe before it.
 */
export const csv: TableFormat = {
  id: 'csv',
  mediaType: 'text/csv',
  fileOf: ({ name }) => `${name}.csv`,
  open(path, dataset) {
    const file = new TextFile(path)
    const columns = columnsOf(dataset)
    let batch: Row[] = []
    const flush = () => {
      file.write(stringify(batch, { columns, escape_formulas: true, cast: { boolean: String } }))
      batch = []
    }
    file.write(stringify([columns]))
    return {
      write: (row) => {
        batch.push(row)
        if (batch.length === batchSize) flush()
      },
      close: () => {
        flush()
        file.close()
      },
    }
  },
}
