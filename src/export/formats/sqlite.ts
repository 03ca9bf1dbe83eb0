import Database from 'better-sqlite3'
import { type Cell, type ColumnType, columnsOf, type Dataset, typeOfColumn } from '../datasets/dataset.ts'
import type { TableFormat } from './table-file.ts'

/** One SQLite file with a table a dataset, keys between them, for plain SQL and Datasette. */
export const sqlite: TableFormat = {
  id: 'sqlite',
  mediaType: 'application/vnd.sqlite3',
  fileOf: () => 'tocsin.sqlite',
  open(path, dataset) {
    const connection = new Database(path)
    // Rows may refer to rows that come later.
    connection.pragma('foreign_keys = off')
    connection.exec(`${tableOf(dataset)};\nbegin`)
    const columns = columnsOf(dataset)
    const insert = connection.prepare(`insert into ${dataset.name} values (${columns.map(() => '?').join(', ')})`)
    return {
      write: (row) => {
        insert.run(columns.map((column) => storedCell(row[column] ?? null)))
      },
      close: () => {
        connection.exec('commit')
        connection.close()
      },
    }
  },
}

const storageClasses: Readonly<Record<ColumnType['type'], string>> = {
  string: 'text',
  date: 'text',
  datetime: 'text',
  integer: 'integer',
  number: 'real',
  boolean: 'integer',
}

function tableOf({ name, row, references }: Dataset): string {
  const columns = Object.entries(row.shape).map(([column, schema]) => {
    const { type, nullable } = typeOfColumn(schema)
    const key = column === 'id' ? ' primary key' : ''
    const reference = references.find((known) => known.column === column)
    const target = reference === undefined ? '' : ` references ${reference.dataset} (id)`
    return `"${column}" ${storageClasses[type]}${nullable ? '' : ' not null'}${key}${target}`
  })
  return `create table ${name} (\n  ${columns.join(',\n  ')}\n) strict`
}

function storedCell(cell: Cell): string | number | null {
  return typeof cell === 'boolean' ? Number(cell) : cell
}
