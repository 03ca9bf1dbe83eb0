import { createHash } from 'node:crypto'

/** Half a character: one of a surrogate pair without the other. */
export const loneSurrogate = /\p{Surrogate}/u
const loneSurrogates = new RegExp(loneSurrogate, 'gu')

/**
 * JSON with the keys of every object sorted, so that equal values have equal text. Half a character, which no encoding
 * can hold, becomes U+FFFD.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner === 'string') return inner.replaceAll(loneSurrogates, '\uFFFD')
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}

/** A value as it comes back from the database: what a hash over it must cover. */
export function storable(value: unknown): unknown {
  return JSON.parse(canonicalJson(value))
}

/** SHA-256 of bytes or of a text's UTF-8, lower-case hexadecimal. */
export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex')
}
