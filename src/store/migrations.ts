import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Database } from 'better-sqlite3'

/** A step of the schema: `db/migrations/NNN-name.sql`. */
interface Migration {
  /** The database's `user_version` when it is done. */
  readonly version: number
  readonly sql: string
}

/** "Tocs": tells our databases from other programs'. */
export const applicationId = 0x546f6373

const folder = fileURLToPath(new URL('../../db/migrations/', import.meta.url))

const migrations: readonly Migration[] = readdirSync(folder)
  .filter((name) => /^\d{3}-.*\.sql$/.test(name))
  .sort()
  .map((name) => ({ version: Number(name.slice(0, 3)), sql: readFileSync(`${folder}${name}`, 'utf8') }))

/** The version of the schema that this program speaks. */
export const schemaVersion = migrations.at(-1)?.version ?? 0

export function versionOf(connection: Database): number {
  return Number(connection.pragma('user_version', { simple: true }))
}

/** Brings a database up to `schemaVersion`, each step whole or not at all. Safe when several processes do it at once. */
export function migrate(connection: Database): void {
  for (const { version, sql } of migrations) {
    if (versionOf(connection) >= version) continue
    connection
      .transaction(() => {
        if (versionOf(connection) >= version) return
        connection.exec(sql)
        connection.pragma(`application_id = ${applicationId}`)
        connection.pragma(`user_version = ${version}`)
      })
      .immediate()
  }
}
