import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { canonicalJson, sha256 } from './canonical.ts'
import type { Problem } from './problem.ts'

/** The tables whose rows are links of the chain, with their columns beside `link`. */
const contents = {
  decisions: [
    'annotation',
    'reviewer',
    'verdict',
    'span_start',
    'span_end',
    'fields',
    'note',
    'withdrawn',
    'decided_at',
  ],
  register_changes: ['actor', 'change', 'value', 'reviewer', 'note', 'decided_at'],
} as const

export type LinkKind = keyof typeof contents

/** A row that is to be appended: its table's columns. */
export type LinkContent<K extends LinkKind> = Readonly<
  Record<(typeof contents)[K][number], string | number | null> & { reviewer: string; decided_at: string }
>

/** The newest link of the chain: its number, which is how many there are, and its hash. */
export interface Head {
  readonly link: number
  readonly hash: string
}

/** What the first link follows. */
const chainStart = '0'.repeat(64)

const headRow = z.object({ link: z.int(), hash: z.string() })

/** The newest link; number 0 and zeros for a hash where nothing was decided yet. */
export function headOf(connection: Database): Head {
  const row = connection.prepare('select link, hash from ledger order by link desc limit 1').get()
  return row === undefined ? { link: 0, hash: chainStart } : headRow.parse(row)
}

/** Appends a row to its table as the next link, with the reviewer if they are new; the caller wraps it in a transaction. */
export function appendLink<K extends LinkKind>(connection: Database, kind: K, content: LinkContent<K>): Head {
  const { link: before, hash: previous } = headOf(connection)
  const link = before + 1
  const hash = linkHash(link, kind, previous, content)
  const columns = contents[kind]
  connection
    .prepare('insert into reviewers (name, added_at) values (?, ?) on conflict (name) do nothing')
    .run(content.reviewer, content.decided_at)
  connection
    .prepare('insert into ledger (link, kind, previous, hash) values (?, ?, ?, ?)')
    .run(link, kind, previous, hash)
  connection
    .prepare(
      `insert into ${kind} (link, ${columns.join(', ')})
       values (:link, ${columns.map((column) => `:${column}`).join(', ')})`,
    )
    .run({ link, ...content })
  return { link, hash }
}

/** SHA-256 of a link's content, its place and the hash before it, as canonical JSON. */
function linkHash(link: number, kind: string, previous: unknown, content: unknown): string {
  return sha256(canonicalJson([link, kind, previous, content]))
}

const linkRow = z.object({ link: z.int(), kind: z.string(), previous: z.unknown(), hash: z.unknown() })

/** Links in their order, each following the one before, with its content as it was hashed, and none cut off. */
export function chainProblems(connection: Database): Problem[] {
  const problems: Problem[] = []
  const contentOf = contentFinder(connection)
  let expected = chainStart
  let newest = 0
  for (const row of connection.prepare('select link, kind, previous, hash from ledger order by link').iterate()) {
    const { link, kind, previous, hash } = linkRow.parse(row)
    const content = contentOf(kind, link)
    if (link !== newest + 1) {
      problems.push({ kind: 'chain', message: `decisions ${newest + 1} to ${link - 1} are missing` })
    }
    if (previous !== expected) {
      problems.push({ kind: 'chain', message: `decision ${link} does not follow the one before it` })
    }
    if (content === undefined) {
      problems.push({ kind: 'decision', message: `decision ${link} is missing, its link in the chain is there` })
    } else if (linkHash(link, kind, previous, content) !== hash) {
      problems.push({ kind: 'decision', message: `decision ${link} is not as it was decided: its hash is another` })
    }
    expected = String(hash)
    newest = link
  }
  // SQLite remembers the largest number it ever gave, also when the rows are gone.
  const given = connection.prepare("select seq from sqlite_sequence where name = 'ledger'").pluck().get() ?? 0
  if (given !== newest) {
    problems.push({ kind: 'chain', message: `the newest decisions are missing: ${newest} of ${given} are there` })
  }
  return problems
}

function contentFinder(connection: Database): (kind: string, link: number) => unknown {
  const statements = new Map(
    Object.entries(contents).map(([kind, columns]) => [
      kind,
      connection.prepare(`select ${columns.join(', ')} from ${kind} where link = ?`),
    ]),
  )
  return (kind, link) => statements.get(kind)?.get(link)
}
