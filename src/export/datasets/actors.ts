import { z } from 'zod'
import { actorTypes } from '../../model/index.ts'
import type { DatasetRow } from '../../store/index.ts'
import { groupedBy } from '../grouped.ts'
import type { Snapshot } from '../snapshot.ts'
import { dataset } from './dataset.ts'

export const actors = dataset({
  name: 'actors',
  title: 'Actors',
  definition:
    'Each actor that the selected documents mention or that a reviewer registered, once for all its names; actors that were merged are one.',
  row: z.strictObject({
    id: z.string().describe('The name that it was first found by; stays when the name changes'),
    name: z.string().describe('Name in the register'),
    type: z.enum(actorTypes).nullable().describe('What kind of actor'),
    registered: z.boolean().describe('Whether a reviewer changed or confirmed anything about it in the register'),
    mentions: z.int().describe('How many mentions the selected documents hold'),
    documents: z.int().describe('In how many documents'),
  }),
  references: [],
  rows(snapshot) {
    const mentions = groupedBy(allMentions(snapshot), ({ name }) => snapshot.actors.of(name).id)
    const registered = new Set(snapshot.actors.registered())
    return [...new Set([...mentions.keys(), ...registered])].sort().map((id) => {
      const own = mentions.get(id) ?? []
      return {
        ...snapshot.actors.of(id),
        registered: registered.has(id),
        mentions: own.length,
        documents: new Set(own.map(({ document }) => document)).size,
      }
    })
  },
})

export const actorAliases = dataset({
  name: 'actor_aliases',
  title: 'Names of actors',
  definition: 'Each name by which an actor is known: given by a reviewer, or found in a document.',
  row: z.strictObject({
    id: z.string().describe('Actor and name'),
    actor: z.string().describe('The actor'),
    alias: z.string().describe('The name'),
    given: z.boolean().describe('Whether a reviewer gave it'),
    mentions: z.int().describe('How many mentions in the selected documents use it'),
  }),
  references: [{ column: 'actor', dataset: 'actors' }],
  rows(snapshot) {
    const used = groupedBy(allMentions(snapshot), ({ name }) => snapshot.actors.of(name).id)
    return [...new Set([...used.keys(), ...snapshot.actors.registered()])].sort().flatMap((actor) => {
      const found = groupedBy(used.get(actor) ?? [], (mention) => oneLine(snapshot.quote(mention.document, mention)))
      const given = snapshot.actors.aliasesOf(actor)
      const aliases = [...new Set([...given, ...found.keys()])].filter(
        (alias) => alias !== snapshot.actors.of(actor).name,
      )
      return aliases.sort().map((alias) => ({
        ...{ id: `${actor}/${alias}`, actor, alias },
        given: given.includes(alias),
        mentions: found.get(alias)?.length ?? 0,
      }))
    })
  },
})

function allMentions(snapshot: Snapshot): DatasetRow<'actor_mentions'>[] {
  return snapshot.documents.flatMap(({ id }) => snapshot.rows('actor_mentions', id))
}

function oneLine(quote: string): string {
  return quote.replace(/\s+/g, ' ')
}
