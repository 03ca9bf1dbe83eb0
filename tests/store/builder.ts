import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type AnyAnnotation, type Document, type Metadata, unknownMetadata } from '../../src/model/index.ts'
import { type Deciding, type Extraction, openStore, type Saved, type Store } from '../../src/store/index.ts'

/** A fresh folder that is removed after `use`. */
export async function inFolder<T>(use: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'tocsin-store-'))
  try {
    return await use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A fresh store that is closed and removed after `use`. */
export function inStore<T>(use: (store: Store) => T | Promise<T>): Promise<T> {
  return inFolder(async (folder) => {
    const store = openStore(join(folder, 'test.db'), { mode: 'write' })
    try {
      return await use(store)
    } finally {
      store.close()
    }
  })
}

/** A plain-text document of one body paragraph a line, its clean text being the line. */
export function documentOf(text: string, metadata: Partial<Metadata> = {}): Document {
  let start = 0
  const lines = text.split('\n').map((line) => {
    const range = { start, end: start + line.length }
    start = range.end + 1
    return { line, range }
  })
  return {
    id: createHash('sha256').update(text).digest('hex'),
    mediaType: 'text/plain',
    metadata: { ...unknownMetadata, ...metadata },
    text,
    paragraphs: lines
      .filter(({ line }) => line !== '')
      .map(({ line, range }, index) => ({
        index,
        kind: 'body',
        headings: ['What happened'],
        page: 1,
        ranges: [range],
        text: line,
        map: [{ clean: 0, cleanLength: line.length, source: range.start, sourceLength: line.length }],
      })),
    glossary: [{ abbreviation: 'AU', longForm: 'African Union' }],
    notices: [],
  }
}

/** A casualty claim on the first "[low]" written in words or digits in the text. */
export function claimOf(text: string, exact: string, low: number, rule = 'casualty.test'): AnyAnnotation {
  const start = text.indexOf(exact)
  return {
    layer: 'casualty',
    start,
    end: start + exact.length,
    exact,
    fields: {
      low,
      high: low,
      approx: false,
      unit: 'people',
      effect: 'killed',
      victims: 'farmers',
      perpetrator: null,
      place: null,
      date: null,
      source: null,
    },
    rule,
    confidence: 0.9,
  }
}

export function actorOf(text: string, exact: string, name = exact): AnyAnnotation {
  const start = text.indexOf(exact)
  return {
    layer: 'actor',
    start,
    end: start + exact.length,
    exact,
    fields: { name, type: 'igo' },
    rule: 'actor.test',
    confidence: 0.8,
  }
}

export const report = 'The African Union said that 14 farmers were killed.\nAnother 9 people fled to Séguéla.'

/** What saves a text with its annotations. */
export function extractionOf(
  text: string,
  annotations: readonly AnyAnnotation[],
  options: { version?: string; path?: string; metadata?: Partial<Metadata> } = {},
): Extraction {
  const { version = 'rules-1', path = 'report.txt', metadata = {} } = options
  return {
    document: documentOf(text, metadata),
    bytes: Buffer.from(text, 'utf8'),
    path,
    annotations,
    extractor: { version, tocsin: '0.1.0' },
    startedAt: '2026-01-01T10:00:00Z',
    finishedAt: '2026-01-01T10:00:01Z',
  }
}

/** Saves the report with its usual annotations: an actor, and 14 killed. */
export function saveReport(store: Store): Saved {
  return store.saveExtraction(extractionOf(report, [actorOf(report, 'African Union'), claimOf(report, '14', 14)]))
}

export function decision(annotation: string, rest: Partial<Deciding> = {}): Deciding {
  return {
    annotation,
    reviewer: 'Ada',
    verdict: 'accept',
    start: null,
    end: null,
    fields: null,
    note: null,
    decidedAt: '2026-01-02T09:00:00Z',
    seen: 0,
    ...rest,
  }
}
