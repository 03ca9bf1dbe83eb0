import { zipSync } from 'fflate'
import mammoth from 'mammoth'
import { type Metadata, metadataSchema } from '../../model/index.ts'
import { ReadError } from '../error.ts'
import { dayOf, type Extracted, writtenDown } from '../extracted.ts'
import { parseConverted } from '../html/parser.ts'
import { paragraphsOf } from '../paragraphs.ts'
import { damaged, partsOf } from './parts.ts'

/** Word's names of styles, beside those that mammoth knows. */
const styles = [
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Caption'] => p.caption:fresh",
  "p[style-name='caption'] => p.caption:fresh",
]
const titleStyles = [
  "p[style-name='Title'] => h1:fresh",
  ...[1, 2, 3, 4, 5].flatMap((depth) => [
    `p[style-name='Heading ${depth}'] => h${depth + 1}:fresh`,
    `p[style-name='heading ${depth}'] => h${depth + 1}:fresh`,
  ]),
]

/**
 * Reads a Word document: headings, lists, tables, footnotes; tracked changes as if accepted, comments and running
 * heads left out. Its text is what was extracted, a blank line between paragraphs.
 *
 * @throws ReadError if it is no DOCX, damaged, protected or too large
 */
export async function readDocx(bytes: Uint8Array): Promise<Extracted> {
  const parts = partsOf(bytes)
  const hasTitle = /w:val="Title"/.test(textOf(parts, 'word/document.xml'))
  let html: string
  try {
    const converted = await mammoth.convertToHtml(
      // Packed anew, so that nothing but the checked parts is ever unpacked.
      { buffer: Buffer.from(zipSync(parts, { level: 0 })) },
      {
        styleMap: hasTitle ? [...styles, ...titleStyles] : styles,
        includeEmbeddedStyleMap: false,
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      },
    )
    html = converted.value
    return {
      ...writtenDown(paragraphsOf(parseConverted(html), html)),
      ...propertiesOf(textOf(parts, 'docProps/core.xml')),
    }
  } catch (error) {
    throw error instanceof ReadError ? error : damaged(error)
  }
}

function textOf(parts: Readonly<Record<string, Uint8Array>>, name: string): string {
  const part = parts[name]
  return part === undefined ? '' : new TextDecoder().decode(part)
}

/** Core properties, as the Open Packaging Conventions have them, as metadata. */
function propertiesOf(xml: string): Pick<Extracted, 'metadata' | 'notices'> {
  const propertyNamed = (name: string) => {
    const written = new RegExp(`<${name}(?:\\s[^>]*)?>([^<]*)</${name}>`).exec(xml)?.[1]?.trim()
    return written === undefined || written === '' ? null : withoutReferences(written)
  }
  const written = {
    title: propertyNamed('dc:title'),
    publisher: propertyNamed('dc:publisher'),
    language: propertyNamed('dc:language'),
    published: dayOf(propertyNamed('dcterms:created')),
  }
  const metadata: Partial<Metadata> = {}
  for (const field of ['title', 'publisher', 'language', 'published'] as const) {
    const parsed = metadataSchema.shape[field].safeParse(written[field])
    if (parsed.success && parsed.data !== null) metadata[field] = parsed.data
  }
  const { published } = metadata
  const notices = published
    ? [`Taken as published on ${published}, when the file was made by its properties; a metadata file can say better.`]
    : []
  return { metadata, notices }
}

const references: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function withoutReferences(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos);/g, (written, name: string) => references[name] ?? written)
}
