import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unknownMetadata } from '../../src/model/index.ts'
import { actorOf, claimOf, decision, documentOf, extractionOf, inStore, report, saveReport } from './builder.ts'

const { id } = documentOf(report)

describe('saving an extraction', () => {
  it('gives back the document as it was read', () =>
    inStore((store) => {
      const metadata = { title: 'On the raid', published: '2014-02' }
      store.saveExtraction(extractionOf(report, [], { path: 'a/report.txt', metadata }))
      expect(store.documentText(id)).toBe(report)
      expect(Buffer.from(store.documentBytes(id) ?? []).toString()).toBe(report)
      expect(store.paragraphs(id)).toEqual(documentOf(report).paragraphs)
      expect(store.documents()).toMatchObject([
        {
          id,
          path: 'a/report.txt',
          metadata: { ...unknownMetadata, ...metadata },
          glossary: [{ abbreviation: 'AU', longForm: 'African Union' }],
          length: report.length,
        },
      ])
    }))

  it.each([
    ['UTF-8', Buffer.from('Dead: 14 tués.', 'utf8')],
    ['UTF-8 with a byte order mark', Buffer.from('\uFEFFDead: 14 tués.', 'utf8')],
    ['Latin-1', Buffer.from('Dead: 14 tués.', 'latin1')],
    ['UTF-16', Buffer.from('\uFEFFDead: 14 tués.', 'utf16le')],
  ])('keeps bytes and text of %s', (_name, bytes) =>
    inStore((store) => {
      const text = 'Dead: 14 tués.'
      const extraction = extractionOf(text, [claimOf(text, '14', 14)])
      const id = createHash('sha256').update(bytes).digest('hex')
      store.saveExtraction({ ...extraction, bytes, document: { ...extraction.document, id } })
      expect(store.documentText(id)).toBe(text)
      expect(Buffer.from(store.documentBytes(id) ?? []).equals(bytes)).toBe(true)
      expect(store.verify()).toEqual([])
    }),
  )

  it('keeps any text, its paragraphs and quotes', () =>
    fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }), fc.nat(), (text, seed) =>
        inStore((store) => {
          const characters = [...text]
          const exact = characters[seed % characters.length] ?? ''
          store.saveExtraction(extractionOf(text, [claimOf(text, exact, 1)]))
          const { id, paragraphs } = documentOf(text)
          expect(store.documentText(id)).toBe(text)
          expect(store.paragraphs(id)).toEqual(paragraphs)
          expect([...store.annotations()].map((annotation) => annotation.exact)).toEqual([exact])
          expect(store.searchParagraphs(text, 5).length).toBeLessThanOrEqual(5)
          expect(store.verify()).toEqual([])
        }),
      ),
      {
        numRuns: 100,
        examples: [
          ['\uFEFFx\0y', 2],
          ['\uFEFF\uFEFF', 0],
        ],
      },
    ))

  it('refuses bytes that are not the document’s', () =>
    inStore((store) => {
      const bytes = Buffer.from('another report')
      expect(() => store.saveExtraction({ ...extractionOf(report, []), bytes })).toThrow('these are not its bytes')
      expect(store.status().documents).toBe(0)
    }))

  it('gives annotations in the order of the text, with their paragraph', () =>
    inStore((store) => {
      store.saveExtraction(
        extractionOf(report, [claimOf(report, '9', 9), claimOf(report, '14', 14), actorOf(report, 'African Union')]),
      )
      const annotations = [...store.annotations()]
      expect(annotations.map(({ exact, state, paragraph }) => [exact, state, paragraph?.index])).toEqual([
        ['African Union', 'pending', 0],
        ['14', 'pending', 0],
        ['9', 'pending', 1],
      ])
      expect([...store.annotations({ layer: 'actor' })].map(({ exact }) => exact)).toEqual(['African Union'])
      expect([...store.annotations({ states: ['accepted'] })]).toEqual([])
      expect([...store.annotations({ document: 'another' })]).toEqual([])
    }))

  const marked = `${report} 🔔`
  const emoji = report.length + 1

  it.each([
    ['a quote that is not the source', { exact: '15' }, 'is not the source at this span'],
    ['a span of nothing', { start: 4, end: 4, exact: '' }, 'is not the source at this span'],
    ['half a character', { start: emoji, end: emoji + 1, exact: '\uD83D' }, 'cuts a character in two'],
    ['fields of another layer', { fields: { name: 'x', type: 'igo' } }, 'are not the fields of layer casualty'],
  ])('refuses %s, and stores nothing', (_name, flaw, message) =>
    inStore((store) => {
      const flawed = { ...claimOf(report, '14', 14), ...flaw } as ReturnType<typeof claimOf>
      const extraction = extractionOf(marked, [actorOf(marked, 'African Union'), flawed])
      expect(() => store.saveExtraction(extraction)).toThrow(message)
      expect(store.status()).toMatchObject({ documents: 0, runs: { done: 0, failed: 0 } })
      expect(store.paragraphs(id)).toEqual([])
    }),
  )
})

describe('extracting again', () => {
  it('counts what is new, the same and gone', () =>
    inStore((store) => {
      expect(saveReport(store)).toMatchObject({ added: 2, same: 0, gone: 0 })
      const again = extractionOf(report, [claimOf(report, '14', 14, 'casualty.other-rule'), claimOf(report, '9', 9)])
      expect(store.saveExtraction(again)).toMatchObject({ added: 1, same: 1, gone: 1 })
      expect([...store.annotations()].map(({ exact, rule }) => [exact, rule])).toEqual([
        ['14', 'casualty.other-rule'],
        ['9', 'casualty.test'],
      ])
    }))

  it('keeps decisions with what comes out the same, and marks decided ones that are found no more', () =>
    inStore((store) => {
      saveReport(store)
      for (const { id } of store.annotations()) store.decide(decision(id))
      store.saveExtraction(extractionOf(report, [claimOf(report, '14', 14), claimOf(report, '9', 9)]))
      expect([...store.annotations()].map(({ exact, state, found }) => [exact, state, found])).toEqual([
        ['African Union', 'accepted', false],
        ['14', 'accepted', true],
        ['9', 'pending', true],
      ])
      expect(store.status()).toMatchObject({ noLongerFound: 1, annotations: { casualty: { accepted: 1, pending: 1 } } })
    }))

  it('shows a changed annotation beside the decided one', () =>
    inStore((store) => {
      saveReport(store)
      for (const { id } of store.annotations({ layer: 'casualty' })) store.decide(decision(id))
      store.saveExtraction(extractionOf(report, [claimOf(report, '14', 40)]))
      expect(
        [...store.annotations({ layer: 'casualty' })].map(({ fields, state, found }) => ({ fields, state, found })),
      ).toMatchObject(
        expect.arrayContaining([
          { fields: expect.objectContaining({ low: 14 }), state: 'accepted', found: false },
          { fields: expect.objectContaining({ low: 40 }), state: 'pending', found: true },
        ]),
      )
    }))

  it('refuses another text for the same bytes, for annotations point into the first', () =>
    inStore((store) => {
      saveReport(store)
      const extraction = extractionOf(report, [])
      const document = { ...extraction.document, text: `${report} ` }
      expect(() => store.saveExtraction({ ...extraction, document })).toThrow('decoded otherwise')
    }))

  it('replaces paragraphs that are read otherwise, in the search, too', () =>
    inStore((store) => {
      saveReport(store)
      const extraction = extractionOf(report, [])
      const [first] = extraction.document.paragraphs
      const paragraphs = first === undefined ? [] : [first]
      store.saveExtraction({ ...extraction, document: { ...extraction.document, paragraphs } })
      expect(store.paragraphs(id)).toEqual(paragraphs)
      expect(store.searchParagraphs('farmers', 10)).toHaveLength(1)
      expect(store.searchParagraphs('fled', 10)).toHaveLength(0)
      expect(store.verify()).toEqual([])
    }))
})

describe('the id of an annotation', () => {
  const idsOf = (annotations: Parameters<typeof extractionOf>[1]) =>
    inStore((store) => {
      store.saveExtraction(extractionOf(report, annotations))
      return [...store.annotations()].map(({ id }) => id)
    })
  const claim = claimOf(report, '14', 14)

  it.each([
    ['the same content in another database', {}, true],
    ['another rule', { rule: 'casualty.other' }, true],
    ['another confidence', { confidence: 0.1 }, true],
    ['fields in another order', { fields: Object.fromEntries(Object.entries(claim.fields).reverse()) }, true],
    ['another span', { end: claim.end + 8, exact: '14 farmers' }, false],
    ['another number', { fields: { ...claim.fields, low: 13 } }, false],
    ['a field that is null', { fields: { ...claim.fields, victims: null } }, false],
  ])('with %s', async (_name, difference, isSame) => {
    const other = { ...claim, ...difference } as typeof claim
    const [first] = await idsOf([claim])
    const [second] = await idsOf([other])
    expect(second === first).toBe(isSame)
  })

  it('stands once, where two rules find the same', () =>
    inStore((store) => {
      const twice = [claim, claimOf(report, '14', 14, 'casualty.other')]
      expect(store.saveExtraction(extractionOf(report, twice))).toMatchObject({ added: 1 })
      expect([...store.annotations()].map(({ rule }) => rule)).toEqual(['casualty.test'])
      expect(store.verify()).toEqual([])
    }))
})

describe('resuming', () => {
  it('knows what this version has extracted', () =>
    inStore((store) => {
      expect(store.hasExtraction(id, 'rules-1')).toBe(false)
      saveReport(store)
      expect(store.hasExtraction(id, 'rules-1')).toBe(true)
      expect(store.hasExtraction(id, 'rules-2')).toBe(false)
    }))

  it('extracts again when older rules come back, when metadata change, when a failure is on record', () =>
    inStore((store) => {
      saveReport(store)
      const reading = { path: 'report.txt', metadata: unknownMetadata }
      expect(store.hasExtraction(id, 'rules-1', reading)).toBe(true)
      const dated = { ...unknownMetadata, published: '2014' }
      expect(store.hasExtraction(id, 'rules-1', { ...reading, metadata: dated })).toBe(false)
      store.recordFailure({ path: 'report.txt', reason: 'empty', remedy: null, at: '2026-01-01T11:00:00Z' })
      expect(store.hasExtraction(id, 'rules-1', reading)).toBe(false)
      store.saveExtraction(extractionOf(report, [], { version: 'rules-2' }))
      expect(store.hasExtraction(id, 'rules-1', reading)).toBe(false)
    }))
})

describe('failures', () => {
  const failure = { path: 'bad.txt', reason: 'not text', remedy: 'save it as text', at: '2026-01-01T10:00:00Z' }

  it('stand until the same path succeeds', () =>
    inStore((store) => {
      store.recordFailure(failure)
      store.recordFailure({ ...failure, reason: 'empty' })
      store.recordFailure({ ...failure, path: 'worse.txt' })
      expect(store.status().failures.map(({ path, reason }) => [path, reason])).toEqual([
        ['bad.txt', 'empty'],
        ['worse.txt', 'not text'],
      ])
      store.saveExtraction(extractionOf(report, [], { path: 'bad.txt' }))
      expect(store.status()).toMatchObject({
        failures: [{ ...failure, path: 'worse.txt' }],
        runs: { done: 1, failed: 3 },
      })
    }))
})

describe('search', () => {
  it.each([
    ['killed farmers', [0]],
    ['KILLED', [0]],
    ['seguela', [1]],
    ['"farmers were"', [0]],
    ['"were farmers"', []],
    ['farmers fled', []],
    ['farm*', []],
    ['farmers OR fled', []],
    ['AND', []],
    ['(((', []],
    ['text:killed -"', []],
    ['', []],
  ])('finds %j', (query, expected) =>
    inStore((store) => {
      saveReport(store)
      expect(store.searchParagraphs(query, 10).map(({ index }) => index)).toEqual(expected)
    }),
  )
})
