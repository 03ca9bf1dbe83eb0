import type { Span } from '../model/index.ts'

/** UTF-16 code units of context that are kept on either side. */
const width = 32

/** What stands before and behind a span, never half a character. */
export function contextOf(text: string, { start, end }: Span): { prefix: string; suffix: string } {
  const from = isInsideCharacter(text, start - width) ? start - width + 1 : start - width
  const to = isInsideCharacter(text, end + width) ? end + width - 1 : end + width
  return { prefix: text.slice(Math.max(0, from), start), suffix: text.slice(end, to) }
}

/** A quote as it stood elsewhere. */
export interface Quote extends Span {
  readonly exact: string
  readonly prefix: string | null
  readonly suffix: string | null
}

/** Where a quote stands now, or why that cannot be told. */
export type Place = Span | { readonly reason: string }

/**
 * Finds a quote in a text whose offsets may have moved: of all places where its words stand, the one with the most of
 * its context around it.
 */
export function placeOf(text: string, quote: Quote): Place {
  const { exact } = quote
  let best = -1
  let places: number[] = []
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
    const shared = sharedEnd(text, at, quote.prefix ?? '') + sharedStart(text, at + exact.length, quote.suffix ?? '')
    if (shared > best) places = []
    if (shared >= best) {
      best = shared
      places.push(at)
    }
  }
  const [start] = places
  if (start === undefined) return { reason: `${shown(exact)} does not stand in the document` }
  if (places.length > 1) {
    return { reason: `${shown(exact)} stands at ${places.length} places of the document that its context fits alike` }
  }
  return { start, end: start + exact.length }
}

/** Words of a message, cut. */
export function shown(exact: string): string {
  return JSON.stringify(exact.length > 60 ? `${exact.slice(0, 59)}…` : exact)
}

function sharedEnd(text: string, at: number, prefix: string): number {
  let shared = 0
  while (shared < prefix.length && text[at - 1 - shared] === prefix[prefix.length - 1 - shared]) shared++
  return shared
}

function sharedStart(text: string, at: number, suffix: string): number {
  let shared = 0
  while (shared < suffix.length && text[at + shared] === suffix[shared]) shared++
  return shared
}

function isInsideCharacter(text: string, at: number): boolean {
  return at > 0 && at < text.length && (text.codePointAt(at - 1) ?? 0) > 0xffff
}
