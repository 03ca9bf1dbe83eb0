import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { canonicalJson, sha256, storable } from './canonical.ts'
import type { Problem } from './problem.ts'

const runSchema = z.object({
  path: z.string(),
  outcome: z.enum(['done', 'failed']),
  document: z.string().nullable().default(null),
  tocsin: z.string().nullable().default(null),
  extractor: z.string().nullable().default(null),
  started_at: z.string(),
  finished_at: z.string(),
  media_type: z.string().nullable().default(null),
  title: z.string().nullable().default(null),
  publisher: z.string().nullable().default(null),
  published: z.string().nullable().default(null),
  language: z.string().nullable().default(null),
  url: z.string().nullable().default(null),
  licence: z.string().nullable().default(null),
  retrieved: z.string().nullable().default(null),
  glossary: z.string().nullable().default(null),
  notices: z.string().nullable().default(null),
  paragraphs_sha256: z.string().nullable().default(null),
  findings_sha256: z.string().nullable().default(null),
  reason: z.string().nullable().default(null),
  remedy: z.string().nullable().default(null),
})

const columns = Object.keys(runSchema.shape)

/** Appends a run with the hash of its row; columns that do not apply are left out. */
export function insertRun(connection: Database, run: z.input<typeof runSchema>): number {
  const row = runSchema.parse(storable(run))
  const { lastInsertRowid } = connection
    .prepare(
      `insert into runs (${columns.join(', ')}, sha256)
       values (${columns.map((column) => `:${column}`).join(', ')}, :sha256)`,
    )
    .run({ ...row, sha256: sha256(canonicalJson(row)) })
  return Number(lastInsertRowid)
}

/** A finding: annotation, rule and confidence. */
const findingSchema = z.tuple([z.string(), z.string(), z.number()])

/** SHA-256 over all that a run found, in whatever order. */
export function findingsHash(findings: readonly z.infer<typeof findingSchema>[]): string {
  return sha256(canonicalJson([...findings].sort(([a], [b]) => (a < b ? -1 : 1))))
}

const storedRun = runSchema.extend({ id: z.int(), sha256: z.string() })

/** Runs that were changed or taken out, and runs that did not find what they are said to have found. */
export function runProblems(connection: Database): Problem[] {
  const problems: string[] = []
  const findings = connection
    .prepare(
      `select annotations.id, run_annotations.rule, run_annotations.confidence
       from run_annotations join annotations on annotations.number = run_annotations.annotation
       where run_annotations.run = ?`,
    )
    .raw()
  let newest = 0
  for (const row of connection.prepare(`select id, ${columns.join(', ')}, sha256 from runs order by id`).iterate()) {
    const { id, sha256: hash, ...run } = storedRun.parse(row)
    if (id !== newest + 1) problems.push(`runs ${newest + 1} to ${id - 1} are missing`)
    if (sha256(canonicalJson(run)) !== hash) problems.push(`run ${id}: its record was changed`)
    if (
      run.outcome === 'done' &&
      findingsHash(z.array(findingSchema).parse(findings.all(id))) !== run.findings_sha256
    ) {
      problems.push(`run ${id}: what is on record is not what it found`)
    }
    newest = id
  }
  // SQLite remembers the largest number it ever gave, also when the rows are gone.
  const given = connection.prepare("select seq from sqlite_sequence where name = 'runs'").pluck().get() ?? 0
  if (given !== newest) problems.push(`the newest runs are missing: ${newest} of ${given} are there`)
  return problems.map((message) => ({ kind: 'run', message }))
}
