import { z } from 'zod'
import { type ExportedFile, exportDatasets } from '../export/index.ts'
import { loadSentenceFinder } from '../extract/index.ts'
import type { State } from '../model/index.ts'
import { openStore } from '../store/index.ts'
import { type ExitCode, exitCodes } from './exit.ts'
import { commonOptions, parseOptions } from './options.ts'
import { grouped, Output } from './output.ts'

const exportOptions = commonOptions.extend({ include: z.enum(['pending']).optional() })

const confirmed: readonly State[] = ['accepted', 'corrected']

/** `tocsin export DIR`: each layer as CSV and JSONL; what reviewers confirmed, with `--include pending` the rest too. */
export async function exportCommand(folder: string, given: unknown): Promise<ExitCode> {
  const options = parseOptions(exportOptions, given)
  const store = openStore(options.db, { mode: 'read' })
  try {
    const states = options.include === 'pending' ? ([...confirmed, 'pending'] as const) : confirmed
    const files = exportDatasets(store, folder, { states, sentenceAt: loadSentenceFinder() })
    const output = new Output(options)
    output.result(wordsFor(files), { database: options.db, files })
    const pending = Object.values(store.status().annotations).reduce((sum, count) => sum + count.pending, 0)
    if (options.include !== 'pending' && pending > 0) {
      output.notice(
        `${grouped(pending)} annotations that no reviewer decided on are left out; --include pending takes them in.`,
      )
    }
    return exitCodes.done
  } finally {
    store.close()
  }
}

function wordsFor(files: readonly ExportedFile[]): string {
  return files.map(({ path, rows }) => `${path}: ${grouped(rows)} rows`).join('\n')
}
