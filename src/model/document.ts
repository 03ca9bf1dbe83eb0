import { z } from 'zod'
import type { OffsetMap, Span } from './text.ts'

/** What is known of a document beside its text; `null` is unknown, never guessed. */
export const metadataSchema = z.strictObject({
  title: z.string().min(1).nullable(),
  publisher: z.string().min(1).nullable(),
  /** Year, month or day of publication: `2015`, `2015-09`, `2015-09-24`. */
  published: z
    .string()
    .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'a date is YYYY, YYYY-MM or YYYY-MM-DD')
    .nullable(),
  /** BCP 47, `en`. */
  language: z.string().min(2).nullable(),
  url: z.url().nullable(),
  licence: z.string().min(1).nullable(),
  /** When the bytes were fetched: ISO 8601 day or instant. */
  retrieved: z.string().min(4).nullable(),
})
export type Metadata = z.infer<typeof metadataSchema>

export const unknownMetadata: Metadata = {
  title: null,
  publisher: null,
  published: null,
  language: null,
  url: null,
  licence: null,
  retrieved: null,
}

/** Forms whose source is text itself: `document.text` is the decoded source. */
export const textMediaTypes = ['text/plain', 'text/markdown', 'text/html'] as const
export type TextMediaType = (typeof textMediaTypes)[number]

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
/** All forms that are read; of those that are no text, `document.text` is what was extracted. */
export const mediaTypes = [...textMediaTypes, docx, 'application/pdf'] as const
export type MediaType = (typeof mediaTypes)[number]

export const paragraphKinds = [
  'heading',
  'body',
  'quote',
  'list',
  'table',
  'caption',
  'note',
  'reference',
  'furniture',
] as const
export type ParagraphKind = (typeof paragraphKinds)[number]

/** A paragraph as a person reads it, wherever its pieces stood in the source. */
export interface Paragraph {
  /** Position in the document's reading order, from 0. */
  readonly index: number
  readonly kind: ParagraphKind
  /** Texts of the headings above, outermost first. */
  readonly headings: readonly string[]
  /** Page it starts on, from 1, where the format or the text tells. */
  readonly page: number | null
  /** Its pieces in the source, in reading order, never overlapping. */
  readonly ranges: readonly Span[]
  /** Line breaks joined, footnote markers and hyphenation taken out. What the extractors see. */
  readonly text: string
  /** From `text` back to the source. */
  readonly map: OffsetMap
}

/** A pair from a list of abbreviations in the document. */
export interface GlossaryEntry {
  readonly abbreviation: string
  readonly longForm: string
}

/** A report: its unchanged source text and the paragraphs found in it. */
export interface Document {
  /** SHA-256 of the bytes, lower-case hexadecimal. */
  readonly id: string
  readonly mediaType: MediaType
  readonly metadata: Metadata
  /** The decoded source; every offset anywhere points into it. */
  readonly text: string
  readonly paragraphs: readonly Paragraph[]
  readonly glossary: readonly GlossaryEntry[]
  /** What the reader had to decide and a person should know: an encoding that was detected, say. */
  readonly notices: readonly string[]
}
