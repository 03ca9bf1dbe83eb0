import Database from 'better-sqlite3'

export type StoreErrorKind =
  | 'missing'
  | 'not-a-database'
  | 'newer'
  | 'older'
  | 'locked'
  | 'read-only'
  | 'no-permission'
  | 'disk-full'
  | 'corrupt'
  | 'unreadable'

/** The database can't be used; `message` says what is wrong with which file, `remedy` what to do. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
  readonly kind: StoreErrorKind
  readonly path: string
  readonly remedy: string

  constructor(kind: StoreErrorKind, path: string, problem?: string, cause?: unknown) {
    super(`${path}: ${problem ?? problems[kind]}`, cause === undefined ? {} : { cause })
    this.kind = kind
    this.path = path
    this.remedy = remedies[kind]
  }
}

const problems: Record<StoreErrorKind, string> = {
  missing: 'there is no such database',
  'not-a-database': 'the file is not a Tocsin database',
  newer: 'the database was written by a newer version of Tocsin',
  older: 'the database was written by an older version of Tocsin',
  locked: 'the database is in use by another program',
  'read-only': 'the database is read-only',
  'no-permission': 'the database cannot be opened',
  'disk-full': 'the disk is full; nothing of this document or decision was written',
  corrupt: 'the database is damaged',
  unreadable: 'the disk could not be read or written',
}

const remedies: Record<StoreErrorKind, string> = {
  missing: 'Check --db, or make the database with "tocsin extract".',
  'not-a-database': 'Name another file with --db; this one was left as it is.',
  newer: 'Install a newer Tocsin, or name another file with --db; this one was left as it is.',
  older: 'Open it once for writing, with "tocsin extract", to bring it up to date.',
  locked: 'Wait until the other program is done, or close it, and try again.',
  'read-only': 'Make the file and its folder writable, or copy the database to a folder that is.',
  'no-permission': 'Check that the folder exists and that you may read and write it and the file.',
  'disk-full': 'Free some space, or move the database to a larger disk, and run the same command again: it goes on.',
  corrupt: 'Restore it from a copy, or extract the documents again into a fresh database; "tocsin verify" says more.',
  unreadable: 'Check the disk and its connection, then run "tocsin verify".',
}

/**
 * SQLite's failure as a `StoreError`; any other error comes back as it is.
 *
 * @see https://www.sqlite.org/rescode.html
 */
export function toStoreError(path: string, error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return error
  const kind = kindOf(error.code)
  return kind === undefined ? error : new StoreError(kind, path, undefined, error)
}

function kindOf(code: string): StoreErrorKind | undefined {
  const family = code.split('_').slice(0, 2).join('_')
  if (code === 'SQLITE_READONLY_DBMOVED') return 'missing'
  // SQLite could not make its index of the write-ahead log longer.
  if (code === 'SQLITE_IOERR_SHMSIZE') return 'disk-full'
  return kinds[family]
}

const kinds: Record<string, StoreErrorKind> = {
  SQLITE_NOTADB: 'not-a-database',
  SQLITE_BUSY: 'locked',
  SQLITE_LOCKED: 'locked',
  SQLITE_PROTOCOL: 'locked',
  SQLITE_READONLY: 'read-only',
  SQLITE_FULL: 'disk-full',
  SQLITE_CORRUPT: 'corrupt',
  SQLITE_CANTOPEN: 'no-permission',
  SQLITE_PERM: 'no-permission',
  SQLITE_AUTH: 'no-permission',
  SQLITE_IOERR: 'unreadable',
}
