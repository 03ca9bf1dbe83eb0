import { z } from 'zod'
import { datasetRows } from '../../store/index.ts'
import { dataset } from './dataset.ts'

export const documents = dataset({
  name: 'documents',
  title: 'Documents',
  definition: 'Each report that was read, once. A document is its bytes: the same file under two names is one row.',
  row: datasetRows.documents,
  references: [],
  rows: ({ documents }) => documents,
})

export const paragraphs = dataset({
  name: 'paragraphs',
  title: 'Paragraphs',
  definition:
    'Each paragraph of each document as a person reads it, in reading order, running heads and notes included.',
  row: z.strictObject({ ...datasetRows.paragraphs.shape }),
  references: [{ column: 'document', dataset: 'documents' }],
  *rows(snapshot) {
    for (const { id } of snapshot.documents) yield* snapshot.paragraphs(id)
  },
})
