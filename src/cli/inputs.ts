import { readdir, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { glob, isDynamicPattern } from 'tinyglobby'
import { isReadable, readableExtensions } from '../read/index.ts'

/** A path that was named and leads to nothing that can be read. */
export interface Fault {
  readonly reason: string
  readonly remedy: string
}

/** A file to read, or a path with its fault. */
export interface Input {
  readonly path: string
  readonly fault: Fault | null
}

/**
 * The files that the named paths stand for, each once, in a stable order: a file as it is (whatever its extension, so
 * that an unknown one is reported), a folder with all files below it that we read, a glob with what it matches. A path
 * that leads to nothing is an input with a fault, so that the batch goes on and the exit code tells.
 */
export async function inputsOf(paths: readonly string[]): Promise<Input[]> {
  const inputs = new Map<string, Input>()
  for (const path of paths) for (const input of await inputsAt(path)) inputs.set(resolve(input.path), input)
  return [...inputs.values()]
}

async function inputsAt(path: string): Promise<Input[]> {
  try {
    const entry = await stat(path)
    if (!entry.isDirectory()) return [{ path, fault: null }]
    const below = await filesIn(path)
    return below.length > 0 ? below : [faulty(path, `holds no file that we read (${readableExtensions.join(', ')})`)]
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') return [faulty(path, `cannot be opened (${codeOf(error)})`)]
    if (!isDynamicPattern(path)) return [faulty(path, 'does not exist')]
    const matching = await glob(path, { onlyFiles: true, expandDirectories: false })
    return matching.length > 0 ? matching.sort().map(sound) : [faulty(path, 'matches no file')]
  }
}

/** The files below a folder that we read, and each folder that cannot be opened as a fault. */
async function filesIn(folder: string): Promise<Input[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    entries.sort((a, b) => (a.name < b.name ? -1 : 1))
    const inputs: Input[] = []
    for (const entry of entries) {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) inputs.push(...(await filesIn(path)))
      else if (isReadable(path)) inputs.push(sound(path))
    }
    return inputs
  } catch (error) {
    return [faulty(folder, `cannot be opened (${codeOf(error)})`)]
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}

const sound = (path: string): Input => ({ path, fault: null })

const faulty = (path: string, reason: string): Input => ({
  path,
  fault: { reason, remedy: 'Check the path and its permissions.' },
})
