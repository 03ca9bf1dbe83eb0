import { z } from 'zod'
import { type DatasetRow, datasetRows } from '../../store/index.ts'
import type { Snapshot } from '../snapshot.ts'
import { dataset } from './dataset.ts'
import { dateOf, located, surroundings } from './located.ts'

const { id, document, start, end, kind, trigger, speaker, addressee, ...rest } = datasetRows.warnings.shape

const warningRow = z.strictObject({
  ...{ id, document, start, end },
  ...surroundings,
  ...{ kind, trigger, speaker },
  speaker_actor: z.string().nullable().describe('The actor that the speaker is'),
  addressee,
  addressee_actor: z.string().nullable().describe('The actor that the addressee is'),
  ...rest,
})

/** A warning with all its columns. */
export type Warning = z.output<typeof warningRow>

export const warnings = dataset({
  name: 'warnings',
  title: 'Warnings',
  definition:
    'Each sentence that warns of harm, incites to it, asserts its risk, or calls for protection from it, as the codebook tells these kinds apart.',
  row: warningRow,
  references: [
    { column: 'document', dataset: 'documents' },
    { column: 'speaker_actor', dataset: 'actors' },
    { column: 'addressee_actor', dataset: 'actors' },
  ],
  rows: warningRows,
})

/** The selected warnings with all their columns. */
export function* warningRows(snapshot: Snapshot): Generator<Warning> {
  const facts = (row: DatasetRow<'warnings'>) => ({ actors: [row.speaker, row.addressee], date: dateOf(row) })
  for (const { row, around } of located(snapshot, 'warnings', facts)) {
    const named = (name: string | null) =>
      name === null || !snapshot.actors.isKnown(name) ? null : snapshot.actors.of(name)
    const [speaker, addressee] = [named(row.speaker), named(row.addressee)]
    yield {
      ...row,
      ...around,
      speaker: speaker?.name ?? row.speaker,
      speaker_actor: speaker?.id ?? null,
      addressee: addressee?.name ?? row.addressee,
      addressee_actor: addressee?.id ?? null,
    }
  }
}
