import { datasetRows } from '../../store/index.ts'
import { dataset } from './dataset.ts'

export const decisions = dataset({
  name: 'decisions',
  title: 'Decisions',
  definition:
    'Everything that reviewers decided, in order, also what was withdrawn or overruled since. Each row carries the hash of the one before it.',
  row: datasetRows.decisions,
  references: [
    { column: 'document', dataset: 'documents' },
    { column: 'withdrawn', dataset: 'decisions' },
  ],
  rows: (snapshot) => snapshot.decisions(),
})
