import { z } from 'zod'
import { type DatasetRow, datasetRows } from '../../store/index.ts'
import { precisionOf, precisions } from '../derivations.ts'
import { dataset } from './dataset.ts'
import { dateOf, located, surroundings } from './located.ts'

const { id, document, start, end, date_start, date_end, edtf, state, reviewers, decided_at, rule } =
  datasetRows.dates.shape

export const timeline = dataset({
  name: 'timeline',
  title: 'Timeline',
  definition:
    'Each dated expression with the sentence around it, in the order of the calendar: who is named in it, which claims and warnings it holds. A sentence with two dates stands here twice.',
  row: z.strictObject({
    id: id.describe('The date annotation'),
    ...{ date_start, date_end, edtf },
    precision: z.enum(precisions).describe('How exactly the date is known'),
    document,
    ...surroundings,
    ...{ start, end },
    actors: z.string().nullable().describe('Names of the actors in the sentence, between them "; "'),
    claims: z.string().nullable().describe('Ids of the casualty claims in the sentence, between them "; "'),
    harm: z.string().nullable().describe('What these claims say, in short: "12 killed; 30 injured"'),
    warnings: z.string().nullable().describe('Ids of the warnings in the sentence, between them "; "'),
    ...{ state, rule, reviewers, decided_at },
  }),
  references: [
    { column: 'id', dataset: 'dates' },
    { column: 'document', dataset: 'documents' },
  ],
  rows(snapshot) {
    const facts = (row: DatasetRow<'dates'>) => ({
      actors: snapshot.actorsBeside(row.document, row),
      date: dateOf(row),
    })
    const rows = [...located(snapshot, 'dates', facts)].map(({ row, around }) => {
      const { actors, claims, warnings } = snapshot.beside(row.document, row)
      return {
        ...around,
        ...{ id: row.id, document: row.document, start: row.start, end: row.end },
        ...{ date_start: row.date_start, date_end: row.date_end, edtf: row.edtf },
        precision: precisionOf({ start: row.date_start, end: row.date_end }),
        actors: joined(new Set(actors.map(({ name }) => snapshot.actors.of(name).name))),
        claims: joined(claims.map((claim) => claim.id)),
        harm: joined(claims.map(inShort)),
        warnings: joined(warnings.map((warning) => warning.id)),
        ...{ state: row.state, rule: row.rule, reviewers: row.reviewers, decided_at: row.decided_at },
      }
    })
    return rows.sort((a, b) => compare(a.date_start, b.date_start) || compare(a.date_end, b.date_end))
  },
})

function joined(values: Iterable<string>): string | null {
  return [...values].join('; ') || null
}

/** "12 killed", "up to 40 injured", "3000–6000 displaced". */
function inShort({ low, high, unit, effect }: DatasetRow<'casualty_claims'>): string {
  const sign = unit === 'percent' ? ' %' : ''
  const bounds =
    low === null ? `up to ${high}` : high === null ? `${low} or more` : low === high ? `${low}` : `${low}–${high}`
  return `${bounds}${sign} ${effect}`
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
