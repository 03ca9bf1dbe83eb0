/** A page says its encoding within so many bytes, by the HTML standard. */
const prescanned = 1024

/** The encoding that a page's `meta` element says it has, or `null`. */
export function charsetOf(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, prescanned)).toString('latin1')
  return /<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1] ?? null
}
