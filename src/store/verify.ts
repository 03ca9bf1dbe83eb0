import BetterSqlite3, { type Database } from 'better-sqlite3'
import { z } from 'zod'
import { chainProblems } from './ledger.ts'
import { migrate } from './migrations.ts'
import { attempt, type Problem } from './problem.ts'
import { runProblems } from './runs.ts'
import { documentIds, documentProblems } from './verify-document.ts'

/** Checks the file from the outside in; a check that can't be made because of damage is a problem, too. */
export function verify(connection: Database): Problem[] {
  return [
    ...attempt('file', 'the file cannot be checked', () => fileProblems(connection)),
    ...attempt('schema', 'the schema cannot be checked', () => schemaProblems(connection)),
    ...attempt('document', 'the documents cannot be listed', () =>
      documentIds(connection).flatMap((id) => documentProblems(connection, id)),
    ),
    ...attempt('run', 'the runs cannot be read', () => runProblems(connection)),
    ...attempt('chain', 'the chain of decisions cannot be read', () => chainProblems(connection)),
  ]
}

const foreignKeyRow = z.object({ table: z.string(), rowid: z.int().nullable(), parent: z.string() })

function fileProblems(connection: Database): Problem[] {
  const integrity = z.array(z.object({ integrity_check: z.string() })).parse(connection.pragma('integrity_check'))
  const orphans = z.array(foreignKeyRow).parse(connection.pragma('foreign_key_check'))
  return [
    ...integrity.map((row) => row.integrity_check).filter((message) => message !== 'ok'),
    ...orphans.map(({ table, rowid, parent }) => `row ${rowid ?? '?'} of ${table} refers to no row of ${parent}`),
  ].map((message) => ({ kind: 'file', message }))
}

/** Compares all tables, views, indexes and triggers with those of a fresh database. */
function schemaProblems(connection: Database): Problem[] {
  const fresh = new BetterSqlite3(':memory:')
  try {
    migrate(fresh)
    const expected = schemaOf(fresh)
    const actual = schemaOf(connection)
    return [...new Set([...expected.keys(), ...actual.keys()])].sort().flatMap((name): Problem[] => {
      if (expected.get(name) === actual.get(name)) return []
      const fault = !actual.has(name) ? 'is missing' : expected.has(name) ? 'was changed' : 'does not belong here'
      return [{ kind: 'schema', message: `${name} ${fault}` }]
    })
  } finally {
    fresh.close()
  }
}

const schemaRow = z.object({ type: z.string(), name: z.string(), sql: z.string().nullable() })

/** Statements by "trigger NAME"; SQLite's own tables (statistics, say) are left out. */
function schemaOf(connection: Database): Map<string, string | null> {
  const rows = connection.prepare(
    "select type, name, sql from sqlite_schema where name not like 'sqlite\\_%' escape '\\'",
  )
  return new Map(
    rows
      .all()
      .map((row) => schemaRow.parse(row))
      .map(({ type, name, sql }) => [`${type} ${name}`, sql]),
  )
}
