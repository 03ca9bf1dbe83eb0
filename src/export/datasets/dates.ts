import { z } from 'zod'
import { datasetRows } from '../../store/index.ts'
import { precisionOf, precisions } from '../derivations.ts'
import { dataset } from './dataset.ts'
import { dateOf, located, surroundings } from './located.ts'

const { id, document, start, end, ...rest } = datasetRows.dates.shape

export const dates = dataset({
  name: 'dates',
  title: 'Dates',
  definition: 'Each expression of time that can be put on the calendar, as first and last day covered.',
  row: z.strictObject({
    ...{ id, document, start, end },
    ...surroundings,
    ...rest,
    precision: z.enum(precisions).describe('How exactly the date is known'),
  }),
  references: [{ column: 'document', dataset: 'documents' }],
  *rows(snapshot) {
    const facts = (row: { date_start: string; date_end: string; start: number; end: number }, document: string) => ({
      actors: snapshot.actorsBeside(document, row),
      date: dateOf(row),
    })
    for (const { row, around } of located(snapshot, 'dates', facts)) {
      yield { ...row, ...around, precision: precisionOf({ start: row.date_start, end: row.date_end }) }
    }
  },
})
