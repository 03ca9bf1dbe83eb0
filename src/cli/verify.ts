import { readBytes } from '../read/index.ts'
import { openStore } from '../store/index.ts'
import { type ExitCode, exitCodes } from './exit.ts'
import { commonOptions, parseOptions } from './options.ts'
import { Output } from './output.ts'

/** `tocsin verify`: every document against its hash, every quote against its source, the chain of decisions. */
export async function verifyCommand(given: unknown): Promise<ExitCode> {
  const options = parseOptions(commonOptions, given)
  const output = new Output(options)
  const store = openStore(options.db, { mode: 'read' })
  try {
    const problems = [...store.verify(), ...(await store.verifyReading(readBytes))]
    const words =
      problems.length === 0
        ? `${options.db}: all documents, quotes and decisions are as they were written.`
        : [
            `${options.db}: ${problems.length} problems`,
            ...problems.map(({ kind, message }) => `  ${kind}: ${message}`),
          ].join('\n')
    output.result(words, { database: options.db, problems })
    return problems.length === 0 ? exitCodes.done : exitCodes.someFailed
  } finally {
    store.close()
  }
}
