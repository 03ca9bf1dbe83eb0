import { closeSync, openSync, writeSync } from 'node:fs'

/** Characters that are kept before they are written. */
const bufferSize = 1 << 20

/** A UTF-8 file that is written in large pieces. */
export class TextFile {
  readonly #descriptor: number
  #buffer = ''

  /** @throws Error if it cannot be made */
  constructor(path: string) {
    this.#descriptor = openSync(path, 'w')
  }

  write(text: string): void {
    this.#buffer += text
    if (this.#buffer.length > bufferSize) this.#flush()
  }

  close(): void {
    try {
      this.#flush()
    } finally {
      closeSync(this.#descriptor)
    }
  }

  #flush(): void {
    const bytes = Buffer.from(this.#buffer, 'utf8')
    this.#buffer = ''
    for (let written = 0; written < bytes.length; ) written += writeSync(this.#descriptor, bytes, written)
  }
}
