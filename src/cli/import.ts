import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import {
  type Fault,
  type InterchangeFormat,
  interchangeFormats,
  interchangeIds,
  type Library,
  type MatchedRow,
  match,
} from '../interchange/index.ts'
import { type Imported, type ImportedAnnotation, openStore, type Store } from '../store/index.ts'
import { type ExitCode, exitCodes, UsageError } from './exit.ts'
import { commonOptions, parseOptions } from './options.ts'
import { grouped, Output } from './output.ts'

const importOptions = commonOptions.extend({
  as: z.enum(interchangeIds).optional(),
  reviewer: z.string().min(1).optional(),
})
type ImportOptions = z.infer<typeof importOptions>

type Counts = Record<Imported['outcome'] | 'failed' | 'moved', number>

/**
 * `tocsin import FILE…`: annotations made elsewhere, each file whole or not at all. What was decided here holds; what
 * cannot be matched or held is told with its file and line, and the rest goes on.
 */
export async function importCommand(paths: readonly string[], given: unknown): Promise<ExitCode> {
  const options = parseOptions(importOptions, given)
  const formats = paths.map((path) => formatOf(path, options.as))
  const output = new Output(options)
  const store = openStore(options.db, { mode: 'write' })
  try {
    const counts: Counts = { known: 0, added: 0, decided: 0, conflict: 0, refused: 0, failed: 0, moved: 0 }
    const library = libraryOf(store)
    for (const [index, path] of paths.entries()) {
      const format = formats[index]
      if (format === undefined) continue
      importFile(path, { format, store, library, options, output, counts })
    }
    output.result(wordsFor(counts), { database: options.db, ...counts })
    return counts.conflict + counts.refused + counts.failed > 0 ? exitCodes.someFailed : exitCodes.done
  } finally {
    store.close()
  }
}

interface Import {
  readonly format: InterchangeFormat
  readonly store: Store
  readonly library: Library
  readonly options: ImportOptions
  readonly output: Output
  readonly counts: Counts
}

function importFile(path: string, { format, store, library, options, output, counts }: Import): void {
  const tell = ({ line, message }: Fault) => output.trouble(`${path}${line === null ? '' : `:${line}`}: ${message}`)
  const fail = (fault: Fault) => {
    counts.failed++
    tell(fault)
  }
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path))
  } catch (error) {
    const reason = error instanceof TypeError ? 'is not UTF-8' : 'cannot be read'
    fail({ line: null, message: `${reason}; check the path and the encoding` })
    return
  }
  const { documents, faults } = format.read({ text, beside: (extension) => besideOf(path, extension) })
  for (const fault of faults) fail(fault)
  const now = new Date().toISOString()
  for (const read of documents) {
    const { matched, faults } = match(read, library)
    for (const fault of faults) fail(fault)
    const [first] = matched
    if (first === undefined) continue
    const imports = matched.map((one) => importOf(one, options.reviewer, now))
    for (const [index, imported] of store.importAnnotations(first.document, imports).entries()) {
      const { row, line, moved } = matched[index] ?? first
      counts[imported.outcome]++
      if ('reason' in imported) tell({ line, message: imported.reason })
      else if (row.state !== 'pending' && imports[index]?.decision === null) {
        output.notice(`${path}${line === null ? '' : `:${line}`}: "${row.state}" by nobody; it is pending here`)
      }
      if (moved) counts.moved++
    }
  }
}

function importOf({ document, row }: MatchedRow, importer: string | undefined, now: string): ImportedAnnotation {
  const { id, layer, start, end, fields, state, reviewer, note, decidedAt } = row
  const verdict = state === 'pending' ? null : verdictBy[state]
  const annotation = { id, document, layer, start, end, fields }
  if (reviewer !== null && verdict !== null) {
    return { ...annotation, decision: { reviewer, verdict, note, decidedAt: decidedAt ?? now } }
  }
  if (importer === undefined) return { ...annotation, decision: null }
  // A span or fields that are not as they went out are the importer's correction.
  return {
    ...annotation,
    decision: { reviewer: importer, verdict: verdict ?? (id === null ? 'accept' : 'correct'), note, decidedAt: now },
  }
}

const verdictBy = { accepted: 'accept', corrected: 'correct', rejected: 'reject' } as const

function formatOf(path: string, named: ImportOptions['as']): InterchangeFormat {
  const id = named ?? interchangeIds.find((one) => path.endsWith(interchangeFormats[one].extension ?? '\0'))
  if (id === undefined) {
    throw new UsageError(`${path}: its format is not known by its name; give --as ${interchangeIds.join(', ')}`)
  }
  return interchangeFormats[id]
}

function besideOf(path: string, extension: string): string | undefined {
  const other = path.replace(/\.[^./\\]+$/, '') + extension
  return existsSync(other) ? readFileSync(other, 'utf8') : undefined
}

/** The documents of a database, each text read when it is asked for. */
function libraryOf(store: Store): Library {
  let last = { id: '', text: '' }
  return {
    ids: store.documents().map(({ id }) => id),
    textOf: (id) => {
      if (last.id !== id) last = { id, text: store.documentText(id) ?? '' }
      return last.text
    },
  }
}

function wordsFor({ known, added, decided, conflict, refused, failed, moved }: Counts): string {
  const parts = [
    `${grouped(added)} annotations added`,
    ...(decided > 0 ? [`${grouped(decided)} decisions added to what was there`] : []),
    ...(known > 0 ? [`${grouped(known)} known already`] : []),
    ...(moved > 0 ? [`${grouped(moved)} found by their words, since their offsets had moved`] : []),
    ...(conflict > 0 ? [`${grouped(conflict)} decided otherwise here, which holds`] : []),
    ...(refused + failed > 0 ? [`${grouped(refused + failed)} failed`] : []),
  ]
  return parts.join('; ')
}
