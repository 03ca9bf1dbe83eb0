import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { type ActorType, actorTypes } from '../model/index.ts'
import { storable } from './canonical.ts'
import type { Decided } from './decisions.ts'
import { appendLink } from './ledger.ts'

const changeSchema = z.strictObject({
  /** An id that stays when the name changes. */
  actor: z.string().min(1),
  change: z.enum(['name', 'type', 'alias', 'not-alias']),
  /** The name, the type or the alias. */
  value: z.string().min(1),
  reviewer: z.string().min(1),
  note: z.string().nullable(),
  /** ISO 8601 instant, UTC. */
  decidedAt: z.iso.datetime(),
})

/** A change of the register, with the version of the actor that the reviewer saw: 0 for a new one. */
export interface RegisterChange extends z.infer<typeof changeSchema> {
  readonly seen: number
}

/** An actor as the register has it now. */
export interface RegisteredActor {
  readonly id: string
  readonly name: string
  readonly type: ActorType | null
  readonly aliases: readonly string[]
  readonly version: number
}

/** Appends a change of the register to the chain of decisions; the caller wraps it in a transaction. */
export function insertRegisterChange(connection: Database, registerChange: RegisterChange): Decided {
  const { seen, ...rest } = registerChange
  const parsed = changeSchema.safeParse(storable(rest))
  if (!parsed.success) return { outcome: 'refused', reason: z.prettifyError(parsed.error) }
  const { actor, change, value, reviewer, note, decidedAt } = parsed.data
  if (change === 'type' && !actorTypes.some((type) => type === value)) {
    return { outcome: 'refused', reason: `"${value}" is no type of actor: use one of ${actorTypes.join(', ')}` }
  }
  const version = versionOf(connection, actor)
  if (version !== seen) return { outcome: 'conflict', version }
  const row = { actor, change, value, reviewer, note, decided_at: decidedAt }
  const { link, hash } = appendLink(connection, 'register_changes', row)
  return { outcome: 'decided', version: link, hash }
}

function versionOf(connection: Database, actor: string): number {
  const newest = connection.prepare('select max(link) from register_changes where actor = ?').pluck().get(actor)
  return z.int().nullable().parse(newest) ?? 0
}

const actorRow = z.object({
  id: z.string(),
  name: z.string(),
  type: z.enum(actorTypes).nullable(),
  version: z.int(),
})

/** All actors of the register that have a name, by id. */
export function registerIn(connection: Database): RegisteredActor[] {
  const aliases = connection.prepare('select alias from aliases where actor = ? order by alias').pluck()
  return connection
    .prepare('select id, name, type, version from actors order by id')
    .all()
    .map((row) => {
      const actor = actorRow.parse(row)
      return { ...actor, aliases: z.array(z.string()).parse(aliases.all(actor.id)) }
    })
}
