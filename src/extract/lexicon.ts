import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { isNode, LineCounter, parseDocument, type Document as YamlDocument } from 'yaml'
import type { z } from 'zod'

/** A lexicon that cannot be used: which file, which line, which field, and what to do. */
export class LexiconError extends Error {
  override name = 'LexiconError'
  constructor(
    readonly file: string,
    readonly line: number | null,
    readonly field: string | null,
    readonly reason: string,
  ) {
    const where = line === null ? file : `${file}:${line}`
    super(`${where}: ${field === null ? '' : `${field}: `}${reason}`)
  }
}

const builtIn = import.meta.dirname

/**
 * Where lexicons are read from: the built-in ones beside the rules, then each of the user's folders, which mirrors the
 * built-in layout ("actors/lexicon/armed-groups.yaml") and extends or overrides it.
 */
export class LexiconSources {
  readonly #folders: readonly string[]

  /**
   * @param userFolders the user's own
   * @param builtInFolder where the built-in ones lie, beside the code that reads them
   * @throws LexiconError if a folder does not exist
   */
  constructor(userFolders: readonly string[] = [], builtInFolder: string = builtIn) {
    for (const folder of userFolders) {
      if (!existsSync(folder) || !statSync(folder).isDirectory()) {
        throw new LexiconError(folder, null, null, 'is not a folder; --lexicon takes a folder of YAML files')
      }
    }
    this.#folders = [builtInFolder, ...userFolders]
  }

  /**
   * The versions of one lexicon file, built-in first, each checked by the schema.
   *
   * @param file path below a lexicon folder, "dates/months.yaml"
   * @throws LexiconError if no folder has the file, or one has it in a form that does not fit
   */
  read<T>(file: string, schema: z.ZodType<T>): T[] {
    const [first, ...others] = this.#folders.flatMap((folder) => versionsOf(join(folder, file)))
    if (first === undefined) throw new LexiconError(file, null, null, 'is missing')
    const builtIn = readRaw(first)
    return [checked(builtIn, schema), ...others.map((path) => checked(completed(readRaw(path), builtIn.value), schema))]
  }

  /** The lists of all files in a folder below the lexicon folders, "actors/lexicon", joined, built-in first. */
  readFolder<T>(folder: string, schemaOf: (file: string) => z.ZodType<T[]>): T[] {
    return this.#folders.flatMap((base) => {
      const path = join(base, folder)
      if (!existsSync(path)) return []
      return readdirSync(path)
        .filter((file) => /\.(ya?ml|json)$/.test(file))
        .sort()
        .flatMap((file) => checked(readRaw(join(path, file)), schemaOf(file.replace(/\.json$/, '.yaml'))))
    })
  }

  /** SHA-256 over rules and lexicons, in hexadecimal: what the extractor's version is made of. */
  hash(): string {
    const hash = createHash('sha256')
    for (const folder of this.#folders) {
      for (const path of filesBelow(folder)) {
        hash.update(relative(folder, path).replaceAll('\\', '/')).update('\0')
        hash.update(readFileSync(path)).update('\0')
      }
    }
    return hash.digest('hex')
  }
}

/** The build turns each YAML file into JSON, which loads faster; a source tree has the YAML. */
function versionsOf(path: string): string[] {
  const json = path.replace(/\.yaml$/, '.json')
  if (existsSync(json)) return [json]
  return existsSync(path) ? [path] : []
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.d)\.(ts|js|ya?ml|json)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/** A lexicon file as it is, with the way from a field to its line. */
interface RawLexicon {
  readonly path: string
  readonly value: unknown
  readonly lineOf: (field: readonly PropertyKey[]) => number | null
}

function readRaw(path: string): RawLexicon {
  const source = readFileSync(path, 'utf8')
  if (path.endsWith('.json')) return { path, value: JSON.parse(source), lineOf: () => null }
  const lines = new LineCounter()
  const yaml = parseDocument(source, { lineCounter: lines })
  const fault = yaml.errors[0]
  if (fault !== undefined) {
    throw new LexiconError(path, fault.linePos?.[0].line ?? null, null, `is not YAML: ${fault.message.split('\n')[0]}`)
  }
  return { path, value: yaml.toJS(), lineOf: (field) => lineOf(yaml, lines, field) }
}

/** A user's file need only hold what it adds: the lists and maps of the built-in one that it lacks are empty in it. */
function completed(raw: RawLexicon, builtIn: unknown): RawLexicon {
  const { value } = raw
  if (!isMap(value) || !isMap(builtIn)) return raw
  const missing = Object.entries(builtIn).filter(([key]) => !Object.hasOwn(value, key))
  const filled = missing.map(([key, part]) => [key, Array.isArray(part) ? [] : isMap(part) ? {} : part] as const)
  return { ...raw, value: { ...value, ...Object.fromEntries(filled) } }
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function checked<T>({ path, value, lineOf }: RawLexicon, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const field = issue?.path ?? []
  throw new LexiconError(path, lineOf(field), field.map(String).join('.') || null, issue?.message ?? 'does not fit')
}

/** The line of the innermost part of the path that is there. */
function lineOf(yaml: YamlDocument, lines: LineCounter, path: readonly PropertyKey[]): number | null {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? yaml.contents : yaml.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
  }
  return null
}
