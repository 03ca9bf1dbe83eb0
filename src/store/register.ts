import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { type ActorType, actorTypes, registerChanges } from '../model/index.ts'
import { storable } from './canonical.ts'
import type { Decided } from './decisions.ts'
import { appendLink } from './ledger.ts'

const changeSchema = z.strictObject({
  /** An id that stays when the name changes: the name that the actor was first found by. */
  actor: z.string().min(1),
  change: z.enum(registerChanges),
  /** The name, the type, the alias, the id of the other actor, or the number of the change that is taken back. */
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
  /** Id of the actor that it was merged into. */
  readonly mergedInto: string | null
  readonly version: number
}

/** Appends a change of the register to the chain of decisions; the caller wraps it in a transaction. */
export function insertRegisterChange(connection: Database, registerChange: RegisterChange): Decided {
  const { seen, ...rest } = registerChange
  const parsed = changeSchema.safeParse(storable(rest))
  if (!parsed.success) return { outcome: 'refused', reason: z.prettifyError(parsed.error) }
  const { actor, change, value, reviewer, note, decidedAt } = parsed.data
  const version = versionOf(connection, actor)
  if (version !== seen) return { outcome: 'conflict', version }
  const flaw = flawIn(connection, parsed.data)
  if (flaw !== undefined) return { outcome: 'refused', reason: flaw }
  const row = { actor, change, value, reviewer, note, decided_at: decidedAt }
  const { link, hash } = appendLink(connection, 'register_changes', row)
  return { outcome: 'decided', version: link, hash }
}

/** Why a change makes no sense. */
function flawIn(connection: Database, { actor, change, value }: z.infer<typeof changeSchema>): string | undefined {
  switch (change) {
    case 'type':
      if (actorTypes.some((type) => type === value)) return undefined
      return `"${value}" is no type of actor: use one of ${actorTypes.join(', ')}`
    case 'merge':
      return leadsTo(connection, value, actor) ? `"${value}" is "${actor}" already` : undefined
    case 'split':
      return mergedInto(connection, actor) === value ? undefined : `"${actor}" is not merged into "${value}"`
    case 'withdraw':
      return isStanding(connection, actor, value) ? undefined : `"${actor}" has no change ${value} to take back`
    default:
      return undefined
  }
}

function mergedInto(connection: Database, actor: string): string | null {
  const target = connection.prepare('select merged_into from actors where id = ?').pluck().get(actor)
  return z
    .string()
    .nullable()
    .parse(target ?? null)
}

/** Whether an actor is another one, by however many merges. */
function leadsTo(connection: Database, actor: string, other: string): boolean {
  const seen = new Set<string>()
  for (let at: string | null = actor; at !== null && !seen.has(at); at = mergedInto(connection, at)) {
    if (at === other) return true
    seen.add(at)
  }
  return false
}

function isStanding(connection: Database, actor: string, link: string): boolean {
  const found = connection
    .prepare('select 1 from standing_register_changes where actor = ? and cast(link as text) = ?')
    .get(actor, link)
  return found !== undefined
}

function versionOf(connection: Database, actor: string): number {
  const newest = connection.prepare('select max(link) from register_changes where actor = ?').pluck().get(actor)
  return z.int().nullable().parse(newest) ?? 0
}

const actorRow = z.object({
  id: z.string(),
  name: z.string(),
  type: z.enum(actorTypes).nullable(),
  merged_into: z.string().nullable(),
  version: z.int(),
})

/** All actors of the register, by id. */
export function registerIn(connection: Database): RegisteredActor[] {
  const aliases = connection.prepare('select alias from aliases where actor = ? order by alias').pluck()
  return connection
    .prepare('select id, name, type, merged_into, version from actors order by id')
    .all()
    .map((row) => {
      const { merged_into: mergedInto, ...actor } = actorRow.parse(row)
      return { ...actor, mergedInto, aliases: z.array(z.string()).parse(aliases.all(actor.id)) }
    })
}

/** A change of the register as it was made. */
export interface PastChange {
  /** Its number in the chain. */
  readonly version: number
  readonly change: (typeof registerChanges)[number]
  readonly value: string
  readonly reviewer: string
  readonly note: string | null
  readonly decidedAt: string
  /** Whether it was not taken back since. */
  readonly stands: boolean
}

const pastRow = z
  .object({
    link: z.int(),
    change: z.enum(registerChanges),
    value: z.string(),
    reviewer: z.string(),
    note: z.string().nullable(),
    decided_at: z.string(),
    stands: z.literal([0, 1]),
  })
  .transform(
    ({ link, decided_at, stands, ...row }): PastChange => ({
      ...row,
      version: link,
      decidedAt: decided_at,
      stands: stands === 1,
    }),
  )

/** The changes of an actor, oldest first. */
export function changesOf(connection: Database, actor: string): PastChange[] {
  return connection
    .prepare(
      `select link, change, value, reviewer, note, decided_at,
         link in (select link from standing_register_changes where actor = :actor) as stands
       from register_changes where actor = :actor order by link`,
    )
    .all({ actor })
    .map((row) => pastRow.parse(row))
}
