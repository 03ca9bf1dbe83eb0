import { existsSync } from 'node:fs'
import { z } from 'zod'
import { newToken } from '../annotate/server/index.ts'
import { type Account, openStore, type Store, StoreError } from '../store/index.ts'
import { type ExitCode, exitCodes, UsageError } from './exit.ts'
import { commonOptions, parseOptions } from './options.ts'
import { Output, table } from './output.ts'

const addOptions = commonOptions.extend({ blind: z.boolean().default(false) })

const nameSchema = z
  .string()
  .trim()
  .min(1, 'a reviewer needs a name')
  .max(100, 'a name has at most 100 characters')
  .regex(/^\P{C}+$/u, 'a name has no control characters')

/** `tocsin reviewers add NAME`: prints a token, once; only its hash is stored. */
export async function addReviewerCommand(name: string, given: unknown): Promise<ExitCode> {
  const options = parseOptions(addOptions, given)
  const parsed = nameSchema.safeParse(name)
  if (!parsed.success) throw new UsageError(parsed.error.issues[0]?.message ?? 'this is no name')
  const reviewer = parsed.data
  const token = newToken()
  return withStore(options.db, (store) => {
    const account: Account = { reviewer, blind: options.blind, addedAt: new Date().toISOString() }
    if (!store.addAccount(account, token)) {
      throw new UsageError(`There is an account for ${reviewer}; for a new token, remove it and add it again.`)
    }
    const words = [
      `${reviewer} signs in by adding this to the address of the review page:`,
      `?token=${token}`,
      'It is shown only now. Whoever has it decides as this reviewer.',
    ]
    new Output(options).result(words.join('\n'), { reviewer, blind: options.blind, token })
    return exitCodes.done
  })
}

/** `tocsin reviewers list`: who may sign in from elsewhere. */
export async function listReviewersCommand(given: unknown): Promise<ExitCode> {
  const options = parseOptions(commonOptions, given)
  return withStore(options.db, (store) => {
    const accounts = store.accounts()
    const rows = accounts.map(({ reviewer, blind, addedAt }) => [reviewer, blind ? 'blind' : '', addedAt])
    const words = rows.length === 0 ? 'There are no accounts.' : table([['reviewer', '', 'added'], ...rows])
    new Output(options).result(words, { accounts })
    return exitCodes.done
  })
}

/** `tocsin reviewers remove NAME`: signs a reviewer out for good; what they decided stays. */
export async function removeReviewerCommand(name: string, given: unknown): Promise<ExitCode> {
  const options = parseOptions(commonOptions, given)
  return withStore(options.db, (store) => {
    if (!store.removeAccount(name)) {
      throw new UsageError(`There is no account for ${name}; "tocsin reviewers list" shows those that there are.`)
    }
    new Output(options).result(`${name} can no longer sign in; their decisions stay.`, { reviewer: name })
    return exitCodes.done
  })
}

function withStore(path: string, use: (store: Store) => ExitCode): ExitCode {
  if (!existsSync(path)) throw new StoreError('missing', path)
  const store = openStore(path, { mode: 'write' })
  try {
    return use(store)
  } finally {
    store.close()
  }
}
