import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { AnyStoredAnnotation } from '../../src/store/index.ts'
import { openStore } from '../../src/store/index.ts'
import { decision } from '../store/builder.ts'
import { temporaryFolder, tocsin } from './tocsin.ts'

const report =
  '🕯 On 3 May 2014 fighters of Boko Haram killed at least 12 civilians near "the bridge", and wounded 30.\n\nThe United Nations warned of genocide.\n'

/** Extracts a report in a folder of its own. */
async function extracted(text = report) {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'report.txt'), text)
  const run = (...args: string[]) => tocsin([...args, '--db', 'tocsin.db'], { cwd: folder })
  expect((await run('extract', 'report.txt')).code).toBe(0)
  const annotations = () => {
    const store = openStore(join(folder, 'tocsin.db'), { mode: 'read' })
    try {
      return [...store.annotations()]
    } finally {
      store.close()
    }
  }
  return { folder, run, annotations }
}

/** Lets reviewers accept, correct and reject. */
function review(folder: string): void {
  const store = openStore(join(folder, 'tocsin.db'), { mode: 'write' })
  const claims = [...store.annotations({ layer: 'casualty' })]
  const [first, second] = claims
  const [actor] = [...store.annotations({ layer: 'actor' })]
  if (first === undefined || second === undefined || actor === undefined) throw new Error('the report has claims')
  const span = { start: first.start + 9, end: first.end }
  store.decide(
    decision(first.id, { verdict: 'correct', ...span, fields: { ...first.fields, low: 13 }, note: 'said "13"' }),
  )
  store.decide(decision(second.id, { verdict: 'reject', reviewer: 'Bo' }))
  store.decide(decision(actor.id))
  store.close()
}

const told = (annotations: readonly AnyStoredAnnotation[]) =>
  annotations.map(({ id, state, start, end, exact, fields, decision }) => ({
    id,
    state,
    start,
    end,
    exact,
    fields,
    decision,
  }))

const all = ['--state', 'pending,accepted,corrected,rejected']

describe.each([
  ['jsonl', '.jsonl'],
  ['w3c', '.jsonld'],
])('%s', (format, extension) => {
  test('carries every decision from one database to another, once', async () => {
    const [one, other] = [await extracted(), await extracted()]
    review(one.folder)
    await one.run('export', join(other.folder, 'out'), '--as', format, ...all)
    const file = readdirSync(join(other.folder, 'out')).find((name) => name.endsWith(extension)) ?? ''
    const first = await other.run('import', join('out', file))
    expect(first).toMatchObject({ code: 0, err: '' })
    expect(told(other.annotations())).toEqual(told(one.annotations()))
    const again = await other.run('import', join('out', file), '--json')
    expect(JSON.parse(again.out)).toMatchObject({ added: 0, decided: 0, conflict: 0, failed: 0 })
    expect(told(other.annotations())).toEqual(told(one.annotations()))
    expect((await other.run('verify')).code).toBe(0)
  })

  test('finds every span by its words when the text around it changed', async () => {
    const [one, other] = [await extracted(), await extracted(`Revised. 🕯🕯\n\n${report}`)]
    await one.run('export', join(other.folder, 'out'), '--as', format, ...all)
    const file = readdirSync(join(other.folder, 'out')).find((name) => name.endsWith(extension)) ?? ''
    const run = await other.run('import', join('out', file), '--json')
    expect(JSON.parse(run.out)).toMatchObject({ added: 0, known: one.annotations().length, failed: 0 })
  })
})

describe('import', () => {
  test('never overwrites what was decided here, and says so', async () => {
    const [one, other] = [await extracted(), await extracted()]
    review(one.folder)
    await one.run('export', join(other.folder, 'out'), '--as', 'jsonl', ...all)
    const store = openStore(join(other.folder, 'tocsin.db'), { mode: 'write' })
    for (const { id } of [...store.annotations()]) store.decide(decision(id, { reviewer: 'Cy', verdict: 'reject' }))
    store.close()
    const before = told(other.annotations())
    const file = readdirSync(join(other.folder, 'out')).find((name) => name.endsWith('.jsonl'))
    const run = await other.run('import', join('out', file ?? ''))
    expect(run.code).toBe(1)
    expect(run.err).toMatch(/jsonl:\d+: Cy decided "reject" here on 2026-01-02, which holds; the file says "correct"/)
    expect(told(other.annotations())).toEqual(before)
  })

  const row = {
    layer: 'actor',
    start: report.indexOf('fighters'),
    end: report.indexOf('fighters') + 8,
    exact: 'fighters',
    fields: { name: 'fighters', type: 'armed-group' },
  }

  test('makes of what a file adds an annotation that waits for a reviewer, or the named one', async () => {
    const { folder, run, annotations } = await extracted()
    writeFileSync(join(folder, 'new.jsonl'), `${JSON.stringify(row)}\n`)
    expect((await run('import', 'new.jsonl')).code).toBe(0)
    const found = () => annotations().find(({ exact }) => exact === 'fighters')
    expect(found()).toMatchObject({ origin: 'import', state: 'pending', fields: row.fields })
    expect((await run('import', 'new.jsonl', '--reviewer', 'Ada')).code).toBe(0)
    expect(found()).toMatchObject({ origin: 'import', state: 'accepted', decision: { reviewer: 'Ada' } })
    expect((await run('verify')).code).toBe(0)
  })

  test.each([
    ['not JSON', 'new.jsonl', '{', /new\.jsonl:1: is not JSON/],
    [
      'a field that does not fit',
      'new.jsonl',
      JSON.stringify({ ...row, fields: { name: 'x', type: 'gang' } }),
      /new\.jsonl:1: fields\.type: /,
    ],
    ['words that stand nowhere', 'new.jsonl', JSON.stringify({ ...row, exact: 'nobody' }), /new\.jsonl:1: .*nobody/],
    ['no body', 'new.jsonld', '{"items":[{"type":"Annotation"}]}', /new\.jsonld: items\.0\.body/],
  ])('%s is told with its file, line and field, and the rest goes on', async (_, name, bad, message) => {
    const { folder, run, annotations } = await extracted()
    writeFileSync(join(folder, name), `${bad}\n`)
    writeFileSync(join(folder, 'good.jsonl'), `${JSON.stringify(row)}\n`)
    const result = await run('import', name, 'good.jsonl')
    expect(result.code).toBe(1)
    expect(result.err).toMatch(message)
    expect(annotations().filter(({ exact }) => exact === 'fighters')).toHaveLength(1)
  })

  test('asks for the format where the name does not tell it', async () => {
    const { run } = await extracted()
    const result = await run('import', 'notes.docx')
    expect(result).toMatchObject({ code: 2 })
    expect(result.err).toContain('--as jsonl')
  })
})

describe('export --gold', () => {
  test('gives gold that "score" reads, of what is confirmed', async () => {
    const { folder, run } = await extracted()
    review(folder)
    const exported = await run('export', 'gold', '--gold')
    expect(exported.code).toBe(0)
    expect(exported.err).toMatch(/\d+ annotations of these documents are not decided on/)
    const file = readdirSync(join(folder, 'gold')).find((name) => name.endsWith('.jsonl')) ?? ''
    expect(
      readFileSync(join(folder, 'gold', file), 'utf8')
        .trim()
        .split('\n'),
    ).toHaveLength(2)
    const score = await tocsin(['score', join('gold', file), '--json'], { cwd: folder })
    expect(score.code).toBe(0)
    const { layers } = JSON.parse(score.out)
    const figures = Object.fromEntries(layers.map(({ layer, gold }: { layer: string; gold: number }) => [layer, gold]))
    expect(figures).toMatchObject({ actor: 1, casualty: 1 })
  })
})
