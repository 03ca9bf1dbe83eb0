import { z } from 'zod'
import { actorTypes } from '../../model/index.ts'
import { datasetRows } from '../../store/index.ts'
import { dataset } from './dataset.ts'
import { located, surroundings } from './located.ts'

const { id, document, start, end, name, type, ...rest } = datasetRows.actor_mentions.shape

export const actorMentions = dataset({
  name: 'actor_mentions',
  title: 'Mentions of actors',
  definition:
    'Each place where a named organised agent, person or identity group is mentioned, and which actor it means.',
  row: z.strictObject({
    ...{ id, document, start, end },
    ...surroundings,
    actor: z.string().describe('The actor that it means'),
    name: name.describe('Name of that actor in the register'),
    type: z.enum(actorTypes).describe('What kind of actor'),
    ...rest,
  }),
  references: [
    { column: 'document', dataset: 'documents' },
    { column: 'actor', dataset: 'actors' },
  ],
  *rows(snapshot) {
    for (const { row, around } of located(snapshot, 'actor_mentions', (row) => ({ actors: [row.name], date: null }))) {
      const actor = snapshot.actors.of(row.name)
      yield { ...row, ...around, actor: actor.id, name: actor.name, type: actor.type ?? row.type }
    }
  },
})
