import { z } from 'zod'
import {
  confirmed,
  conventionIds,
  type ExportedDataset,
  exportGold,
  exportInterchange,
  exportPackage,
  FolderError,
  formatIds,
  type Selection,
  selectionSchema,
} from '../export/index.ts'
import { loadSentenceFinder, loadTokeniser } from '../extract/index.ts'
import { interchangeFormats, interchangeIds } from '../interchange/index.ts'
import { states } from '../model/index.ts'
import { openStore, type Store } from '../store/index.ts'
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
  as: z.enum(interchangeIds).optional(),
  gold: z.boolean().default(false),
})

/** `tocsin export DIR`: the datasets as a Data Package; what reviewers confirmed, unless told otherwise. */
export async function exportCommand(folder: string, given: unknown): Promise<ExitCode> {
  const options = parseOptions(exportOptions, given)
  const isInterchange = options.as !== undefined || options.gold
  if (options.as !== undefined && options.gold) throw new UsageError('--as, --gold: give one of them')
  if (isInterchange && (options.actor.length > 0 || options.from !== null || options.to !== null)) {
    throw new UsageError('--actor, --from, --to: select rows of datasets, so they do not go with --as or --gold')
  }
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
    if (isInterchange) return annotationsTo(folder, store, options, selection)
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

/** Annotations in place of datasets: in a format of another tool, or as gold. */
function annotationsTo(
  folder: string,
  store: Store,
  options: z.infer<typeof exportOptions>,
  selection: Selection,
): ExitCode {
  const output = new Output(options)
  const tokenise = loadTokeniser()
  const sentencesOf = (document: string) => store.paragraphs(document).flatMap(tokenise)
  const documents =
    options.as === undefined
      ? exportGold(store, folder, { ...selection, states: confirmed.states })
      : exportInterchange(store, folder, { format: options.as, selection, sentencesOf })
  const annotations = documents.reduce((sum, document) => sum + document.annotations, 0)
  const what = options.as === undefined ? 'gold for "score"' : interchangeFormats[options.as].description
  output.result(`${folder}: ${grouped(annotations)} annotations of ${grouped(documents.length)} documents as ${what}`, {
    database: options.db,
    folder,
    documents,
  })
  for (const { name, losses } of documents) for (const loss of losses) output.notice(`${name}: ${loss}`)
  const undecided = documents.reduce(
    (sum, { document }) => sum + [...store.annotations({ document, states: ['pending'] })].length,
    0,
  )
  if (options.gold && undecided > 0) {
    output.notice(
      `${grouped(undecided)} annotations of these documents are not decided on; "score" will count them as spurious.`,
    )
  }
  return exitCodes.done
}

function wordsFor(folder: string, datasets: readonly ExportedDataset[]): string {
  const lines = datasets.map(({ name, file, rows }) => `  ${name}: ${grouped(rows)} rows in ${file}`)
  return [`${folder}: a Data Package (README.md, datapackage.json)`, ...lines].join('\n')
}
