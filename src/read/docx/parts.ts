import { unzipSync } from 'fflate'
import { ReadError } from '../error.ts'

/** Text parts larger than this together are refused: a thousand pages are a third of it. */
const mostBytes = 32 * 1024 * 1024
const mostParts = 2000

/** The parts that hold text and what it looks like; pictures, fonts and embedded files are left alone. */
const wanted =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/core\.xml|word\/[^/]+\.xml|word\/_rels\/[^/]+\.rels)$/

/**
 * Unpacks the parts of a DOCX that hold text.
 *
 * @returns parts by name
 * @throws ReadError if it is no DOCX, damaged, protected, or unpacks to more than any report
 */
export function partsOf(bytes: Uint8Array): Record<string, Uint8Array> {
  refuseOther(bytes)
  let size = 0
  let count = 0
  let parts: Record<string, Uint8Array>
  try {
    parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!wanted.test(name)) return false
        // The unpacker never writes more than the size that is declared here.
        size += originalSize
        count += 1
        if (size > mostBytes || count > mostParts) throw tooLarge()
        return true
      },
    })
  } catch (error) {
    if (error instanceof ReadError) throw error
    throw damaged(error)
  }
  if (!Object.keys(parts).some((name) => name.startsWith('word/'))) {
    throw new ReadError({
      reason: 'it is a zip archive, but no Word document',
      remedy: 'Unpack it, or save it as .docx from a word processor.',
    })
  }
  for (const part of Object.values(parts)) {
    if (!Buffer.from(part).includes('<!DOCTYPE')) continue
    throw new ReadError({
      reason: 'it declares entities, as no word processor does',
      remedy: 'Don’t trust it; get the document from its publisher.',
    })
  }
  return parts
}

/** What is said of a DOCX that a parser can't make sense of. */
export function damaged(cause: unknown): ReadError {
  return new ReadError(
    {
      reason: 'the Word document is damaged or was cut off',
      remedy: 'Fetch it again, or open it in a word processor and save it as .docx.',
    },
    cause,
  )
}

function tooLarge(): ReadError {
  return new ReadError({
    reason: `it unpacks to more than ${mostBytes / 1024 / 1024} MiB of text`,
    remedy: 'If it is a real report, split it.',
  })
}

function refuseOther(bytes: Uint8Array): void {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1')
  if (head.startsWith('PK')) return
  if (head.startsWith('\u00D0\u00CF\u0011\u00E0')) {
    throw new ReadError({
      reason: 'it is protected by a password, or an old .doc under another name',
      remedy: 'Open it in a word processor and save it as .docx without a password.',
    })
  }
  throw new ReadError({
    reason: bytes.length === 0 ? 'the file is empty' : 'it is not a Word document',
    remedy: 'Check its extension, and that it was fetched whole.',
  })
}
