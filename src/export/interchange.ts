import { basename, extname } from 'node:path'
import { stringify } from 'yaml'
import { type AnnotatedDocument, type InterchangeId, interchangeFormats, rowSchema } from '../interchange/index.ts'
import type { AnyStoredAnnotation, Store, StoredDocument } from '../store/index.ts'
import { PackageFolder } from './package/folder.ts'
import type { Selection } from './selection.ts'

/** Finds the sentences of a document, with their tokens, in its source. */
type Tokeniser = (document: string) => AnnotatedDocument['sentences']

/** What was written of a document, and what could not be. */
export interface WrittenDocument {
  readonly document: string
  readonly name: string
  readonly annotations: number
  readonly losses: readonly string[]
}

/**
 * Writes annotations in a format of another tool into a folder, a document at a time; documents without any that are
 * selected are left out. All files appear at once, and the same database gives the same bytes.
 *
 * @throws FolderError if the folder holds anything but what an export wrote, Error if a file cannot be written
 */
export function exportInterchange(
  store: Store,
  path: string,
  options: { readonly format: InterchangeId; readonly selection: Selection; readonly sentencesOf: Tokeniser },
): WrittenDocument[] {
  const format = interchangeFormats[options.format]
  return store.atOnce(() => {
    const folder = new PackageFolder(path)
    for (const [name, text] of Object.entries(format.setup)) folder.write(name, text)
    const written = [...annotatedDocuments(store, options.selection)].map(({ document, annotations }) => {
      const name = nameOf(document)
      const { files, losses } = format.write({
        id: document.id,
        name,
        title: document.metadata.title,
        text: store.documentText(document.id) ?? '',
        sentences: options.sentencesOf(document.id),
        rows: annotations.map(rowOf),
      })
      for (const [ending, text] of Object.entries(files)) folder.write(name + ending, text)
      return { document: document.id, name, annotations: annotations.length, losses }
    })
    folder.publish()
    return written
  })
}

/**
 * Writes confirmed annotations as gold rows, beside the unchanged bytes of their documents and what is known of these, so
 * that `score` reads them as they were read.
 *
 * @throws FolderError if the folder holds anything but what an export wrote, Error if a file cannot be written
 */
export function exportGold(store: Store, path: string, selection: Selection): WrittenDocument[] {
  return store.atOnce(() => {
    const folder = new PackageFolder(path)
    const written = [...annotatedDocuments(store, selection)].map(({ document, annotations }) => {
      const name = nameOf(document)
      const rows = annotations.map(({ layer, start, end, exact, fields }) => ({ layer, start, end, exact, fields }))
      folder.write(`${name}.jsonl`, rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
      folder.writeBytes(
        name + extname(document.path).toLowerCase(),
        store.documentBytes(document.id) ?? new Uint8Array(),
      )
      const metadata = Object.entries(document.metadata).filter(([, value]) => value !== null)
      if (metadata.length > 0) folder.write(`${name}.meta.yaml`, stringify(Object.fromEntries(metadata)))
      return { document: document.id, name, annotations: annotations.length, losses: [] }
    })
    folder.publish()
    return written
  })
}

function* annotatedDocuments(store: Store, { documents, layers, states }: Selection) {
  for (const document of store.documents()) {
    if (documents.length > 0 && !documents.some((start) => document.id.startsWith(start))) continue
    const annotations = [...store.annotations({ document: document.id, states })].filter(
      ({ layer }) => layers.length === 0 || layers.includes(layer),
    )
    if (annotations.length > 0) yield { document, annotations }
  }
}

/** A name for a document's files, that of its own file, made unique by its hash. */
function nameOf({ id, path }: StoredDocument): string {
  const stem = basename(path, extname(path)).replace(/[^\p{L}\p{N}._-]+/gu, '-')
  return `${stem}-${id.slice(0, 8)}`
}

function rowOf(annotation: AnyStoredAnnotation) {
  const { id, layer, start, end, exact, fields, rule, confidence, origin, state, decision } = annotation
  return rowSchema.parse({ id, layer, start, end, exact, fields, rule, confidence, origin, state, ...decision })
}
