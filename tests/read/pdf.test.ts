import fc from 'fast-check'
import { PDFDocument, type PDFPage, StandardFonts } from 'pdf-lib'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Document, toSource } from '../../src/model/index.ts'
import { ReadError, readBytes } from '../../src/read/index.ts'
import { breachesOf } from './invariants.ts'

async function read(bytes: Uint8Array) {
  const document = await readBytes(bytes, { mediaType: 'application/pdf' })
  expect(breachesOf(document)).toEqual([])
  return document
}

const linesOf = ({ paragraphs }: Document) => paragraphs.map(({ kind, text }) => `${kind}: ${text}`)

interface Column {
  readonly x: number
  readonly lines: readonly string[]
  readonly size?: number
  readonly top?: number
}

/** Draws columns of lines from the top down; "^7" in a line is a raised number. */
function draw(page: PDFPage, columns: readonly Column[]): void {
  for (const { x, lines, size = 10, top = 740 } of columns) {
    for (const [index, line] of lines.entries()) {
      let at = x
      for (const piece of line.split(/(\^\d+)/)) {
        const isRaised = piece.startsWith('^')
        const text = isRaised ? piece.slice(1) : piece
        const drawn = {
          x: at,
          y: top - index * size * 1.2 + (isRaised ? size * 0.35 : 0),
          size: isRaised ? size * 0.6 : size,
        }
        if (text !== '') page.drawText(text, drawn)
        at += widthOf(text, drawn.size)
      }
    }
  }
}

let widthOf: (text: string, size: number) => number

async function made(pages: readonly (readonly Column[])[], info: { title?: string } = {}): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const font = await pdf.embedFont(StandardFonts.TimesRoman)
  widthOf = (text, size) => font.widthOfTextAtSize(text, size)
  if (info.title !== undefined) pdf.setTitle(info.title)
  for (const columns of pages) {
    const page = pdf.addPage([595, 842])
    page.setFont(font)
    draw(page, columns)
  }
  return pdf.save({ useObjectStreams: false })
}

const leftColumn = [
  'The raid on the market of Anna began before dawn.',
  'At least three villagers were killed and nine were',
  'wounded when gunmen opened fire on the stalls, the',
  'council said.^1 Families fled to the hills, and the',
  'government of the district sent no help. A long-',
]
const rightColumn = [
  'standing quarrel over water lay behind the attack,',
  'elders of the valley said in the days that followed.',
  'They had warned the governor twice of armed bands',
  'that gathered beyond the river, and they had asked',
  'for a post of the police on the road to the market',
]
const secondPage = [
  'where traders meet. No post was built that year, and',
  'the bands came back in the spring with more men than',
  'before. Eleven people died in Kesh on 3 May 2012, as',
  'the register of the clinic shows for that week alone.',
]

const report = () =>
  made(
    [
      [
        { x: 60, top: 810, size: 8, lines: ['VALLEY WATCH REPORT'] },
        { x: 60, top: 770, size: 18, lines: ['Raid on Anna'] },
        { x: 60, lines: leftColumn },
        { x: 60, top: 660, size: 8, lines: ['1 Elder of Anna, interview.'] },
        { x: 320, lines: rightColumn },
        { x: 290, top: 30, size: 8, lines: ['1'] },
      ],
      [
        { x: 60, top: 810, size: 8, lines: ['VALLEY WATCH REPORT'] },
        { x: 60, lines: secondPage },
        { x: 60, top: 670, size: 14, lines: ['What followed'] },
        { x: 60, top: 645, lines: ['Nobody was charged.'] },
        { x: 290, top: 30, size: 8, lines: ['2'] },
      ],
    ],
    { title: 'Raid on Anna' },
  )

let bytes: Uint8Array
let document: Document
beforeAll(async () => {
  bytes = await report()
  document = await read(bytes)
})

describe('a PDF of two columns', () => {
  test('is read column by column, its paragraph joined over columns and pages', () => {
    const text = [...leftColumn, ...rightColumn, ...secondPage]
      .join(' ')
      .replace('^1', '')
      .replace('long- standing', 'long-standing')
    expect(linesOf(document).filter((line) => !/^(?:furniture|note)/.test(line))).toEqual([
      'heading: Raid on Anna',
      `body: ${text}`,
      'heading: What followed',
      'body: Nobody was charged.',
    ])
  })

  test('has its running heads and page numbers for furniture, its footnote apart', () => {
    expect(linesOf(document).filter((line) => line.startsWith('note'))).toEqual(['note: Elder of Anna, interview.'])
    expect(linesOf(document).filter((line) => line.startsWith('furniture'))).toEqual(
      expect.arrayContaining(['furniture: VALLEY WATCH REPORT', 'furniture: 1', 'furniture: 2']),
    )
  })

  test('knows the page that each paragraph starts on', () => {
    const pages = document.paragraphs.filter(({ kind }) => kind === 'heading').map(({ page }) => page)
    expect(pages).toEqual([1, 2])
  })

  test('lets a span over a line break point into the extracted text', () => {
    const body = document.paragraphs.find(({ kind }) => kind === 'body')
    const at = body?.text.indexOf('nine were wounded') ?? -1
    const { start, end } = toSource(body?.map ?? [], { start: at, end: at + 'nine were wounded'.length })
    expect(document.text.slice(start, end)).toBe('nine were\nwounded')
  })

  test('has its properties for metadata, and says where its date is from', () => {
    expect(document.metadata.title).toBe('Raid on Anna')
    expect(document.notices.join()).toContain(`published on ${document.metadata.published}`)
  })
})

test('a table’s rows stay rows', async () => {
  const cells = (x: number, lines: string[]) => ({ x, lines })
  const table = await read(await made([[cells(60, ['Area', 'Kesh', 'Anna']), cells(300, ['Killed', '11', '3'])]]))
  expect(linesOf(table)).toEqual(['table: Area | Killed', 'table: Kesh | 11', 'table: Anna | 3'])
})

describe('bad PDFs', () => {
  const encrypted = () => {
    const text = Buffer.from(bytes).toString('latin1')
    const key = `<</Filter/Standard/V 2/R 3/Length 128/P -3904/O<${'41'.repeat(32)}>/U<${'42'.repeat(32)}>>>`
    return Buffer.from(text.replace(/trailer\s*<</, `trailer\n<< /ID[<00><00>] /Encrypt ${key}`), 'latin1')
  }

  test.each<[string, () => Uint8Array | Promise<Uint8Array>, RegExp]>([
    ['an empty file', () => new Uint8Array(), /file is empty/],
    ['another kind of file', () => Buffer.from('PK\u0003\u0004'), /not a PDF.*extension/],
    ['nothing but a head', () => Buffer.from('%PDF-1.7\n'), /damaged or was cut off/],
    ['a scan', () => made([[], []]), /none of its pages \(2\) holds text: it was scanned.*OCR/],
    ['a password', encrypted, /protected by a password/],
  ])('%s', async (_, make, message) => {
    const outcome = await readBytes(await make(), { mediaType: 'application/pdf' }).catch((error: unknown) => error)
    expect(outcome).toBeInstanceOf(ReadError)
    expect(String(outcome)).toMatch(message)
  })

  test('any PDF is read or refused, whatever was mangled in it', async () => {
    const edits = fc.array(fc.tuple(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 255 })), {
      minLength: 1,
      maxLength: 8,
    })
    await fc.assert(
      fc.asyncProperty(edits, fc.nat({ max: bytes.length * 3 }), async (places, length) => {
        const mangled = Uint8Array.from(bytes.subarray(0, length))
        for (const [at, byte] of places) if (at < mangled.length) mangled[at] = byte
        const outcome = await readBytes(mangled, { mediaType: 'application/pdf' }).catch((error: unknown) => error)
        if (!(outcome instanceof ReadError)) expect(breachesOf(outcome as Document)).toEqual([])
      }),
      { numRuns: 100 },
    )
  })
})
