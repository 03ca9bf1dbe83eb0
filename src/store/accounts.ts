import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { sha256 } from './canonical.ts'
import type { Sight } from './reviewed.ts'

/** A reviewer who may sign in from elsewhere. */
export interface Account extends Sight {
  /** ISO 8601 instant, UTC. */
  readonly addedAt: string
}

const accountRow = z
  .object({ reviewer: z.string(), blind: z.literal([0, 1]), added_at: z.string() })
  .transform(({ reviewer, blind, added_at: addedAt }): Account => ({ reviewer, blind: blind === 1, addedAt }))

/** All accounts by name. */
export function accountsIn(connection: Database): Account[] {
  return connection
    .prepare('select reviewer, blind, added_at from accounts order by reviewer')
    .all()
    .map((row) => accountRow.parse(row))
}

/** Adds an account, of whose token only the hash is kept; `false` if there is one of that name. */
export function insertAccount(connection: Database, account: Account, token: string): boolean {
  const { changes } = connection
    .prepare(
      `insert into accounts (reviewer, token_sha256, blind, added_at) values (?, ?, ?, ?)
       on conflict (reviewer) do nothing`,
    )
    .run(account.reviewer, sha256(token), account.blind ? 1 : 0, account.addedAt)
  return changes === 1
}

/** Takes an account away and signs its reviewer out; what they decided stays. */
export function deleteAccount(connection: Database, reviewer: string): boolean {
  return connection.prepare('delete from accounts where reviewer = ?').run(reviewer).changes === 1
}

/** Whose token it is. The lookup goes by hash, so its time tells nothing of the token. */
export function accountOf(connection: Database, token: string): Account | undefined {
  const row = connection
    .prepare('select reviewer, blind, added_at from accounts where token_sha256 = ?')
    .get(sha256(token))
  return row === undefined ? undefined : accountRow.parse(row)
}

/** Who signs in, and whether by an account or because they sit at this machine. */
export interface Session extends Sight {
  readonly kind: 'account' | 'local'
}

/** Keeps a session, of whose token only the hash is kept; those that expired before `now` are forgotten. */
export function insertSession(
  connection: Database,
  session: Session & { readonly token: string; readonly now: string; readonly expiresAt: string },
): void {
  const { reviewer, blind, kind, token, now, expiresAt } = session
  connection.prepare('delete from sessions where expires_at <= ?').run(now)
  connection
    .prepare('insert into sessions (token_sha256, reviewer, account, blind, expires_at) values (?, ?, ?, ?, ?)')
    .run(sha256(token), reviewer, kind === 'account' ? reviewer : null, blind ? 1 : 0, expiresAt)
}

const sessionRow = z
  .object({ reviewer: z.string(), account: z.string().nullable(), blind: z.literal([0, 1]) })
  .transform(
    ({ reviewer, account, blind }): Session => ({
      reviewer,
      blind: blind === 1,
      kind: account === null ? 'local' : 'account',
    }),
  )

/** Who is signed in with a token; `undefined` if nobody is, or no longer. */
export function sessionOf(connection: Database, token: string, now: string): Session | undefined {
  const row = connection
    .prepare('select reviewer, account, blind from sessions where token_sha256 = ? and expires_at > ?')
    .get(sha256(token), now)
  return row === undefined ? undefined : sessionRow.parse(row)
}
