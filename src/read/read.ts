import { createHash } from 'node:crypto'
import type { Root } from 'mdast'
import { unified } from 'unified'
import {
  type Document,
  type MediaType,
  type Metadata,
  type Paragraph,
  type TextMediaType,
  unknownMetadata,
} from '../model/index.ts'
import { decode } from './decode.ts'
import { readDocx } from './docx/docx.ts'
import { ReadError } from './error.ts'
import type { Extracted } from './extracted.ts'
import { glossaryOf } from './glossary.ts'
import { charsetOf } from './html/charset.ts'
import { html } from './html/parser.ts'
import { markdown } from './markdown/parser.ts'
import { readMetadata, type WrittenMetadata } from './metadata.ts'
import { paragraphsOf, spanOf } from './paragraphs.ts'
import { readPdf } from './pdf/pdf.ts'
import { plainText } from './plain-text/parser.ts'

const parsers = {
  'text/plain': unified().use(plainText).freeze(),
  'text/markdown': unified().use(markdown).freeze(),
  'text/html': unified().use(html).freeze(),
} satisfies Record<TextMediaType, unknown>

const extractors = {
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': readDocx,
  'application/pdf': readPdf,
} satisfies Record<Exclude<MediaType, TextMediaType>, (bytes: Uint8Array) => Promise<Extracted>>

/** A text of more lines is refused: each may become a paragraph, and no report has as many. */
const mostLines = 1_000_000

/** What is known of a text beside itself; metadata given here overrides front matter. */
export interface Source<M extends MediaType> {
  readonly mediaType: M
  readonly metadata?: Partial<Metadata>
}

/**
 * Reads the bytes of a file to a document; its id is their SHA-256. Nothing but the bytes is looked at: images, links
 * and external parts are never fetched.
 *
 * @throws ReadError if they are not of the given form, are damaged or protected, hold no text, or have front matter
 *   that can't be used
 */
export async function readBytes(bytes: Uint8Array, source: Source<MediaType>): Promise<Document> {
  const id = createHash('sha256').update(bytes).digest('hex')
  const { mediaType } = source
  if (isText(mediaType)) {
    const { text, notices } = decode(bytes, mediaType === 'text/html' ? charsetOf(bytes) : null)
    return read(text, { ...source, mediaType, id, notices })
  }
  const { metadata, ...extracted } = await extractors[mediaType](bytes)
  if (extracted.paragraphs.length === 0) refuseEmpty()
  return {
    id,
    mediaType,
    metadata: { ...unknownMetadata, ...metadata, ...source.metadata },
    ...extracted,
    glossary: glossaryOf(extracted.paragraphs),
  }
}

function isText(mediaType: MediaType): mediaType is TextMediaType {
  return mediaType in parsers
}

/**
 * Reads text that never was a file; its id is given.
 *
 * @throws ReadError as `readBytes` does
 */
export function readText(text: string, source: Source<TextMediaType> & { readonly id: string }): Document {
  if (text.includes('\0')) {
    throw new ReadError({ reason: 'the text holds NUL characters', remedy: 'Give text, not binary content.' })
  }
  return read(text.startsWith('\uFEFF') ? text.slice(1) : text, { ...source, notices: [] })
}

function read(
  text: string,
  source: Source<TextMediaType> & { readonly id: string; readonly notices: readonly string[] },
): Document {
  if (text.trim() === '') refuseEmpty()
  if (hasTooManyLines(text)) {
    throw new ReadError({
      reason: `it has more than ${mostLines.toLocaleString('en')} lines`,
      remedy: 'Split it into the reports that it holds.',
    })
  }
  const { paragraphs, frontMatter } = parse(text, source.mediaType)
  // A page of scripts alone has text only in a browser.
  if (paragraphs.length === 0 && source.mediaType === 'text/html') refuseEmpty()
  return {
    id: source.id,
    mediaType: source.mediaType,
    metadata: { ...unknownMetadata, ...frontMatter.metadata, ...source.metadata },
    text,
    paragraphs,
    glossary: glossaryOf(paragraphs),
    notices: [...source.notices, ...frontMatter.notices],
  }
}

function refuseEmpty(): never {
  throw new ReadError({
    reason: 'there is no text in it',
    remedy: 'Check that the file was saved or converted whole.',
  })
}

function hasTooManyLines(text: string): boolean {
  let lines = 1
  for (let at = text.indexOf('\n'); at >= 0 && lines <= mostLines; at = text.indexOf('\n', at + 1)) lines++
  return lines > mostLines
}

function parse(text: string, mediaType: TextMediaType): { paragraphs: Paragraph[]; frontMatter: WrittenMetadata } {
  try {
    const tree = parsers[mediaType].parse(text)
    return { paragraphs: paragraphsOf(tree, text), frontMatter: frontMatterOf(tree) }
  } catch (error) {
    // The call stack is what bounds the depth of nested quotations, lists and elements.
    if (!(error instanceof RangeError) || mediaType === 'text/plain') throw error
    const remedy =
      mediaType === 'text/html'
        ? 'Save the page anew from a browser, or save its text as .txt.'
        : 'Take out needless quotation and list marks.'
    throw new ReadError({ reason: 'its blocks are nested too deeply to read', remedy }, error)
  }
}

function frontMatterOf(tree: Root): WrittenMetadata {
  const [first] = tree.children
  if (first?.type !== 'yaml') return { metadata: tree.data?.metadata ?? {}, notices: [] }
  const firstLine = (first.position?.start.line ?? spanOf(first).start) + 1
  return readMetadata(first.value, 'the front matter', firstLine)
}
