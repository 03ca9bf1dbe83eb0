import { getDocumentProxy } from 'unpdf'
import { z } from 'zod'
import { type Metadata, metadataSchema } from '../../model/index.ts'
import { ReadError } from '../error.ts'

/** A piece of text where the page shows it; points from the page's lower left corner. */
export interface Fragment {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly baseline: number
  readonly size: number
}

/** What is shown on one page. */
export interface PdfPage {
  readonly height: number
  readonly fragments: readonly Fragment[]
}

/** Files with more pages, or pieces of text, are refused: no report has as many. */
const mostPages = 5000
const mostFragments = 2_000_000

const textItem = z.object({
  str: z.string(),
  width: z.number(),
  transform: z.tuple([z.number(), z.number(), z.number(), z.number(), z.number(), z.number()]),
})

/**
 * Reads the text layer of a PDF, page by page. Scripts, attachments and links in it are never run or followed.
 *
 * @throws ReadError if it is no PDF, damaged, protected, or too large
 */
export async function pagesOf(bytes: Uint8Array): Promise<{ pages: PdfPage[]; metadata: Partial<Metadata> }> {
  if (!Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')) {
    throw new ReadError({
      reason: bytes.length === 0 ? 'the file is empty' : 'it is not a PDF',
      remedy: 'Check its extension, and that it was fetched whole.',
    })
  }
  try {
    return await readPages(bytes)
  } catch (error) {
    throw error instanceof ReadError ? error : refusalOf(error)
  }
}

async function readPages(bytes: Uint8Array): Promise<{ pages: PdfPage[]; metadata: Partial<Metadata> }> {
  // The parser takes the buffer that it is given, so it gets a copy.
  const pdf = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0, isEvalSupported: false, maxImageSize: 0 })
  try {
    if (pdf.numPages > mostPages) throw tooLarge(`${pdf.numPages.toLocaleString('en')} pages`)
    const pages: PdfPage[] = []
    let count = 0
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number)
      const { items } = await page.getTextContent()
      count += items.length
      if (count > mostFragments) throw tooLarge('millions of pieces of text')
      const [, bottom = 0, , top = 0] = page.view
      pages.push({ height: top - bottom, fragments: items.flatMap((item) => fragmentsOf(item, bottom)) })
      page.cleanup()
    }
    const { info } = await pdf.getMetadata()
    return { pages, metadata: metadataOf(info) }
  } finally {
    await pdf.loadingTask.destroy()
  }
}

/** Upright text; what runs up the side of a page, or across it, is no part of the flow. */
function fragmentsOf(item: unknown, bottom: number): Fragment[] {
  const parsed = textItem.safeParse(item)
  if (!parsed.success || parsed.data.str.trim() === '') return []
  const { str, width, transform } = parsed.data
  const [across, slant, , up, left, y] = transform
  if (Math.abs(slant) > Math.abs(across) * 0.1 || up <= 0) return []
  // Characters that would end a line or a page in the text.
  const text = str.replace(/[\s\0]+/g, ' ')
  return [{ text, left, right: left + width, baseline: y - bottom, size: up }]
}

const infoSchema = z.object({
  Title: z.string().optional().catch(undefined),
  Language: z.string().nullish().catch(undefined),
  CreationDate: z.string().optional().catch(undefined),
})

/** What programs write into the title when nobody gave one. */
const noTitle = /^(?:untitled|microsoft word\b.*|.*\.(?:docx?|pdf|indd|qxd|tmp))$/i

function metadataOf(info: unknown): Partial<Metadata> {
  const { Title, Language, CreationDate } = infoSchema.parse(info)
  const [, year, month, day] = /^(?:D:)?(\d{4})(\d{2})(\d{2})/.exec(CreationDate ?? '') ?? []
  const written = {
    title: noTitle.test(Title?.trim() ?? '') ? undefined : Title?.trim(),
    language: Language ?? undefined,
    published: year === undefined ? undefined : `${year}-${month}-${day}`,
  }
  const metadata: Partial<Metadata> = {}
  for (const field of ['title', 'language', 'published'] as const) {
    const parsed = metadataSchema.shape[field].safeParse(written[field])
    if (parsed.success) metadata[field] = parsed.data
  }
  return metadata
}

function tooLarge(what: string): ReadError {
  return new ReadError({
    reason: `it has ${what}, more than any report`,
    remedy: 'Split it into the reports it holds.',
  })
}

function refusalOf(cause: unknown): ReadError {
  if (cause instanceof Error && cause.name === 'PasswordException') {
    return new ReadError(
      { reason: 'the PDF is protected by a password', remedy: 'Save it without the password and read that.' },
      cause,
    )
  }
  return new ReadError(
    {
      reason: 'the PDF is damaged or was cut off',
      remedy: 'Fetch it again, or open it in a PDF viewer and print it to a new PDF.',
    },
    cause,
  )
}
