import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { SentenceFinder } from '../extract/sentence.ts'
import type { Layer } from '../model/index.ts'
import type { Store } from '../store/index.ts'
import type { Dataset } from './datasets/dataset.ts'
import { datasets, layersOf } from './datasets/index.ts'
import { type ConventionId, loadDerivations } from './derivations.ts'
import { type FormatId, formats } from './formats/index.ts'
import { citationOf } from './package/citation.ts'
import { descriptorOf, type PackageFacts, type WrittenDataset } from './package/descriptor.ts'
import { PackageFolder } from './package/folder.ts'
import { Provenance } from './package/provenance.ts'
import { readmeOf } from './package/readme.ts'
import type { Selection } from './selection.ts'
import { Snapshot } from './snapshot.ts'

export { conventionIds } from './derivations.ts'
export { formatIds } from './formats/index.ts'
export { exportGold, exportInterchange } from './interchange.ts'
export { FolderError } from './package/folder.ts'
export { confirmed, type Selection, selectionSchema } from './selection.ts'

export interface ExportOptions {
  readonly format: FormatId
  readonly convention: ConventionId
  readonly selection: Selection
  readonly sentenceAt: SentenceFinder
  /** Version of the program. */
  readonly tocsin: string
}

/** A dataset that was written. */
export interface ExportedDataset {
  readonly name: string
  readonly file: string
  readonly rows: number
}

const codebook = fileURLToPath(new URL('../../docs/codebook.md', import.meta.url))

/**
 * Writes the datasets as a Data Package into a folder, which is made if it is not there. All files appear at once when
 * all are whole; the same database gives the same bytes.
 *
 * @throws FolderError if the folder holds anything but such a package, Error if a file cannot be written
 */
export function exportPackage(store: Store, path: string, options: ExportOptions): ExportedDataset[] {
  const folder = new PackageFolder(path)
  const derivations = loadDerivations(options.convention)
  return store.atOnce(() => {
    const snapshot = new Snapshot(store, { ...options, derivations })
    const written = writeDatasets(folder, snapshot, options)
    const facts: PackageFacts = {
      tocsin: options.tocsin,
      asOf: lastChange(snapshot),
      selection: options.selection,
      convention: derivations.convention,
      format: formats[options.format],
      datasets: written,
      documents: snapshot.documents,
    }
    const status = store.status()
    folder.write('datapackage.json', `${JSON.stringify(descriptorOf(facts), null, 2)}\n`)
    folder.write('README.md', readmeOf(facts, totals(status.annotations)))
    folder.write('CITATION.cff', citationOf(facts, status.reviewers))
    folder.write('codebook.md', readFileSync(codebook, 'utf8'))
    folder.publish()
    return written.map(({ dataset, rows, file }) => ({ name: dataset.name, file: file.name, rows }))
  })
}

function writeDatasets(folder: PackageFolder, snapshot: Snapshot, { format: id, selection }: ExportOptions) {
  const format = formats[id]
  const provenance = new Provenance(folder.place('provenance.jsonld'), snapshot)
  const counts = new Map<Dataset, number>()
  try {
    for (const dataset of datasets.filter((dataset) => isAskedFor(dataset, selection))) {
      const writer = format.open(folder.place(format.fileOf(dataset)), dataset)
      let rows = 0
      try {
        for (const row of dataset.rows(snapshot)) {
          writer.write(row)
          provenance.note(dataset.name, row)
          rows++
        }
      } finally {
        writer.close()
      }
      counts.set(dataset, rows)
    }
  } finally {
    provenance.close()
  }
  return [...counts].map(
    ([dataset, rows]): WrittenDataset => ({ dataset, rows, file: folder.fileOf(format.fileOf(dataset)) }),
  )
}

/** Whether a dataset needs no layer that was not selected. */
function isAskedFor(dataset: Dataset, { layers }: Selection): boolean {
  return layers.length === 0 || layersOf(dataset).every((layer) => layers.includes(layer))
}

/** When anything was extracted or decided last. */
function lastChange(snapshot: Snapshot): string | null {
  const instants = [
    ...snapshot.documents.map((document) => document.extracted_at),
    ...snapshot.decisions().map((decision) => decision.decided_at),
  ]
  return instants.sort().at(-1) ?? null
}

function totals(
  counts: Readonly<Record<Layer, Readonly<Record<'pending' | 'accepted' | 'corrected' | 'rejected', number>>>>,
) {
  const sum = (state: 'pending' | 'accepted' | 'corrected' | 'rejected') =>
    Object.values(counts).reduce((total, of) => total + of[state], 0)
  return { pending: sum('pending'), accepted: sum('accepted'), corrected: sum('corrected'), rejected: sum('rejected') }
}
