import { z } from 'zod'
import { type Extractor, extract, loadExtractor } from '../extract/index.ts'
import { layers } from '../model/index.ts'
import { ReadError, readFile } from '../read/index.ts'
import { openStore, type Store, StoreError } from '../store/index.ts'
import { type ExitCode, exitCodes } from './exit.ts'
import { type Input, inputsOf } from './inputs.ts'
import { commonOptions, listOption, parseOptions } from './options.ts'
import { grouped, Output, type Progress } from './output.ts'
import { tocsinVersion } from './version.ts'

const extractOptions = commonOptions.extend({ lexicon: listOption, again: z.boolean().default(false) })

/** What became of a batch. */
export interface BatchSummary {
  /** Files that were named. */
  files: number
  extracted: number
  /** Already extracted by the same rules, and so passed over. */
  unchanged: number
  failed: number
  /** Annotations found in the documents that were extracted. */
  annotations: number
  /** Whether the user stopped it before its end. */
  stopped: boolean
}

/** `tocsin extract PATH…`: reads, extracts and stores; goes on past bad files; run again, it goes on where it stopped. */
export async function extractCommand(paths: readonly string[], given: unknown): Promise<ExitCode> {
  const options = parseOptions(extractOptions, given)
  const output = new Output(options)
  const inputs = await inputsOf(paths)
  const extractor = loadExtractor(options.lexicon)
  const store = openStore(options.db, { mode: 'write' })
  try {
    const summary = await extractBatch({
      inputs,
      extractor,
      store,
      again: options.again,
      progress: output.progress(inputs.length),
    })
    output.result(wordsFor(summary, options.db), { ...summary, database: options.db, extractor: extractor.version })
    if (summary.stopped) return exitCodes.stopped
    return summary.failed > 0 ? exitCodes.someFailed : exitCodes.done
  } finally {
    store.close()
  }
}

export interface Batch {
  readonly inputs: readonly Input[]
  readonly extractor: Extractor
  readonly store: Store
  /** Whether to extract documents again that the same rules extracted already. */
  readonly again: boolean
  readonly progress: Progress
}

/**
 * Extracts and stores a batch, each document whole or not at all. A file that fails is told, put on record, and the rest
 * goes on; an interrupt stops it behind the document at hand.
 *
 * @throws StoreError where the database can't be used any more
 */
export async function extractBatch({ inputs, extractor, store, again, progress }: Batch): Promise<BatchSummary> {
  const summary: BatchSummary = {
    files: inputs.length,
    extracted: 0,
    unchanged: 0,
    failed: 0,
    annotations: 0,
    stopped: false,
  }
  const stop = () => {
    summary.stopped = true
  }
  process.once('SIGINT', stop).once('SIGTERM', stop)
  try {
    for (const input of inputs) {
      if (summary.stopped) break
      await extractOne(input, { extractor, store, again, progress, summary })
      // Signals are delivered between turns of the event loop.
      await new Promise(setImmediate)
    }
  } finally {
    process.removeListener('SIGINT', stop).removeListener('SIGTERM', stop)
    progress.end()
  }
  return summary
}

interface Work extends Omit<Batch, 'inputs'> {
  readonly summary: BatchSummary
}

async function extractOne(input: Input, { extractor, store, again, progress, summary }: Work): Promise<void> {
  const startedAt = new Date().toISOString()
  const { path } = input
  try {
    if (input.fault !== null) throw new ReadError({ path, line: null, ...input.fault })
    const { document, bytes } = await readFile(path)
    const reading = { path, metadata: document.metadata }
    if (!again && store.hasExtraction(document.id, extractor.version, reading)) {
      summary.unchanged++
      progress.step(`${path}: unchanged`)
      return
    }
    const annotations = extract(document, extractor)
    const finishedAt = new Date().toISOString()
    const versions = { version: extractor.version, tocsin: tocsinVersion }
    store.saveExtraction({ document, bytes, path, annotations, extractor: versions, startedAt, finishedAt })
    summary.extracted++
    summary.annotations += annotations.length
    for (const notice of document.notices) progress.trouble(`${path}: ${notice}`)
    const counts = layers.map((layer) => `${annotations.filter((one) => one.layer === layer).length} ${layer}`)
    progress.step(`${path}: ${counts.join(', ')}`)
  } catch (error) {
    // Without a database there is nowhere to put what the rest of the batch gives.
    if (error instanceof StoreError) throw error
    summary.failed++
    const { reason, remedy } = failureOf(error)
    progress.trouble(`${error instanceof ReadError ? error.message : `${path}: ${reason}. ${remedy}`}`)
    store.recordFailure({ path, reason, remedy, at: new Date().toISOString() })
    progress.step(`${path}: failed`)
  }
}

function failureOf(error: unknown): { reason: string; remedy: string } {
  if (error instanceof ReadError) return { reason: error.reason, remedy: error.remedy }
  const reason = error instanceof Error ? error.message : String(error)
  return { reason, remedy: 'This is a fault of Tocsin: please report it with the file.' }
}

function wordsFor(summary: BatchSummary, database: string): string {
  const { extracted, unchanged, failed, annotations, stopped, files } = summary
  const parts = [
    `${grouped(extracted)} extracted (${grouped(annotations)} annotations)`,
    ...(unchanged > 0 ? [`${grouped(unchanged)} unchanged`] : []),
    ...(failed > 0 ? [`${grouped(failed)} failed, see "tocsin status"`] : []),
    ...(stopped
      ? [`stopped before ${grouped(files - extracted - unchanged - failed)} more; run the same command to go on`]
      : []),
  ]
  return `${parts.join('; ')}. Database: ${database}`
}
