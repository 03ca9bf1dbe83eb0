import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { headOf } from './ledger.ts'
import { type Sight, viewerOf } from './reviewed.ts'

/** What was decided since a version, as far as a reviewer may see it. */
export interface News {
  /** The number of the newest decision or change that was looked at; ask for what came since this one next. */
  readonly version: number
  /** Ids of the annotations that were decided on, each once. */
  readonly annotations: readonly string[]
  /** Ids of the actors of the register that were changed, each once. */
  readonly actors: readonly string[]
}

/** Where a database stands: unequal when anything was decided or extracted. */
export interface Standing {
  /** The number of the newest decision or change of the register. */
  readonly version: number
  /** The newest run, 0 where there is none. */
  readonly run: number
}

export function standingOf(connection: Database): Standing {
  const run = connection.prepare('select coalesce(max(id), 0) from runs').pluck().get()
  return { version: headOf(connection).link, run: z.int().parse(run) }
}

const linkRow = z.object({ link: z.int(), annotation: z.string().nullable(), actor: z.string().nullable() })

/** What up to `limit` links since a version were about. */
export function newsSince(connection: Database, sight: Sight, since: number, limit: number): News {
  const rows = connection
    .prepare(
      `select ledger.link, decisions.annotation, register_changes.actor
       from ledger
       left join decisions on decisions.link = ledger.link and (:viewer is null or decisions.reviewer = :viewer)
       left join register_changes on register_changes.link = ledger.link
       where ledger.link > :since order by ledger.link limit :limit`,
    )
    .all({ since, limit, viewer: viewerOf(sight) })
    .map((row) => linkRow.parse(row))
  const unique = (ids: readonly (string | null)[]) => [...new Set(ids.filter((id) => id !== null))]
  return {
    version: rows.at(-1)?.link ?? since,
    annotations: unique(rows.map(({ annotation }) => annotation)),
    actors: unique(rows.map(({ actor }) => actor)),
  }
}

/** Documents that were extracted since a run. */
export function documentsSince(connection: Database, run: number): string[] {
  const ids = connection
    .prepare("select distinct document from runs where id > ? and outcome = 'done' order by document")
    .pluck()
    .all(run)
  return z.array(z.string()).parse(ids)
}
