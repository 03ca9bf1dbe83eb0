import { columnsOf } from '../datasets/dataset.ts'
import type { TableFormat } from './table-file.ts'
import { TextFile } from './text-file.ts'

/** One JSON object a line, UTF-8, columns in their order; what is not known is `null`. */
export const jsonl: TableFormat = {
  id: 'jsonl',
  mediaType: 'application/jsonl',
  fileOf: ({ name }) => `${name}.jsonl`,
  open(path, dataset) {
    const file = new TextFile(path)
    const columns = columnsOf(dataset)
    return {
      write: (row) => file.write(`${JSON.stringify(row, columns)}\n`),
      close: () => file.close(),
    }
  },
}
