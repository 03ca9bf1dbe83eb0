import { layers, states } from '../model/index.ts'
import { openStore, type Status } from '../store/index.ts'
import { type ExitCode, exitCodes } from './exit.ts'
import { commonOptions, parseOptions } from './options.ts'
import { grouped, Output, table } from './output.ts'

/** `tocsin status`: documents, annotations a layer, reviewed and pending, failures. */
export async function statusCommand(given: unknown): Promise<ExitCode> {
  const options = parseOptions(commonOptions, given)
  const store = openStore(options.db, { mode: 'read' })
  try {
    const status = store.status()
    new Output(options).result(wordsFor(status, options.db), { database: options.db, ...status })
    return exitCodes.done
  } finally {
    store.close()
  }
}

function wordsFor(status: Status, database: string): string {
  const paragraphs = Object.values(status.paragraphs).reduce((sum, count) => sum + count, 0)
  return [
    `${database}: ${grouped(status.documents)} documents, ${grouped(paragraphs)} paragraphs`,
    '',
    annotationTable(status),
    ...(status.noLongerFound > 0
      ? [
          '',
          `${grouped(status.noLongerFound)} decided annotations are no longer found by the newest rules; they are kept.`,
        ]
      : []),
    '',
    `${grouped(status.decisions.link)} decisions${status.reviewers.length > 0 ? ` by ${status.reviewers.join(', ')}` : ''}`,
    ...(status.failures.length > 0 ? ['', `${grouped(status.failures.length)} files failed:`] : []),
    ...status.failures.map(
      ({ path, reason, remedy }) => `  ${path}: ${reason}${remedy === null ? '' : ` — ${remedy}`}`,
    ),
  ].join('\n')
}

/** Annotations by layer and state, as a table. */
export function annotationTable(status: Pick<Status, 'annotations'>): string {
  const rows = layers.map((layer) => {
    const counts = states.map((state) => status.annotations[layer][state])
    return [layer, counts.reduce((sum, count) => sum + count, 0), ...counts]
  })
  return table([['layer', 'all', ...states], ...rows])
}
