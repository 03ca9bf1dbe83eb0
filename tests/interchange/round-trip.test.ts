import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type AnnotatedDocument,
  type InterchangeFormat,
  interchangeFormats,
  match,
  type Row,
} from '../../src/interchange/index.ts'
import { annotatedDocuments } from './rows.ts'

/** What comes back of a document, in the order in which it went out. */
function broughtBack(format: InterchangeFormat, document: AnnotatedDocument) {
  const { files, losses } = format.write(document)
  const read = format.read({
    text: files[format.extension ?? ''] ?? '',
    beside: (extension) => files[extension],
  })
  const library = { ids: [document.id], textOf: () => document.text }
  const matches = read.documents.map((one) => match(one, library))
  return {
    rows: matches.flatMap(({ matched }) => matched.map(({ row }) => bare(row))),
    faults: [...read.faults, ...matches.flatMap(({ faults }) => faults)],
    losses,
  }
}

/** A row without the context that is there to find it by. */
function bare(row: Row): Row {
  return { ...row, prefix: null, suffix: null }
}

describe.each(Object.entries(interchangeFormats).filter(([, { extension }]) => extension !== null))(
  '%s',
  (_, format) => {
    test('brings back every row that it does not say it could not hold', () => {
      fc.assert(
        fc.property(annotatedDocuments, (document) => {
          const { rows, faults, losses } = broughtBack(format, document)
          expect(faults).toEqual([])
          expect(rows.length + losses.length).toBe(document.rows.length)
          const wanted = document.rows.map((row) => JSON.stringify(bare(row)))
          for (const row of rows) {
            const at = wanted.indexOf(JSON.stringify(row))
            expect(at, JSON.stringify(row)).toBeGreaterThanOrEqual(0)
            wanted.splice(at, 1)
          }
        }),
        { numRuns: 300 },
      )
    })

    test('reads anything as rows or faults, and never fails', () => {
      fc.assert(
        fc.property(annotatedDocuments, fc.nat(), fc.string(), (document, at, noise) => {
          const { files } = format.write(document)
          const whole = files[format.extension ?? ''] ?? ''
          const text = whole.slice(0, at % (whole.length + 1)) + noise
          format.read({ text, beside: (extension) => files[extension] })
        }),
      )
    })
  },
)
