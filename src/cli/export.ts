import { z } from 'zod'
import {
  confirmed,
  conventionIds,
  type ExportedDataset,
  exportPackage,
  FolderError,
  formatIds,
  selectionSchema,
} from '../export/index.ts'
import { loadSentenceFinder } from '../extract/index.ts'
import { states } from '../model/index.ts'
import { openStore } from '../store/index.ts'
import { type ExitCode, exitCodes, UsageError } from './exit.ts'
import { commonOptions, listOption, parseOptions } from './options.ts'
import { grouped, Output } from './output.ts'
import { tocsinVersion } from './version.ts'

const { layers, from, to } = selectionSchema.shape

const exportOptions = commonOptions.extend({
  include: z.enum(['pending']).optional(),
  format: z.enum(formatIds).default('csv'),
  convention: z.enum(conventionIds).default('codebook'),
  document: listOption.pipe(selectionSchema.shape.documents),
  layer: listOption.pipe(layers),
  actor: z.array(z.string().min(1)).default([]),
  state: listOption.pipe(z.array(z.enum(states))),
  from: from.default(null),
  to: to.default(null),
})

/** `tocsin export DIR`: the datasets as a Data Package; what reviewers confirmed, unless told otherwise. */
export async function exportCommand(folder: string, given: unknown): Promise<ExitCode> {
  const options = parseOptions(exportOptions, given)
  const store = openStore(options.db, { mode: 'read' })
  try {
    const selection = {
      states:
        options.state.length > 0 ? options.state : [...confirmed.states, ...(options.include ? [options.include] : [])],
      documents: options.document,
      layers: options.layer,
      actors: options.actor,
      from: options.from,
      to: options.to,
    }
    const { format, convention } = options
    const sentenceAt = loadSentenceFinder()
    const datasets = exportPackage(store, folder, { format, convention, selection, sentenceAt, tocsin: tocsinVersion })
    const output = new Output(options)
    output.result(wordsFor(folder, datasets), { database: options.db, folder, datasets })
    const pending = Object.values(store.status().annotations).reduce((sum, count) => sum + count.pending, 0)
    if (!selection.states.includes('pending') && pending > 0) {
      output.notice(
        `${grouped(pending)} annotations that no reviewer decided on are left out; --include pending takes them in.`,
      )
    }
    return exitCodes.done
  } catch (error) {
    if (error instanceof FolderError) throw new UsageError(error.message)
    throw error
  } finally {
    store.close()
  }
}

function wordsFor(folder: string, datasets: readonly ExportedDataset[]): string {
  const lines = datasets.map(({ name, file, rows }) => `  ${name}: ${grouped(rows)} rows in ${file}`)
  return [`${folder}: a Data Package (README.md, datapackage.json)`, ...lines].join('\n')
}
