import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Handler } from 'hono'

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}

/** Where the build puts the page. */
export const builtPage = fileURLToPath(new URL('../../../dist/annotate/page/', import.meta.url))

interface PageFile {
  readonly content: Uint8Array<ArrayBuffer>
  readonly mediaType: string
  /** Files whose name holds a hash of their content never change. */
  readonly isHashed: boolean
}

/**
 * Serves the page's files, read once, and nothing else: a path that is not one of theirs gets the page itself, which
 * finds its way by it, or is not found where it looks like a file's.
 */
export function servePage(folder: string): Handler {
  const files = filesIn(folder)
  const index = files.get('/index.html')
  return (context) => {
    if (context.req.method !== 'GET' && context.req.method !== 'HEAD')
      return context.text('The page can only be read.', 405)
    if (index === undefined) {
      return context.text(
        'The review page is not built. Run "npm run build" and start again; the API is at /api/openapi.json.',
        503,
      )
    }
    const isFile = /\.[a-z0-9]+$/i.test(context.req.path)
    const file = files.get(context.req.path) ?? (isFile ? undefined : index)
    if (file === undefined) return context.text('There is no such file.', 404)
    const caching = file.isHashed ? 'public, max-age=31536000, immutable' : 'no-cache'
    return context.body(file.content, 200, { 'content-type': file.mediaType, 'cache-control': caching })
  }
}

function filesIn(folder: string): Map<string, PageFile> {
  const files = new Map<string, PageFile>()
  for (const entry of entriesIn(folder)) {
    const mediaType = mediaTypes[extname(entry.name)]
    if (!entry.isFile() || mediaType === undefined) continue
    const path = join(entry.parentPath, entry.name)
    const name = relative(folder, path).split(sep).join('/')
    files.set(`/${name}`, {
      content: new Uint8Array(readFileSync(path)),
      mediaType,
      isHashed: name.startsWith('assets/'),
    })
  }
  return files
}

function entriesIn(folder: string) {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
