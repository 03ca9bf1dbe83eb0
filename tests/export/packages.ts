import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { confirmed, type ExportOptions, exportPackage, type Selection } from '../../src/export/index.ts'
import { extract, loadExtractor, loadSentenceFinder } from '../../src/extract/index.ts'
import type { Metadata } from '../../src/model/index.ts'
import { readText } from '../../src/read/index.ts'
import type { Store } from '../../src/store/index.ts'
import { linesOf } from '../cli/tocsin.ts'

const extractor = loadExtractor()
const sentenceAt = loadSentenceFinder()

/** Extracts a text into a store, as `tocsin extract` does; gives the document's id. */
export function extractText(store: Store, text: string, metadata: Partial<Metadata> = {}): string {
  const bytes = Buffer.from(text, 'utf8')
  const read = readText(text, {
    id: createHash('sha256').update(bytes).digest('hex'),
    mediaType: 'text/plain',
    metadata,
  })
  store.saveExtraction({
    document: read,
    bytes,
    path: `${metadata.title ?? 'report'}.txt`,
    annotations: extract(read, extractor),
    extractor: { version: extractor.version, tocsin: '0.1.0' },
    startedAt: '2026-01-01T10:00:00Z',
    finishedAt: '2026-01-01T10:00:01Z',
  })
  return read.id
}

export const everything: Selection = { ...confirmed, states: ['pending', 'accepted', 'corrected'] }

/** Exports as JSONL unless told otherwise, with what nobody decided on. */
export function exportTo(store: Store, folder: string, options: Partial<ExportOptions> = {}) {
  return exportPackage(store, folder, {
    ...{ format: 'jsonl', convention: 'codebook', selection: everything, sentenceAt, tocsin: '0.1.0' },
    ...options,
  })
}

/** The rows of a dataset that was exported as JSONL. */
export function rowsOf(folder: string, dataset: string): Record<string, unknown>[] {
  return linesOf(readFileSync(join(folder, `${dataset}.jsonl`), 'utf8'))
}
