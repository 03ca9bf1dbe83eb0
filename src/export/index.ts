import { closeSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'csv-stringify/sync'
import type { SentenceFinder } from '../extract/sentence.ts'
import { type Layer, layers, type State } from '../model/index.ts'
import type { Store } from '../store/index.ts'
import { columnsOf, datasets, rowOf } from './rows.ts'

/** A file that was written, with how many rows it holds. */
export interface ExportedFile {
  readonly path: string
  readonly layer: Layer
  readonly rows: number
}

export interface ExportOptions {
  /** Which annotations: reviewers' confirmed ones, or pending ones too. */
  readonly states: readonly State[]
  readonly sentenceAt: SentenceFinder
}

/**
 * Writes each layer as CSV and as JSONL into a folder, which is made if it is not there. Each file appears whole under
 * its name; the same database gives the same bytes.
 *
 * @throws Error if the folder or a file cannot be written
 */
export function exportDatasets(store: Store, folder: string, options: ExportOptions): ExportedFile[] {
  mkdirSync(folder, { recursive: true })
  return layers.flatMap((layer) => exportLayer(store, folder, layer, options))
}

function exportLayer(
  store: Store,
  folder: string,
  layer: Layer,
  { states, sentenceAt }: ExportOptions,
): ExportedFile[] {
  const csv = new PendingFile(join(folder, `${datasets[layer].name}.csv`))
  const jsonl = new PendingFile(join(folder, `${datasets[layer].name}.jsonl`))
  const columns = columnsOf(layer)
  let rows = 0
  try {
    csv.write(csvLine(columns))
    for (const annotation of store.annotations({ layer, states })) {
      const row = rowOf(annotation, sentenceAt)
      csv.write(csvLine(columns.map((column) => row[column] ?? null)))
      jsonl.write(`${JSON.stringify(row)}\n`)
      rows++
    }
  } finally {
    csv.close()
    jsonl.close()
  }
  return [csv, jsonl].map((file) => ({ path: file.publish(), layer, rows }))
}

/** A line of CSV (RFC 4180 but for the line end) in which no cell can be taken for a spreadsheet's formula. */
function csvLine(cells: readonly unknown[]): string {
  return stringify([[...cells]], { escape_formulas: true, cast: { boolean: (value) => String(value) } })
}

/** A file that is written beside its place and put there when it is whole. */
class PendingFile {
  readonly #path: string
  readonly #descriptor: number
  #buffer = ''

  constructor(path: string) {
    this.#path = path
    this.#descriptor = openSync(`${path}.part`, 'w')
  }

  write(text: string): void {
    this.#buffer += text
    if (this.#buffer.length > 1 << 20) this.#flush()
  }

  close(): void {
    this.#flush()
    closeSync(this.#descriptor)
  }

  /** @returns where it stands now */
  publish(): string {
    renameSync(`${this.#path}.part`, this.#path)
    return this.#path
  }

  #flush(): void {
    const bytes = Buffer.from(this.#buffer, 'utf8')
    this.#buffer = ''
    for (let written = 0; written < bytes.length; ) written += writeSync(this.#descriptor, bytes, written)
  }
}
