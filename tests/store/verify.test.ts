import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { readBytes } from '../../src/read/index.ts'
import { openStore, type Problem, type Store, StoreError } from '../../src/store/index.ts'
import { claimOf, decision, documentOf, extractionOf, inFolder, inStore, report, saveReport } from './builder.ts'

/** A database with a document, two runs, a failure and three decisions, which `use` may tamper with. */
function inReviewedFile(use: (path: string) => void): Promise<void> {
  return inFolder((folder) => {
    const path = join(folder, 'test.db')
    const store = openStore(path, { mode: 'write' })
    saveReport(store)
    store.recordFailure({ path: 'bad.txt', reason: 'empty', remedy: null, at: '2026-01-01T10:00:00Z' })
    for (const { id } of store.annotations()) store.decide(decision(id, { verdict: 'reject' }))
    const [claim] = store.annotations({ layer: 'casualty' })
    const correction = { start: 0, end: 3, fields: { ...claimOf(report, '14', 14).fields }, seen: 2 }
    store.decide(decision(claim?.id ?? '', { verdict: 'correct', ...correction }))
    saveReport(store)
    store.close()
    use(path)
  })
}

/** Does to a file what no part of the program would: takes the triggers off, and puts them back when done. */
function tamper(path: string, sql: string, values: unknown[] = []): void {
  const raw = new Database(path)
  raw.pragma('foreign_keys = off')
  raw.pragma('ignore_check_constraints = on')
  const triggers = raw.prepare<[], { name: string; sql: string }>(
    "select name, sql from sqlite_schema where type = 'trigger'",
  )
  const kept = triggers.all()
  for (const { name } of kept) raw.exec(`drop trigger ${name}`)
  if (values.length > 0) raw.prepare(sql).run(...values)
  else raw.exec(sql)
  for (const trigger of kept) raw.exec(trigger.sql)
  raw.close()
}

function problemsIn(path: string): Problem[] {
  const store = openStore(path, { mode: 'read' })
  try {
    return store.verify()
  } finally {
    store.close()
  }
}

/** Kinds of the problems found, or of the error at opening. */
function complaintsOf(path: string): string[] {
  try {
    return problemsIn(path).map(({ kind }) => kind)
  } catch (error) {
    if (error instanceof StoreError) return [error.kind]
    throw error
  }
}

const { id: document } = documentOf(report)
const otherBytes = deflateSync(Buffer.from(report.replace('14', '40')))

describe('verify', () => {
  it('finds nothing wrong in an untouched database', () =>
    inReviewedFile((path) => {
      expect(problemsIn(path)).toEqual([])
      tamper(path, 'select 1')
      expect(problemsIn(path)).toEqual([])
    }))

  const plants: [string, string, unknown[], Problem['kind'], string][] = [
    ['other bytes', 'update documents set bytes = ?', [otherBytes], 'document', 'its bytes are not those'],
    ['bytes that are no archive', "update documents set bytes = x'00'", [], 'document', 'cannot be read'],
    ['another text', 'update documents set text = ?', [otherBytes], 'document', 'its text is not the one'],
    ['another length', 'update documents set text_length = 5', [], 'document', 'its length'],
    ['another id of a document', 'update documents set id = hex(zeroblob(32))', [], 'file', 'refers to no row'],
    ['a document taken out', 'delete from documents', [], 'file', 'refers to no row'],
    ['another clean text', "update paragraphs set text = replace(text, '14', '40')", [], 'paragraph', 'not those'],
    ['clean text cut short', "update paragraphs set text = 'x' where position = 0", [], 'paragraph', 'does not cover'],
    ['another range', "update paragraphs set ranges = '[[0,9999]]'", [], 'paragraph', 'outside of the source'],
    ['a map that is no JSON', "update paragraphs set map = '[' where position = 0", [], 'paragraph', 'cannot be read'],
    ['a map with a gap', "update paragraphs set map = '[[1,5,0,5]]' where position = 0", [], 'paragraph', 'a gap at 0'],
    ['a paragraph taken out', 'delete from paragraphs where position = 1', [], 'paragraph', 'not those'],
    ['another quote', "update annotations set exact = '40' where exact = '14'", [], 'annotation', 'its quote'],
    ['another span', 'update annotations set span_start = span_start + 1', [], 'annotation', 'its quote'],
    [
      'another number of deaths',
      "update annotations set fields = json_set(fields, '$.low', 40) where layer = 'casualty'",
      [],
      'annotation',
      'its content was changed',
    ],
    [
      'fields that are no JSON',
      "update annotations set fields = '{' where exact = '14'",
      [],
      'annotation',
      'cannot be',
    ],
    ['another origin', "update annotations set origin = 'reviewer'", [], 'annotation', 'its content was changed'],
    [
      'an annotation put in',
      `insert into annotations
       select 99, hex(zeroblob(32)), document, layer, 4, 11, 'African', fields, origin from annotations where exact = '14'`,
      [],
      'annotation',
      'its content was changed',
    ],
    ['an annotation taken out', "delete from annotations where exact = '14'", [], 'file', 'refers to no row'],
    ['a finding taken out', 'delete from run_annotations where run = 1', [], 'run', 'not what it found'],
    ['another confidence', 'update run_annotations set confidence = 1', [], 'run', 'not what it found'],
    ['another date of publication', "update runs set published = '1999'", [], 'run', 'its record was changed'],
    ['a failure taken out', "delete from runs where outcome = 'failed'", [], 'run', 'runs 2 to 2 are missing'],
    [
      'the newest run taken out',
      'delete from run_annotations where run = 3; delete from runs where id = 3',
      [],
      'run',
      '2 of 3 are there',
    ],
    [
      'another verdict',
      "update decisions set verdict = 'accept' where link = 1",
      [],
      'decision',
      'decision 1 is not as',
    ],
    [
      'another reviewer',
      "update decisions set reviewer = 'Eve' where link = 2",
      [],
      'decision',
      'decision 2 is not as',
    ],
    [
      'another time',
      "update decisions set decided_at = '2027-01-01T00:00:00Z'",
      [],
      'decision',
      'decision 3 is not as',
    ],
    ['a note put in', "update decisions set note = 'sure' where link = 1", [], 'decision', 'decision 1 is not as'],
    [
      'another corrected number',
      "update decisions set fields = json_set(fields, '$.low', 1) where link = 3",
      [],
      'decision',
      'decision 3 is not as',
    ],
    [
      'a correction beyond the text',
      'update decisions set span_end = 9999 where link = 3',
      [],
      'annotation',
      'outside',
    ],
    ['a decision taken out', 'delete from decisions where link = 2', [], 'decision', 'decision 2 is missing'],
    [
      'a link taken out of the middle',
      'delete from decisions where link = 2; delete from ledger where link = 2',
      [],
      'chain',
      'decision 3 does not follow',
    ],
    [
      'the newest decision taken out',
      'delete from decisions where link = 3; delete from ledger where link = 3',
      [],
      'chain',
      '2 of 3 are there',
    ],
    ['another kind of link', "update ledger set kind = 'register_changes'", [], 'decision', 'decision 1 is missing'],
    ['another hash', 'update ledger set hash = hex(zeroblob(32)) where link = 1', [], 'chain', 'decision 2 does not'],
    [
      'a decision put in after the last',
      `insert into ledger select 4, kind, hash, hex(zeroblob(32)) from ledger where link = 3;
       insert into decisions
       select 4, annotation, reviewer, verdict, span_start, span_end, fields, note, withdrawn, decided_at
       from decisions where link = 1`,
      [],
      'decision',
      'decision 4 is not as',
    ],
    [
      'two decisions in another order',
      `update decisions set link = 9 where link = 1;
       update decisions set link = 1 where link = 2;
       update decisions set link = 2 where link = 9`,
      [],
      'decision',
      'decision 1 is not as',
    ],
    ['a table put in', 'create table mine (x)', [], 'schema', 'table mine does not belong'],
  ]

  it.each(plants)('finds %s', (_name, sql, values, kind, message) =>
    inReviewedFile((path) => {
      tamper(path, sql, values)
      expect(problemsIn(path)).toContainEqual({ kind, message: expect.stringContaining(message) })
    }),
  )

  it('finds a trigger taken off or changed', () =>
    inReviewedFile((path) => {
      const raw = new Database(path)
      raw.exec('drop trigger decisions_are_kept')
      raw.exec('drop trigger ledger_is_kept')
      raw.exec('create trigger ledger_is_kept before delete on ledger begin select 1; end')
      raw.close()
      expect(problemsIn(path)).toEqual([
        { kind: 'schema', message: 'trigger decisions_are_kept is missing' },
        { kind: 'schema', message: 'trigger ledger_is_kept was changed' },
      ])
    }))

  it('finds every page of the file that is overwritten, or refuses to open it', () =>
    inReviewedFile((path) => {
      const whole = readFileSync(path)
      for (let at = 0; at < whole.length; at += 4096) {
        writeFileSync(path, Buffer.concat([whole.subarray(0, at), Buffer.alloc(4096, 0x5a), whole.subarray(at + 4096)]))
        expect(complaintsOf(path), `page at ${at}`).toContainEqual(
          expect.stringMatching(/^(file|corrupt|not-a-database)$/),
        )
      }
    }))

  it('compares with a fresh reading where it is given the reader', () =>
    inReviewedFile(async (path) => {
      const store: Store = openStore(path, { mode: 'read' })
      const { text, paragraphs } = documentOf(report)
      expect(await store.verifyReading(async (bytes) => documentOf(Buffer.from(bytes).toString()))).toEqual([])
      const reading = [{ kind: 'reading', message: expect.stringContaining(`document ${document}`) }]
      expect(await store.verifyReading(async () => ({ text, paragraphs: paragraphs.slice(1) }))).toEqual(reading)
      expect(await store.verifyReading(async () => ({ text: `${text} `, paragraphs }))).toEqual(reading)
      const failing = async () => {
        throw new Error('no reader for it')
      }
      expect(await store.verifyReading(failing)).toEqual([
        { kind: 'reading', message: expect.stringContaining('no reader for it') },
      ])
      store.close()
    }))
})

describe('verify with the program’s own reader', () => {
  const plain = 'Nine people were killed in\nthe raid, and 14 tu\u00e9s\nelsewhere.\n'

  it.each([
    ['plain text', Buffer.from(plain), 'text/plain'],
    ['Markdown with front matter', Buffer.from(`---\ntitle: On the raid\n---\n\n# Raid\n\n${plain}`), 'text/markdown'],
    ['Latin-1', Buffer.from(plain.repeat(20), 'latin1'), 'text/plain'],
  ] as const)('finds nothing wrong in %s', (_name, bytes, mediaType) =>
    inStore(async (store) => {
      const document = await readBytes(bytes, { mediaType })
      store.saveExtraction({ ...extractionOf('', []), document, bytes })
      expect([...store.verify(), ...(await store.verifyReading(readBytes))]).toEqual([])
    }),
  )

  it('finds nothing wrong where the same bytes were read as text and as Markdown', () =>
    inStore(async (store) => {
      const bytes = Buffer.from('# Raid\n\nNine people were killed.\n')
      for (const mediaType of ['text/plain', 'text/markdown'] as const) {
        const document = await readBytes(bytes, { mediaType })
        store.saveExtraction({ ...extractionOf('', []), document, bytes })
        expect(store.documents()).toMatchObject([{ mediaType }])
        expect([...store.verify(), ...(await store.verifyReading(readBytes))]).toEqual([])
      }
    }))
})

describe('the database itself', () => {
  it.each([
    ['update documents set added_at = 0', 'documents never change'],
    ['delete from documents', 'documents are never deleted'],
    ['update runs set title = 1', 'runs never change'],
    ['delete from runs', 'runs are never deleted'],
    ["update annotations set exact = 'x'", 'annotations never change'],
    ['delete from annotations', 'annotations are never deleted'],
    ['insert or replace into annotations select * from annotations', 'annotations are never deleted'],
    ['update run_annotations set confidence = 1', 'never changes'],
    ['delete from run_annotations', 'never deleted'],
    ['update decisions set note = 1', 'decisions never change'],
    ['delete from decisions', 'decisions are never deleted'],
    ['insert or replace into decisions select * from decisions', 'decisions are never deleted'],
    ["update ledger set hash = ''", 'what was decided never changes'],
    ['delete from ledger', 'what was decided is never deleted'],
    ['insert into ledger values (9, 1, hex(zeroblob(32)), hex(zeroblob(32)))', 'follows what was decided last'],
    ["update reviewers set name = 'Eve'", 'reviewers never change'],
    ['delete from reviewers', 'reviewers are never deleted'],
  ])('refuses %s', (sql, message) =>
    inReviewedFile((path) => {
      const raw = new Database(path)
      raw.pragma('recursive_triggers = on')
      expect(() => raw.exec(sql)).toThrow(message)
      raw.close()
      expect(problemsIn(path)).toEqual([])
    }),
  )
})
