import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Cell, Dataset } from '../datasets/dataset.ts'

/** A row of a dataset: its cells by column. */
export type Row = Readonly<Record<string, Cell>>

/** A file of a package as it was written. */
export interface WrittenFile {
  /** Name in the package's folder. */
  readonly name: string
  readonly bytes: number
  /** Lower-case hexadecimal. */
  readonly sha256: string
}

/** Writes one dataset; `close` is called once, also when a row failed. */
export interface TableWriter {
  write(row: Row): void
  close(): void
}

/** A way of writing datasets as files. */
export interface TableFormat {
  readonly id: string
  /** IANA media type. */
  readonly mediaType: string
  /** The file of a dataset; formats that hold many tables give all of them the same. */
  fileOf(dataset: Dataset): string
  open(path: string, dataset: Dataset): TableWriter
}

/** Size and hash of a file that is whole. */
export function writtenFile(path: string, name: string = basename(path)): WrittenFile {
  const content = readFileSync(path)
  return { name, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') }
}
