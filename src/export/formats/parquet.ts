import { parquetWriteFile, schemaFromColumnData } from 'hyparquet-writer'
import { type Cell, type ColumnType, columnsOf, typeOfColumn } from '../datasets/dataset.ts'
import type { TableFormat } from './table-file.ts'

type SchemaElement = ReturnType<typeof schemaFromColumnData>[number]

/** Apache Parquet; days are of its type DATE, instants are text. A dataset's cells are held in memory. */
export const parquet: TableFormat = {
  id: 'parquet',
  mediaType: 'application/vnd.apache.parquet',
  fileOf: ({ name }) => `${name}.parquet`,
  open(path, dataset) {
    const types = Object.entries(dataset.row.shape).map(([name, schema]) => ({ name, ...typeOfColumn(schema) }))
    const cells = new Map<string, unknown[]>(columnsOf(dataset).map((name) => [name, []]))
    return {
      write: (row) => {
        for (const { name, type } of types) cells.get(name)?.push(storedCell(row[name] ?? null, type))
      },
      close: () => {
        const columnData = types.map(({ name }) => ({ name, data: cells.get(name) ?? [] }))
        const schemaOverrides = Object.fromEntries(types.map((column) => [column.name, elementOf(column)]))
        parquetWriteFile({
          filename: path,
          columnData,
          schema: schemaFromColumnData({ columnData, schemaOverrides }),
          createdBy: 'Tocsin',
        })
      },
    }
  },
}

function elementOf({ name, type, nullable }: ColumnType & { readonly name: string }): SchemaElement {
  const common = { name, repetition_type: nullable ? 'OPTIONAL' : 'REQUIRED' } as const
  switch (type) {
    case 'boolean':
      return { ...common, type: 'BOOLEAN' }
    case 'integer':
      return { ...common, type: 'INT32' }
    case 'number':
      return { ...common, type: 'DOUBLE' }
    case 'date':
      return { ...common, type: 'INT32', converted_type: 'DATE' }
    case 'datetime':
    case 'string':
      return { ...common, type: 'BYTE_ARRAY', converted_type: 'UTF8' }
  }
}

function storedCell(cell: Cell, type: ColumnType['type']): Cell | Date {
  return type === 'date' && typeof cell === 'string' ? new Date(`${cell}T00:00:00Z`) : cell
}
