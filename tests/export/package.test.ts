import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import Database from 'better-sqlite3'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { columnsOf } from '../../src/export/datasets/dataset.ts'
import { datasets } from '../../src/export/datasets/index.ts'
import { FolderError } from '../../src/export/index.ts'
import { tableSchemaOf } from '../../src/export/package/descriptor.ts'
import { openStore, type Store } from '../../src/store/index.ts'
import { decision, inFolder, inStore } from '../store/builder.ts'
import { everything, exportTo, extractText, rowsOf } from './packages.ts'

const report = [
  '=Situation in the valley=',
  '',
  'On 3 May 2014 fighters of Boko Haram killed at least 12 civilians, including four children, near "the bridge" of Anna, and wounded 30. 🕯 The United Nations warned of more killings in Anna.',
  '',
  'On 20 May 2014 a further 40 people were killed in Anna, Human Rights Watch said. Dozens of villagers fled that day.',
].join('\n')

/** The report and one more, of which somebody decided on a part. */
function fill(store: Store): void {
  extractText(store, report, { title: '=HYPERLINK("x")', publisher: 'Observatory', published: '2014-06-01' })
  extractText(store, 'In June 2014 the African Union warned of attacks. Seven people were killed on 9 July 2014.')
  const [first, second] = [...store.annotations({ layer: 'casualty' })]
  if (first === undefined || second === undefined) throw new Error('the report has claims')
  store.decide(decision(first.id, { reviewer: 'Ada' }))
  store.decide(decision(second.id, { reviewer: 'Bo', verdict: 'reject' }))
  store.changeRegister({
    ...{ actor: 'Boko Haram', change: 'name', value: 'JAS', reviewer: 'Ada', note: null },
    ...{ decidedAt: '2026-01-02T09:00:00Z', seen: 0 },
  })
}

function filled<T>(use: (store: Store, folder: string) => T | Promise<T>): Promise<T> {
  return inFolder((folder) =>
    inStore((store) => {
      fill(store)
      return use(store, folder)
    }),
  )
}

describe('a package', () => {
  test('has a table a dataset, and what describes, cites, proves and explains them', () =>
    filled((store, folder) => {
      exportTo(store, folder, { format: 'csv' })
      const beside = ['CITATION.cff', 'README.md', 'SHA256SUMS', 'codebook.md', 'datapackage.json', 'provenance.jsonld']
      expect(readdirSync(folder).sort()).toEqual([...beside, ...datasets.map(({ name }) => `${name}.csv`)].sort())
    }))

  test('names the SHA-256 and size of every file', () =>
    filled((store, folder) => {
      exportTo(store, folder, { format: 'csv' })
      const sums = readFileSync(join(folder, 'SHA256SUMS'), 'utf8').trim().split('\n')
      expect(sums.map((line) => line.slice(66)).sort()).toEqual(
        readdirSync(folder)
          .filter((name) => name !== 'SHA256SUMS')
          .sort(),
      )
      for (const line of sums) {
        const content = readFileSync(join(folder, line.slice(66)))
        expect(line.slice(0, 64)).toBe(createHash('sha256').update(content).digest('hex'))
      }
      const { resources } = JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8'))
      for (const { path, bytes, hash } of resources) {
        expect(readFileSync(join(folder, path)).length).toBe(bytes)
        expect(sums).toContain(`${hash.replace('sha256:', '')}  ${path}`)
      }
    }))

  test.each(['csv', 'jsonl', 'parquet', 'sqlite'] as const)('is the same to the byte each time, as %s', (format) =>
    filled((store, folder) => {
      for (const name of ['one', 'two']) exportTo(store, join(folder, name), { format })
      const names = readdirSync(join(folder, 'one'))
      expect(readdirSync(join(folder, 'two'))).toEqual(names)
      for (const name of names) {
        expect(readFileSync(join(folder, 'one', name)).equals(readFileSync(join(folder, 'two', name))), name).toBe(true)
      }
    }),
  )

  test('is the same to the byte out of a copy of the database', () =>
    inFolder(async (folder) => {
      const [db, copy] = [join(folder, 'a.db'), join(folder, 'b.db')]
      const store = openStore(db, { mode: 'write' })
      fill(store)
      exportTo(store, join(folder, 'one'))
      store.close()
      const connection = new Database(db)
      connection.exec(`vacuum into '${copy}'`)
      connection.close()
      const restored = openStore(copy, { mode: 'read' })
      exportTo(restored, join(folder, 'two'))
      restored.close()
      expect(readFileSync(join(folder, 'two/SHA256SUMS'), 'utf8')).toBe(
        readFileSync(join(folder, 'one/SHA256SUMS'), 'utf8'),
      )
    }))

  test('takes the place of the package that was there, and of nothing else', () =>
    filled((store, folder) => {
      const [old, foreign] = [join(folder, 'old'), join(folder, 'foreign')]
      exportTo(store, old, { format: 'jsonl' })
      exportTo(store, old, { format: 'csv' })
      expect(readdirSync(old).filter((name) => name.endsWith('.jsonl'))).toEqual([])
      mkdirSync(foreign)
      writeFileSync(join(foreign, 'thesis.docx'), 'years of work')
      expect(() => exportTo(store, foreign)).toThrow(FolderError)
      expect(readdirSync(foreign)).toEqual(['thesis.docx'])
    }))
})

describe('the data dictionary', () => {
  test.each(datasets.map((dataset) => [dataset.name, dataset] as const))(
    '%s: every column is described',
    (_, dataset) => {
      const { fields } = tableSchemaOf(dataset)
      expect(fields.map(({ name }) => name)).toEqual(columnsOf(dataset))
      expect(fields.filter(({ description }) => description.length < 4)).toEqual([])
    },
  )

  test('holds of every row', () =>
    filled((store, folder) => {
      exportTo(store, folder)
      for (const dataset of datasets) {
        for (const row of rowsOf(folder, dataset.name)) expect(dataset.row.strict().parse(row)).toEqual(row)
      }
    }))

  test('names no id that is not there, and none twice', () =>
    filled((store, folder) => {
      exportTo(store, folder)
      for (const { name, references } of datasets) {
        const rows = rowsOf(folder, name)
        expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
        for (const { column, dataset } of references) {
          const ids = new Set(rowsOf(folder, dataset).map(({ id }) => id))
          expect(
            rows.map((row) => row[column]).filter((id) => id !== null && !ids.has(id)),
            `${name}.${column}`,
          ).toEqual([])
        }
      }
    }))
})

describe('the formats', () => {
  test('hold the same rows', () =>
    filled(async (store, folder) => {
      for (const format of ['csv', 'jsonl', 'parquet', 'sqlite'] as const) {
        exportTo(store, join(folder, format), { format })
      }
      const sqlite = new Database(join(folder, 'sqlite/tocsin.sqlite'), { readonly: true })
      const duck = await (await DuckDBInstance.create()).connect()
      for (const dataset of datasets) {
        const { name } = dataset
        const jsonl = rowsOf(join(folder, 'jsonl'), name)
        const csv: Record<string, string>[] = parse(readFileSync(join(folder, 'csv', `${name}.csv`)), { columns: true })
        expect(csv.length).toBe(jsonl.length)
        const plain = (cell: unknown) => (cell === null ? '' : String(cell).replace(/^(?=[=+\-@\t\r])/, "'"))
        expect(csv).toEqual(
          jsonl.map((row) => Object.fromEntries(columnsOf(dataset).map((column) => [column, plain(row[column])]))),
        )
        const numeric = (cell: unknown) => (typeof cell === 'boolean' ? Number(cell) : cell)
        expect(sqlite.prepare(`select * from ${name}`).all()).toEqual(
          jsonl.map((row) => Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, numeric(cell)]))),
        )
        const read = await duck.runAndReadAll(
          `select count(*)::int from '${join(folder, 'parquet', `${name}.parquet`)}'`,
        )
        expect(read.getRows()).toEqual([[jsonl.length]])
      }
      const dates = `select date_start::varchar, low from '${join(folder, 'parquet/casualty_claims.parquet')}'`
      expect((await duck.runAndReadAll(dates)).getRows()).toEqual(
        rowsOf(join(folder, 'jsonl'), 'casualty_claims').map((row) => [row.date_start, row.low]),
      )
      expect(sqlite.pragma('foreign_key_check')).toEqual([])
      sqlite.close()
    }))

  test('give a spreadsheet no formula', () =>
    filled((store, folder) => {
      exportTo(store, folder, { format: 'csv' })
      for (const { name } of datasets) {
        const rows: string[][] = parse(readFileSync(join(folder, `${name}.csv`)))
        expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([])
      }
    }))
})

describe('what is selected', () => {
  const claims = (store: Store, folder: string, selection: object) => {
    exportTo(store, folder, { selection: { ...everything, ...selection } })
    return rowsOf(folder, 'casualty_claims').map(({ quote }) => quote)
  }

  test.each([
    ['by default without what was rejected', {}, ['at least 12', '30', '40', 'Dozens', 'Seven']],
    ['what is confirmed', { states: ['accepted', 'corrected'] }, ['at least 12']],
    ['what was rejected', { states: ['rejected'] }, ['four']],
    ['what an actor did, by any of its names', { actors: ['JAS'] }, ['at least 12', '30']],
    ['what is dated from a day on', { from: '2014-05-10' }, ['40', 'Dozens', 'Seven']],
    ['what is dated between two days', { from: '2014-05-10', to: '2014-06-30' }, ['40', 'Dozens']],
  ])('%s', (_, selection, expected) =>
    filled((store, folder) => expect(claims(store, folder, selection).sort()).toEqual([...expected].sort())),
  )

  test('one document, by the beginning of its id', () =>
    filled((store, folder) => {
      const [, other] = store.documentRows()
      if (other === undefined) throw new Error('there are two documents')
      expect(claims(store, folder, { documents: [other.id.slice(0, 8)] })).toEqual(['Seven'])
      expect(rowsOf(folder, 'documents').map(({ id }) => id)).toEqual([other.id])
    }))

  test('one layer: no dataset that needs another', () =>
    filled((store, folder) => {
      exportTo(store, folder, { selection: { ...everything, layers: ['warning'] } })
      const tables = readdirSync(folder).filter((name) => name.endsWith('.jsonl'))
      expect(tables.sort()).toEqual(
        ['actor_aliases', 'actors', 'decisions', 'documents', 'paragraphs', 'warnings'].map((name) => `${name}.jsonl`),
      )
    }))
})

describe('provenance', () => {
  test('leads from every annotation to the stretch of bytes that it quotes', () =>
    filled((store, folder) => {
      exportTo(store, folder)
      const graph = JSON.parse(readFileSync(join(folder, 'provenance.jsonld'), 'utf8'))['@graph']
      const nodes = new Map(graph.map((node: Record<string, unknown>) => [node['@id'], node]))
      for (const name of ['dates', 'actor_mentions', 'casualty_claims', 'warnings']) {
        for (const row of rowsOf(folder, name)) {
          expect(nodes.get(`urn:tocsin:annotation:${row.id}`)).toMatchObject({
            'prov:wasDerivedFrom': { '@id': `urn:sha256:${row.document}`, 'oa:start': row.start, 'oa:end': row.end },
          })
          const text = store.documentText(String(row.document))
          expect(text?.slice(Number(row.start), Number(row.end))).toBe(row.quote)
        }
      }
    }))
})
