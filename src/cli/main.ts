import { Command, CommanderError } from 'commander'
import { LexiconError } from '../extract/lexicon.ts'
import { interchangeIds } from '../interchange/index.ts'
import { StoreError } from '../store/index.ts'
import { type ExitCode, exitCodes, UsageError } from './exit.ts'
import { tocsinVersion } from './version.ts'

/**
 * Runs one command.
 *
 * @param args the command line without the program's name
 * @returns the exit code: 0 all well; 1 some input failed, the rest is done; 2 wrong usage; 3 the database can't be used
 */
export async function main(args: readonly string[]): Promise<ExitCode> {
  process.stdout.on('error', leaveQuietlyOnClosedPipe)
  let code: ExitCode = exitCodes.done
  const program = programFor((result) => {
    code = result
  })
  try {
    await program.parseAsync([...args], { from: 'user' })
    return code
  } catch (error) {
    return codeFor(error)
  }
}

/**
 * The command line: what `--help` shows and the README quotes. A command's code is loaded when it is run, so that none
 * waits for what only another needs.
 */
function programFor(finish: (code: ExitCode) => void): Command {
  const program = new Command('tocsin')
    .description('Turns reports on mass-atrocity risk into reviewed, citable data.')
    .version(tocsinVersion)
    .exitOverride()
    .helpCommand(false)
  const command = (usage: string, description: string, database = 'db/tocsin.db', under = program) =>
    under
      .command(usage)
      .description(description)
      .option('--db <file>', 'the database', database)
      .option('--json', 'the result as one JSON object')
      .option('--quiet', 'nothing but errors')
  const repeated = (value: string, before: readonly string[] = []) => [...before, value]
  const interchangeList = interchangeIds.join(', ')
  const lexicon = ['--lexicon <folder>', 'a folder of your own lexicons (may be repeated)', repeated] as const

  command('extract <path...>', 'read files, folders and globs, extract annotations, store them')
    .option(...lexicon)
    .option('--again', 'extract also what the same rules extracted already')
    .action(async (paths: string[], options: unknown) =>
      finish(await (await import('./extract.ts')).extractCommand(paths, options)),
    )
  command('tag [path...]', 'the same without a database: annotation rows on standard output')
    .option(...lexicon)
    .option('--stream', 'read {"id", "text", "published"?, "title"?, "mediaType"?} lines on standard input')
    .action(async (paths: string[], options: unknown) =>
      finish(await (await import('./tag.ts')).tagCommand(paths, options)),
    )
  command('review', 'serve the review page')
    .option('--reviewer <name>', "who reviews (default: the system's user name)")
    .option('--blind', 'show the reviewer nothing that others decided')
    .option('--port <number>', 'where it is served; 0 for any port that is free', '4680')
    .option('--host <host>', 'other than this machine only with accounts, see "reviewers"', '127.0.0.1')
    .option('--accounts', 'let reviewers sign in with their accounts, on this machine, too')
    .option('--origin <address>', 'what a proxy in front is asked for, https://review.example.org')
    .option('--no-open', 'do not open the browser')
    .action(async (options: unknown) => finish(await (await import('./review.ts')).reviewCommand(options)))
  const reviewers = program
    .command('reviewers')
    .description('accounts of reviewers who work from elsewhere')
    .helpCommand(false)
  command('add <name>', 'add an account; prints its token once', undefined, reviewers)
    .option('--blind', 'show them nothing that others decide')
    .action(async (name: string, options: unknown) =>
      finish(await (await import('./reviewers.ts')).addReviewerCommand(name, options)),
    )
  command('list', 'who has an account', undefined, reviewers).action(async (options: unknown) =>
    finish(await (await import('./reviewers.ts')).listReviewersCommand(options)),
  )
  command('remove <name>', 'take an account away; what its owner decided stays', undefined, reviewers).action(
    async (name: string, options: unknown) =>
      finish(await (await import('./reviewers.ts')).removeReviewerCommand(name, options)),
  )
  command('export <folder>', 'write the datasets as a Data Package')
    .option('--include <state>', '"pending": also what no reviewer has decided on yet')
    .option('--format <format>', 'csv, jsonl, parquet or sqlite (default: csv)')
    .option('--as <format>', `in place of datasets, annotations for another tool: ${interchangeList}`)
    .option('--gold', 'in place of datasets, confirmed annotations as gold for "score", with the texts')
    .option('--convention <name>', 'numbers for words as dozens: codebook, acled, ucdp (default: codebook)')
    .option('--document <id>', 'only this document, by the beginning of its id (may be repeated)', repeated)
    .option('--layer <layer>', 'only this layer (may be repeated)', repeated)
    .option('--actor <name>', 'only what names this actor (may be repeated)', repeated)
    .option('--state <state>', 'only what is so: pending, accepted, corrected, rejected (may be repeated)', repeated)
    .option('--from <day>', 'only what is dated on or after this day')
    .option('--to <day>', 'only what is dated on or before this day')
    .action(async (folder: string, options: unknown) =>
      finish(await (await import('./export.ts')).exportCommand(folder, options)),
    )
  command('import <file...>', 'annotations made elsewhere, matched to their documents')
    .option('--as <format>', 'of the files, where their names do not tell')
    .option('--reviewer <name>', 'who made or confirmed them, where the files name nobody')
    .action(async (files: string[], options: unknown) =>
      finish(await (await import('./import.ts')).importCommand(files, options)),
    )
  command('status', 'documents, annotations a layer, reviewed and pending, failures').action(async (options: unknown) =>
    finish(await (await import('./status.ts')).statusCommand(options)),
  )
  command('score <gold...>', 'precision, recall and F1 against gold, a layer and a field')
    .option(...lexicon)
    .option('--texts <folder>', "where the gold's texts are (default: the folder above the gold)")
    .option('--errors', 'list what was missed, spurious and wrong')
    .action(async (gold: string[], options: unknown) =>
      finish(await (await import('./score.ts')).scoreCommand(gold, options)),
    )
  command('verify', 'check hashes, quotes and the chain of decisions').action(async (options: unknown) =>
    finish(await (await import('./verify.ts')).verifyCommand(options)),
  )
  command('demo', 'extract the bundled corpus and open the review page on it', 'db/demo.db')
    .option('--out <folder>', 'where the datasets go', 'out/demo')
    .option('--port <number>', 'where the page is served; 0 for any port that is free', '4680')
    .option('--no-open', 'do not open the browser')
    .option('--no-serve', 'end when the datasets are written')
    .action(async (options: unknown) => finish(await (await import('./demo.ts')).demoCommand(options)))
  return program
}

function codeFor(error: unknown): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage
  if (error instanceof UsageError || error instanceof LexiconError) {
    process.stderr.write(`${error.message}\n`)
    return exitCodes.usage
  }
  if (error instanceof StoreError) {
    process.stderr.write(`${error.message}. ${error.remedy}\n`)
    return exitCodes.database
  }
  throw error
}

/** Whoever reads our output may stop early (`tocsin tag … | head`); that is no fault of theirs. */
function leaveQuietlyOnClosedPipe(error: Error): void {
  if ('code' in error && error.code === 'EPIPE') process.exit(exitCodes.done)
  throw error
}
