import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type WrittenFile, writtenFile } from '../formats/table-file.ts'

/** A folder that can't be written to without loss. */
export class FolderError extends Error {
  override name = 'FolderError'
}

const sums = 'SHA256SUMS'
const ending = '.part'

/**
 * The folder of a package. All files are written beside their places and put there when all are whole; those of a package
 * that was there before go.
 */
export class PackageFolder {
  readonly #path: string
  readonly #before: ReadonlySet<string>
  readonly #names: string[] = []

  /** @throws FolderError if the folder holds anything but a package, Error if it cannot be made */
  constructor(path: string) {
    mkdirSync(path, { recursive: true })
    this.#path = path
    this.#before = filesOfPackage(path)
    const others = readdirSync(path).filter((name) => !this.#before.has(name) && !name.endsWith(ending))
    if (others.length > 0) {
      throw new FolderError(
        `${path}: there is ${others[0]} in it, which no package of ours wrote; name a new or an empty folder`,
      )
    }
    for (const name of readdirSync(path)) if (name.endsWith(ending)) rmSync(join(path, name))
  }

  /** Where to write a file for the time being. */
  place(name: string): string {
    if (!this.#names.includes(name)) this.#names.push(name)
    return join(this.#path, name + ending)
  }

  write(name: string, text: string): WrittenFile {
    writeFileSync(this.place(name), text)
    return this.fileOf(name)
  }

  writeBytes(name: string, bytes: Uint8Array): void {
    writeFileSync(this.place(name), bytes)
  }

  /** Size and hash of a file that was written. */
  fileOf(name: string): WrittenFile {
    return writtenFile(this.place(name), name)
  }

  /** Puts all files in their places, with their hashes beside them. */
  publish(): void {
    const lines = this.#names.toSorted().map((name) => `${this.fileOf(name).sha256}  ${name}\n`)
    this.write(sums, lines.join(''))
    for (const name of this.#names) renameSync(this.place(name), join(this.#path, name))
    for (const name of this.#before) if (!this.#names.includes(name)) rmSync(join(this.#path, name), { force: true })
  }
}

function filesOfPackage(path: string): Set<string> {
  const list = join(path, sums)
  if (!existsSync(list)) return new Set()
  const names = readFileSync(list, 'utf8')
    .split('\n')
    .map((line) => line.slice(66))
    .filter((name) => name !== '' && !/[/\\]/.test(name))
  return new Set([...names, sums])
}
