import { detect } from 'chardet'
import { ReadError } from './error.ts'

/** Decoded text, with what had to be decided on the way. */
export interface Decoded {
  readonly text: string
  readonly notices: readonly string[]
}

const replacement = '\uFFFD'

/**
 * Decodes the bytes of a text file: by its byte order mark, else as UTF-8, else by a detected encoding, which is said
 * in a notice. The mark itself is dropped.
 *
 * @param declared the encoding that the file says it has, believed where the bytes are not UTF-8
 * @throws ReadError if the bytes are no text
 */
export function decode(bytes: Uint8Array, declared: string | null = null): Decoded {
  const marked = markedEncoding(bytes)
  if (marked !== null) {
    const text = new TextDecoder(marked).decode(bytes)
    refuseNul(text.includes('\0'))
    return { text, notices: [`The file is ${marked.toUpperCase()} by its byte order mark.`] }
  }
  refuseBinary(bytes)
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), notices: [] }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return declared === null ? decodeOther(bytes) : decodeDeclared(bytes, declared)
  }
}

function markedEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

const signatures: readonly (readonly [string, string])[] = [
  ['%PDF-', 'a PDF'],
  ['PK\u0003\u0004', 'a zip archive or an office document'],
  ['\u0089PNG', 'an image'],
  ['\u00FF\u00D8\u00FF', 'an image'],
  ['GIF8', 'an image'],
  ['\u00D0\u00CF\u0011\u00E0', 'an old office document'],
  ['{\\rtf', 'an RTF document'],
  ['\u001F\u008B', 'a gzip archive'],
]

function refuseBinary(bytes: Uint8Array): void {
  const head = String.fromCharCode(...bytes.subarray(0, 8))
  const known = signatures.find(([signature]) => head.startsWith(signature))
  if (known !== undefined) {
    throw new ReadError({
      reason: `the file is ${known[1]}, not text`,
      remedy: 'Save its text as .txt or .md and read that.',
    })
  }
  refuseNul(bytes.includes(0))
  const sample = bytes.subarray(0, 65_536)
  const controls = sample.filter((byte) => byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1b).length
  if (controls > sample.length / 10) refuse('the file is binary, not text')
}

function refuseNul(hasNul: boolean): void {
  if (hasNul) refuse('the file holds NUL bytes, so it is binary or in an encoding without a byte order mark')
}

function refuse(reason: string): never {
  throw new ReadError({ reason, remedy: 'Save it as plain text in UTF-8 and read that.' })
}

function decodeDeclared(bytes: Uint8Array, declared: string): Decoded {
  const encoding = encodingNamed(declared)
  if (encoding === null || encoding === 'utf-8') return decodeOther(bytes)
  return {
    text: decodeAs(bytes, encoding),
    notices: [`The file is ${encoding}, as it says itself. Offsets count in the decoded text.`],
  }
}

/** A mostly valid UTF-8 file with some broken bytes stays UTF-8; anything else is what it looks like. */
function decodeOther(bytes: Uint8Array): Decoded {
  const lenient = new TextDecoder('utf-8').decode(bytes)
  const broken = count(lenient, replacement)
  const special = count(lenient, /[\u0080-\uFFFC\uFFFE\uFFFF]/g)
  if (special > broken * 5) {
    return {
      text: lenient,
      notices: [
        `The file is UTF-8 but for ${broken} broken ${broken === 1 ? 'place' : 'places'}, read as "${replacement}".`,
      ],
    }
  }
  const encoding = encodingNamed(detect(sampleOf(bytes)) ?? '') ?? 'windows-1252'
  return {
    text: decodeAs(bytes, encoding),
    notices: [
      `The file is not UTF-8; it was read as ${encoding}, as its bytes suggest. Offsets count in the decoded text.`,
    ],
  }
}

/** What windows-1252 has at 0x80 to 0x9F, as the WHATWG Encoding Standard lists it. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

/** Node 20 decodes windows-1252 as Latin-1, which has controls where its dashes and quotation marks are. */
function withPunctuation(text: string): string {
  return text.replace(/[\u0080-\u009F]/g, (control) => windows1252.charAt(control.charCodeAt(0) - 0x80))
}

function count(text: string, what: string | RegExp): number {
  return typeof what === 'string' ? text.split(what).length - 1 : (text.match(what)?.length ?? 0)
}

const sampleSize = 65_536

/** Bytes from where the first that is not ASCII stands: the rest tells nothing of the encoding. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte >= 0x80)
  const start = Math.max(0, first - 1024)
  return bytes.subarray(start, start + sampleSize)
}

function decodeAs(bytes: Uint8Array, encoding: string): string {
  const text = new TextDecoder(encoding).decode(bytes)
  return encoding === 'windows-1252' ? withPunctuation(text) : text
}

/** The encoding that a label stands for, as the WHATWG Encoding Standard has it; `null` if it knows none. */
function encodingNamed(label: string): string | null {
  try {
    return new TextDecoder(label).encoding
  } catch {
    return null
  }
}
