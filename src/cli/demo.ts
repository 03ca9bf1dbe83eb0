import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { confirmed, exportPackage } from '../export/index.ts'
import { loadExtractor, loadSentenceFinder } from '../extract/index.ts'
import type { SentenceFinder } from '../extract/sentence.ts'
import type { CasualtyFields } from '../model/index.ts'
import { type AnyStoredAnnotation, openStore, type Store } from '../store/index.ts'
import { type ExitCode, exitCodes } from './exit.ts'
import { extractBatch } from './extract.ts'
import { inputsOf } from './inputs.ts'
import { parseOptions } from './options.ts'
import { grouped, Output, shortened } from './output.ts'
import { linkWords, reviewOptions, serveUntilStopped } from './review.ts'
import { annotationTable } from './status.ts'
import { tocsinVersion } from './version.ts'

const demoOptions = reviewOptions
  .pick({ db: true, json: true, quiet: true, port: true, open: true })
  .extend({ out: z.string().min(1), serve: z.boolean().default(true) })

const corpus = fileURLToPath(new URL('../../corpus', import.meta.url))

/** How many claims and how many warnings are shown. */
const examples = 4

/** Characters of a sentence that are shown. */
const width = 160

/** `tocsin demo`: the bundled corpus, extracted, its datasets beside the database, a summary, and the page open on it. */
export async function demoCommand(given: unknown): Promise<ExitCode> {
  const options = parseOptions(demoOptions, given)
  const output = new Output(options)
  const store = openStore(options.db, { mode: 'write' })
  try {
    const inputs = (await inputsOf([corpus])).filter(({ path }) => !documentation.test(path))
    const progress = output.progress(inputs.length)
    const summary = await extractBatch({ inputs, extractor: loadExtractor(), store, again: false, progress })
    const sentenceAt = loadSentenceFinder()
    const selection = { ...confirmed, states: [...confirmed.states, 'pending' as const] }
    const datasets = exportPackage(store, options.out, {
      ...{ format: 'csv', convention: 'codebook', selection, sentenceAt, tocsin: tocsinVersion },
    })
    const words = wordsFor(store, options, sentenceAt)
    const result = { ...summary, database: options.db, datasets }
    if (!options.serve || summary.stopped) output.result(words, result)
    else {
      const review = { ...options, host: '127.0.0.1', blind: false, accounts: false }
      await serveUntilStopped(store, review, ({ link, port }) =>
        output.result(`${words}\n\n${linkWords(link)}`, { ...result, link, port }),
      )
    }
    return summary.failed > 0 ? exitCodes.someFailed : exitCodes.done
  } finally {
    store.close()
  }
}

/** The corpus speaks of itself in README files, which are no reports. */
const documentation = /README\.md$/

function wordsFor(store: Store, options: z.infer<typeof demoOptions>, sentenceAt: SentenceFinder): string {
  const documents = store.documents()
  return [
    `${grouped(documents.length)} reports of the bundled corpus:`,
    ...documents.map(({ metadata, path }) => `  ${metadata.title ?? path}`),
    '',
    'What the rules found, and what reviewers decided on it:',
    '',
    annotationTable(store.status()),
    '',
    'Some casualty claims:',
    ...spread([...store.annotations({ layer: 'casualty' })].flatMap((claim) => claimWords(claim, sentenceAt))),
    '',
    'Some warnings:',
    ...spread([...store.annotations({ layer: 'warning' })].flatMap((warning) => warningWords(warning, sentenceAt))),
    '',
    `Database  ${options.db} (kept from one demo to the next, with every decision)`,
    `Datasets  ${join(options.out, 'README.md')}`,
    '',
    'Your own reports next: node bin/tocsin.js extract FOLDER',
  ].join('\n')
}

/** A few from the beginning to the end, so that every report has a chance. */
function spread<T>(all: readonly T[]): T[] {
  if (all.length <= examples) return [...all]
  return all.filter(
    (_, index) => Math.floor((index * examples) / all.length) !== Math.floor(((index - 1) * examples) / all.length),
  )
}

function claimWords(claim: AnyStoredAnnotation, sentenceAt: SentenceFinder): string[] {
  if (claim.layer !== 'casualty') return []
  const { effect, victims, perpetrator, date } = claim.fields
  const bounds = boundsWords(claim.fields)
  const by = perpetrator === null ? '' : ` by ${perpetrator}`
  const when = date === null ? '' : `, ${date.start === date.end ? date.start : `${date.start} to ${date.end}`}`
  const sentence = claim.paragraph === null ? claim.exact : sentenceAt(claim.paragraph, claim).text
  return [
    `  ${bounds} ${effect}${victims === null ? '' : ` (${victims})`}${by}${when}\n    ${shortened(sentence, width)}`,
  ]
}

/** "1,000 or more", "3,000 to 6,000", "up to 40,000 percent". */
function boundsWords({ low, high, unit }: CasualtyFields): string {
  const sign = unit === 'percent' ? ' %' : ''
  if (low === null) return high === null ? '?' : `up to ${grouped(high)}${sign}`
  if (high === null) return `${grouped(low)}${sign} or more`
  return low === high ? `${grouped(low)}${sign}` : `${grouped(low)} to ${grouped(high)}${sign}`
}

function warningWords(warning: AnyStoredAnnotation, sentenceAt: SentenceFinder): string[] {
  if (warning.layer !== 'warning') return []
  const { kind, speaker, harm } = warning.fields
  const sentence = warning.paragraph === null ? warning.exact : sentenceAt(warning.paragraph, warning).text
  return [`  ${kind}, of ${harm}${speaker === null ? '' : `, by ${speaker}`}\n    ${shortened(sentence, width)}`]
}
