import { open, readFile as readWhole } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import type { Document, MediaType, Metadata } from '../model/index.ts'
import { ReadError } from './error.ts'
import { readMetadata, type WrittenMetadata } from './metadata.ts'
import { readBytes } from './read.ts'

/** Files larger than this are refused: no report is, and a whole one must fit into memory several times. */
export const largestBytes = 64 * 1024 * 1024

const formats: Readonly<Record<string, MediaType>> = {
  '.txt': 'text/plain',
  '.md': 'text/markdown',
  '.markdown': 'text/markdown',
  '.html': 'text/html',
  '.htm': 'text/html',
  '.pdf': 'application/pdf',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/** Extensions of the files that we read, with their dot, lower case. */
export const readableExtensions: readonly string[] = Object.keys(formats)

/** Whether a path has an extension that we read. */
export function isReadable(path: string): boolean {
  return formatOf(path) !== undefined
}

/**
 * Reads a file, by its extension, with the metadata in `NAME.meta.yaml` beside it, if there is one. Metadata given
 * here overrides the sidecar's, which overrides front matter.
 *
 * @throws ReadError that names the file (or the sidecar), what was wrong, and what to do
 */
export async function readFile(
  path: string,
  options: { readonly metadata?: Partial<Metadata> } = {},
): Promise<{ document: Document; bytes: Uint8Array }> {
  const mediaType = formatOf(path)
  if (mediaType === undefined) {
    throw new ReadError({
      path,
      reason: `files with the extension "${extname(path)}" are not read`,
      remedy: `Give a file with one of ${readableExtensions.join(', ')}, or save its text as one.`,
    })
  }
  const bytes = await bytesOf(path)
  const sidecar = await sidecarOf(path)
  try {
    const document = await readBytes(bytes, { mediaType, metadata: { ...sidecar.metadata, ...options.metadata } })
    return { document: { ...document, notices: [...document.notices, ...sidecar.notices] }, bytes }
  } catch (error) {
    throw error instanceof ReadError ? error.in(path) : error
  }
}

function formatOf(path: string): MediaType | undefined {
  return formats[extname(path).toLowerCase()]
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    const file = await open(path, 'r')
    try {
      const stats = await file.stat()
      if (!stats.isFile()) {
        throw new ReadError({
          path,
          reason: 'it is not a file',
          remedy: 'Give a file, or a folder without an extension.',
        })
      }
      if (stats.size > largestBytes) {
        throw new ReadError({
          path,
          reason: `the file has ${inMebibytes(stats.size)} MiB, more than the ${inMebibytes(largestBytes)} MiB that are read`,
          remedy: 'Split it into the reports that it holds.',
        })
      }
      return await file.readFile()
    } finally {
      await file.close()
    }
  } catch (error) {
    throw error instanceof ReadError ? error : unreadable(path, error)
  }
}

function inMebibytes(bytes: number): number {
  return Math.ceil(bytes / (1024 * 1024))
}

function unreadable(path: string, cause: unknown): ReadError {
  const code = codeOf(cause)
  if (code === 'ENOENT')
    return new ReadError({ path, reason: 'there is no such file', remedy: 'Check the path.' }, cause)
  if (code === 'EACCES' || code === 'EPERM') {
    return new ReadError(
      { path, reason: 'there is no permission to read it', remedy: 'Allow this user to read the file.' },
      cause,
    )
  }
  return new ReadError(
    { path, reason: `it can't be read (${code ?? 'unknown fault'})`, remedy: 'Check the disk and the path.' },
    cause,
  )
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}

async function sidecarOf(path: string): Promise<WrittenMetadata> {
  const sidecar = join(dirname(path), `${basename(path, extname(path))}.meta.yaml`)
  let yaml: string
  try {
    yaml = await readWhole(sidecar, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return { metadata: {}, notices: [] }
    throw unreadable(sidecar, error)
  }
  try {
    return readMetadata(yaml, 'the metadata file')
  } catch (error) {
    throw error instanceof ReadError ? error.in(sidecar) : error
  }
}
