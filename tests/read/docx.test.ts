import {
  DeletedTextRun,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  InsertedTextRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  Document as WordDocument,
} from 'docx'
import fc from 'fast-check'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { ReadError, readBytes } from '../../src/read/index.ts'
import { breachesOf } from './invariants.ts'

const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

async function read(bytes: Uint8Array) {
  const document = await readBytes(bytes, { mediaType })
  expect(breachesOf(document)).toEqual([])
  return document
}

const linesOf = async (bytes: Uint8Array) => (await read(bytes)).paragraphs.map(({ kind, text }) => `${kind}: ${text}`)

const change = { id: 1, author: 'A', date: '2014-05-02T10:00:00Z' }
const row = (...cells: string[]) =>
  new TableRow({ children: cells.map((cell) => new TableCell({ children: [new Paragraph(cell)] })) })

const report = () =>
  Packer.toBuffer(
    new WordDocument({
      title: 'Raid & rescue',
      footnotes: { 1: { children: [new Paragraph('Elder, interview.')] } },
      sections: [
        {
          headers: { default: new Header({ children: [new Paragraph('RUNNING HEAD')] }) },
          children: [
            new Paragraph({ text: 'Raid on Anna', heading: HeadingLevel.TITLE }),
            new Paragraph({ text: 'What happened', heading: HeadingLevel.HEADING_1 }),
            new Paragraph({
              children: [
                new TextRun('At least '),
                new TextRun({ text: 'three', bold: true }),
                new TextRun(' villagers died in 1960'),
                new FootnoteReferenceRun(1),
                new TextRun('.'),
              ],
            }),
            new Paragraph({
              children: [
                new TextRun('The toll is '),
                new DeletedTextRun({ ...change, text: '12' }),
                new InsertedTextRun({ ...change, text: '15' }),
                new TextRun({ text: 'so far', break: 1 }),
              ],
            }),
            new Paragraph({ text: 'one', bullet: { level: 0 } }),
            new Paragraph({ text: 'two', bullet: { level: 1 } }),
            new Table({ rows: [row('Area', 'Killed'), row('Kesh', '11')] }),
          ],
        },
      ],
    }),
  )

let bytes: Uint8Array
beforeAll(async () => {
  bytes = await report()
})

/** A document of raw XML, with the parts that Word can't do without. */
function packed(body: string, more: Record<string, Uint8Array> = {}): Uint8Array {
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${mediaType}.main+xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': strToU8(
      `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ),
    ...more,
  })
}

const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`

describe('a Word document', () => {
  test('is read into paragraphs', async () => {
    expect(await linesOf(bytes)).toEqual([
      'heading: Raid on Anna',
      'heading: What happened',
      'body: At least three villagers died in 1960.',
      'body: The toll is 15 so far',
      'list: one',
      'list: two',
      'table: Area | Killed',
      'table: Kesh | 11',
      'note: Elder, interview.',
    ])
  })

  test('has its extracted text for a text, and paragraphs that stand there', async () => {
    const { text, paragraphs } = await read(bytes)
    expect(text).toContain('Raid on Anna\n\nWhat happened\n\nAt least three villagers')
    for (const { ranges, text: clean } of paragraphs) {
      expect(ranges.map(({ start, end }) => text.slice(start, end))).toEqual([clean])
    }
    expect(paragraphs[2]?.headings).toEqual(['Raid on Anna', 'What happened'])
  })

  test('has its core properties for metadata, and says where its date is from', async () => {
    const { metadata, notices } = await read(bytes)
    expect(metadata.title).toBe('Raid & rescue')
    expect(metadata.published).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(notices.join()).toContain(`published on ${metadata.published}`)
  })

  test('that is all links and lists is still text', async () => {
    expect(await linesOf(packed(paragraph('See also') + paragraph('Nine died.')))).toEqual([
      'body: See also',
      'body: Nine died.',
    ])
  })
})

describe('bad Word documents', () => {
  const deep = `${'<w:sdt><w:sdtContent>'.repeat(10_000)}${paragraph('x')}${'</w:sdtContent></w:sdt>'.repeat(10_000)}`
  const bomb = new Uint8Array(40 * 1024 * 1024).fill(0x20)

  test.each<[string, () => Uint8Array, RegExp]>([
    ['an empty file', () => new Uint8Array(), /file is empty/],
    ['another kind of file', () => Buffer.from('%PDF-1.7'), /not a Word document.*extension/],
    ['a password, or an old .doc', () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), /password.*old \.doc/],
    ['a file that was cut off', () => bytes.subarray(0, bytes.length / 2), /damaged or was cut off/],
    ['another zip archive', () => zipSync({ 'a.txt': strToU8('a') }), /zip archive, but no Word document/],
    ['no text', () => packed(''), /no text/],
    ['broken XML', () => packed('<w:p><w:r><w:t>x</w:p>'), /damaged|no text/],
    ['10,000 nested elements', () => packed(deep), /damaged|nested/],
    ['a zip bomb', () => packed(paragraph('x'), { 'word/more.xml': bomb }), /more than 32 MiB/],
    [
      'entities of its own',
      () =>
        packed(paragraph('x'), { 'word/more.xml': strToU8('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///x">]><a>&b;</a>') }),
      /declares entities/,
    ],
  ])('%s', async (_, make, message) => {
    const outcome = await readBytes(make(), { mediaType }).catch((error: unknown) => error)
    expect(outcome).toBeInstanceOf(ReadError)
    expect(String(outcome)).toMatch(message)
  })

  test('pictures and embedded files are never unpacked, however large', async () => {
    const parts = { ...unzipSync(bytes), 'word/media/a.png': bomb }
    expect(await linesOf(zipSync(parts))).toContain('list: two')
  })

  test('any document is read whole or refused, whatever was mangled in it', async () => {
    const parts = unzipSync(bytes)
    const xml = Buffer.from(parts['word/document.xml'] ?? '').toString()
    const mangledXml = fc
      .array(
        fc.tuple(
          fc.nat({ max: xml.length }),
          fc.nat({ max: 20 }),
          fc.constantFrom('', '<', '>', '</w:p>', '<w:p>', '&', '"', 'w:'),
        ),
        {
          minLength: 1,
          maxLength: 4,
        },
      )
      .map((edits) => edits.reduce((text, [at, cut, piece]) => text.slice(0, at) + piece + text.slice(at + cut), xml))
      .map((text) => zipSync({ ...parts, 'word/document.xml': strToU8(text) }))
    const mangledBytes = fc
      .array(fc.tuple(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 255 })), { minLength: 1, maxLength: 8 })
      .map((edits) => edits.reduce((copy, [at, byte]) => copy.fill(byte, at, at + 1), Uint8Array.from(bytes)))
    await fc.assert(
      fc.asyncProperty(fc.oneof(mangledXml, mangledBytes), async (mangled) => {
        const outcome = await readBytes(mangled, { mediaType }).catch((error: unknown) => error)
        if (!(outcome instanceof ReadError)) expect(breachesOf(outcome as never)).toEqual([])
      }),
      { numRuns: 120 },
    )
  })
})
