/** A document that can't be read: what was wrong, where, and what to do about it. The message is readable alone. */
export class ReadError extends Error {
  override readonly name = 'ReadError'
  /** The file, or `null` for text that never was one. */
  readonly path: string | null
  /** Line in the file, from 1, where the fault has one. */
  readonly line: number | null
  /** What was wrong, without a closing dot. */
  readonly reason: string
  /** What to do, a whole sentence. */
  readonly remedy: string

  constructor(fault: { reason: string; remedy: string; path?: string | null; line?: number | null }, cause?: unknown) {
    const path = fault.path ?? null
    const line = fault.line ?? null
    const place = [path, line === null ? null : `line ${line}`].filter((part) => part !== null).join(', ')
    super(`${place === '' ? '' : `${place}: `}${fault.reason}. ${fault.remedy}`, { cause })
    this.path = path
    this.line = line
    this.reason = fault.reason
    this.remedy = fault.remedy
  }

  /** The same error, said of a file. */
  in(path: string): ReadError {
    return new ReadError({ path, line: this.line, reason: this.reason, remedy: this.remedy }, this.cause)
  }
}
