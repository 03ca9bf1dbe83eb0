import { z } from 'zod'
import { actorTypes } from '../../model/index.ts'
import { type DatasetRow, datasetRows } from '../../store/index.ts'
import { certainties, precisionOf, precisions, scopes, victimStatuses } from '../derivations.ts'
import type { Snapshot } from '../snapshot.ts'
import { dataset } from './dataset.ts'
import { dateOf, located, surroundings } from './located.ts'
import { wholesIn } from './parts.ts'

const { id, document, start, end, low, high, approx, unit, effect, victims, perpetrator, place, ...rest } =
  datasetRows.casualty_claims.shape
const { date_start, date_end, source, ...review } = rest

const claimRow = z.strictObject({
  ...{ id, document, start, end },
  ...surroundings,
  ...{ low, high },
  best: z.number().nullable().describe('The number, where the text gives one only; empty for a range or an open bound'),
  ...{ approx, unit, effect, victims },
  victim_status: z.enum(victimStatuses).describe('Civilian or combatant, where the words for the victims say it'),
  perpetrator,
  perpetrator_actor: z.string().nullable().describe('The actor that the perpetrator is'),
  perpetrator_certainty: z
    .enum(certainties)
    .nullable()
    .describe('As attributed: stated by the document, reported by a source, or alleged'),
  ...{ place, date_start, date_end },
  date_precision: z.enum(precisions).nullable().describe('How exactly the date is known'),
  source,
  source_actor: z.string().nullable().describe('The actor that the source is'),
  source_kind: z.enum(actorTypes).nullable().describe('What kind of actor the source is'),
  scope: z.enum(scopes).describe('Whether the count is of one incident or a sum over many'),
  part_of: z.string().nullable().describe('The claim of which this one counts a part'),
  ...review,
})

/** A casualty claim with all its columns. */
export type Claim = z.output<typeof claimRow>

export const casualtyClaims = dataset({
  name: 'casualty_claims',
  title: 'Casualty claims',
  definition:
    'Each count of people harmed, as one report gives it. A claim is not a count of the dead: several claims may speak of the same people, one may be a part of another, and sums over incidents stand beside single ones. Never add them up; see incidents.',
  row: claimRow,
  references: [
    { column: 'document', dataset: 'documents' },
    { column: 'perpetrator_actor', dataset: 'actors' },
    { column: 'source_actor', dataset: 'actors' },
    { column: 'part_of', dataset: 'casualty_claims' },
  ],
  rows: claimRows,
})

/** The selected claims with all their columns. */
export function* claimRows(snapshot: Snapshot): Generator<Claim> {
  const facts = (row: DatasetRow<'casualty_claims'>) => ({ actors: [row.perpetrator, row.source], date: dateOf(row) })
  const selected = new Set<string>()
  let wholes: ReadonlyMap<string, string> = new Map()
  let document = ''
  for (const { row, around } of located(snapshot, 'casualty_claims', facts)) {
    if (row.document !== document) {
      document = row.document
      wholes = wholesIn(snapshot, document)
    }
    selected.add(row.id)
    yield {
      ...row,
      ...around,
      ...derivedOf(row, around.sentence, snapshot),
      part_of: among(selected, wholes.get(row.id)),
    }
  }
}

function among(selected: ReadonlySet<string>, id: string | undefined): string | null {
  return id !== undefined && selected.has(id) ? id : null
}

function derivedOf(row: DatasetRow<'casualty_claims'>, sentence: string, { actors, derivations }: Snapshot) {
  const named = (name: string | null) => (name === null || !actors.isKnown(name) ? null : actors.of(name))
  const [perpetrator, source] = [named(row.perpetrator), named(row.source)]
  const date = dateOf(row)
  const number = row.unit === 'people' ? derivations.numberOf(row.machine_quote) : null
  const bounds = number === null ? { low: row.low, high: row.high } : { low: number, high: number }
  return {
    ...bounds,
    best: bounds.low === bounds.high ? bounds.low : null,
    victim_status: derivations.victimStatus(row.victims),
    perpetrator: perpetrator?.name ?? row.perpetrator,
    perpetrator_actor: perpetrator?.id ?? null,
    perpetrator_certainty: row.perpetrator === null ? null : derivations.certainty(sentence, row.source !== null),
    date_precision: date === null ? null : precisionOf(date),
    source: source?.name ?? row.source,
    source_actor: source?.id ?? null,
    source_kind: source?.type ?? null,
    scope: derivations.scope(sentence, date),
  }
}
