import { isMap, isScalar, LineCounter, parseDocument } from 'yaml'
import { type Metadata, metadataSchema } from '../model/index.ts'
import { ReadError } from './error.ts'

/** Metadata as written, with what could not be used. */
export interface WrittenMetadata {
  readonly metadata: Partial<Metadata>
  readonly notices: readonly string[]
}

const fieldSchemas = metadataSchema.shape

function isField(name: string): name is keyof Metadata {
  return name in fieldSchemas
}

/**
 * Reads metadata in YAML: front matter or a sidecar file. Years and dates are taken as text; fields that we do not
 * know are noted, not refused.
 *
 * @param yaml the YAML, without fences
 * @param place what it is ("the front matter"), for messages
 * @param firstLine line of the file that the YAML begins on, from 1
 * @throws ReadError with the line, and the field where there is one
 */
export function readMetadata(yaml: string, place: string, firstLine = 1): WrittenMetadata {
  const lines = new LineCounter()
  const document = parseDocument(yaml, { lineCounter: lines, logLevel: 'silent', uniqueKeys: true })
  const lineAt = (offset: number | undefined) => firstLine + (offset === undefined ? 0 : lines.linePos(offset).line - 1)
  const [error] = document.errors
  if (error !== undefined) {
    throw new ReadError({
      line: lineAt(error.pos[0]),
      reason: `${place} is not valid YAML: ${error.message.split('\n', 1)[0]?.replace(/ at line.*$/, '')}`,
      remedy: 'Put text that holds ": ", "#" or quotes between quotation marks, and check the indentation.',
    })
  }
  const { contents } = document
  if (contents === null) return { metadata: {}, notices: [] }
  if (!isMap(contents)) {
    throw new ReadError({
      line: firstLine,
      reason: `${place} is not a list of fields`,
      remedy: 'Write one "field: value" a line, such as "title: …" and "published: 2015-09-24".',
    })
  }
  const metadata: Partial<Metadata> = {}
  const notices: string[] = []
  for (const { key, value } of contents.items) {
    const name = isScalar(key) ? String(key.value) : String(key)
    if (!isField(name)) {
      notices.push(`${capitalised(place)} has a field "${name}" that is not used.`)
      continue
    }
    const written = isScalar(value) ? textOf(value.value) : value === null ? null : value
    const parsed = fieldSchemas[name].safeParse(written)
    if (!parsed.success) {
      throw new ReadError({
        line: lineAt(isScalar(key) ? key.range?.[0] : undefined),
        reason: `field "${name}" of ${place} can't be used: ${parsed.error.issues[0]?.message ?? 'wrong value'}`,
        remedy: remedies[name],
      })
    }
    Object.assign(metadata, { [name]: parsed.data })
  }
  return { metadata, notices }
}

/** A year is a number in YAML, and a date may be one of its own kind; for us both are text. */
function textOf(value: unknown): unknown {
  if (typeof value === 'number') return String(value)
  return value instanceof Date ? value.toISOString() : value
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const remedies: Readonly<Record<keyof Metadata, string>> = {
  title: 'Write the title as text, between quotation marks if it holds ": ".',
  publisher: 'Write the publisher as text, or leave the field out.',
  published: 'Write a date as YYYY, YYYY-MM or YYYY-MM-DD.',
  language: 'Write a language code such as "en".',
  url: 'Write a whole address such as "https://example.org/report".',
  licence: 'Write the licence as text, such as "CC BY 4.0".',
  retrieved: 'Write a day as YYYY-MM-DD.',
}
