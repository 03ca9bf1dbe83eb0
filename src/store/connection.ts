import { accessSync, constants, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { StoreError, toStoreError } from './errors.ts'
import { applicationId, migrate, schemaVersion, versionOf } from './migrations.ts'

type Mode = 'write' | 'read'

/** How long to wait for another program's lock, in milliseconds, unless told. */
const patience = 5000

export interface OpenOptions {
  /** `write` makes the database where there is none and brings an older one up to date; `read` never changes it. */
  readonly mode: Mode
  /** How long to wait for another program's lock, in milliseconds. */
  readonly patience?: number
}

/**
 * A connection to a database of the schema that this program speaks.
 *
 * @throws StoreError where the file can't be used, and then it is as it was
 */
export function connect(path: string, options: OpenOptions): Database.Database {
  const exists = examine(path)
  if (!exists && options.mode === 'read') throw new StoreError('missing', path)
  try {
    if (!exists) mkdirSync(dirname(path), { recursive: true })
  } catch (error) {
    throw new StoreError('no-permission', path, 'the folder of the database cannot be made', error)
  }
  let connection: Database.Database | undefined
  try {
    connection = new Database(path, {
      readonly: options.mode === 'read',
      fileMustExist: options.mode === 'read',
      timeout: options.patience ?? patience,
    })
    recognise(connection, path, options.mode)
    if (options.mode === 'write') prepareForWriting(connection)
    return connection
  } catch (error) {
    connection?.close()
    throw openingError(path, error)
  }
}

/** A file that can be read and yet not be opened stands where SQLite can't put its write-ahead log beside it. */
function openingError(path: string, error: unknown): unknown {
  const storeError = toStoreError(path, error)
  if (!(storeError instanceof StoreError) || storeError.kind !== 'no-permission' || !isReadable(path)) return storeError
  return new StoreError('read-only', path, 'the database is in a folder that cannot be written to', error)
}

function isReadable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK)
    return true
  } catch {
    return false
  }
}

/** Whether there is a file; anything that is there but can't be a database is refused. */
function examine(path: string): boolean {
  try {
    if (statSync(path).isFile()) return true
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT') return false
    throw new StoreError('no-permission', path, undefined, error)
  }
  throw new StoreError('not-a-database', path, 'this is a folder or a device, not a database file')
}

function recognise(connection: Database.Database, path: string, mode: Mode): void {
  const version = versionOf(connection)
  const application = connection.pragma('application_id', { simple: true })
  const objects = connection.prepare('select count(*) from sqlite_schema').pluck().get()
  const isFresh = objects === 0 && version === 0 && application === 0
  if (isFresh && mode === 'read') throw new StoreError('not-a-database', path, 'the file is an empty database')
  if (!isFresh && application !== applicationId) {
    throw new StoreError('not-a-database', path, "the file is another program's SQLite database")
  }
  if (version > schemaVersion) {
    const problem = `the database has schema ${version}, this program speaks up to ${schemaVersion}`
    throw new StoreError('newer', path, `${problem}: it was written by a newer version of Tocsin`)
  }
  if (version < schemaVersion && mode === 'read') throw new StoreError('older', path)
}

function prepareForWriting(connection: Database.Database): void {
  connection.pragma('journal_mode = wal')
  // A decision that was acknowledged must outlive a power cut, not only a crash of the program.
  connection.pragma('synchronous = full')
  connection.pragma('foreign_keys = on')
  connection.pragma('recursive_triggers = on')
  migrate(connection)
}
