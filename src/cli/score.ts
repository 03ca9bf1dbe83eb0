import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { GoldError, readGold } from '../evaluate/gold.ts'
import { type LayerScore, type ScoredText, scorecard } from '../evaluate/scorecard.ts'
import { extract, loadExtractor, sameActor } from '../extract/index.ts'
import { ReadError, readableExtensions, readFile } from '../read/index.ts'
import { type ExitCode, exitCodes } from './exit.ts'
import { commonOptions, listOption, parseOptions } from './options.ts'
import { Output, table } from './output.ts'

const scoreOptions = commonOptions.extend({
  lexicon: listOption,
  errors: z.boolean().default(false),
  texts: z.string().optional(),
})

/**
 * `tocsin score GOLD…`: precision, recall and F1 against gold, a layer and a field. `corpus/gold/NAME.jsonl` is gold for
 * `corpus/NAME.md`, the text of that name in the folder above, in its own folder, or in `--texts DIR`.
 */
export async function scoreCommand(goldFiles: readonly string[], given: unknown): Promise<ExitCode> {
  const options = parseOptions(scoreOptions, given)
  const output = new Output(options)
  const extractor = loadExtractor(options.lexicon)
  const texts: ScoredText[] = []
  let failed = false
  for (const goldFile of goldFiles) {
    try {
      const path = textOf(goldFile, options.texts)
      const { document } = await readFile(path)
      const gold = readGold(goldFile, document.text)
      texts.push({ name: path, text: document.text, gold, predicted: extract(document, extractor) })
    } catch (error) {
      if (!(error instanceof GoldError || error instanceof ReadError)) throw error
      failed = true
      output.trouble(error.message)
    }
  }
  const scores = scorecard(texts, sameActor(extractor))
  const json = scores.map((score) => ({ ...score, rules: Object.fromEntries(score.rules) }))
  output.result(wordsFor(scores, options.errors), { texts: texts.map(({ name }) => name), layers: json })
  return failed ? exitCodes.someFailed : exitCodes.done
}

function textOf(goldFile: string, folder: string | undefined): string {
  const stem = basename(goldFile).replace(/\.jsonl$/, '')
  const own = dirname(goldFile)
  const bases = (folder === undefined ? [join(own, '..'), own] : [folder]).map((one) => join(one, stem))
  const paths = bases.flatMap((base) => readableExtensions.map((extension) => base + extension))
  const found = paths.find((path) => existsSync(path))
  if (found === undefined) {
    throw new GoldError(`${goldFile}: there is no text ${paths[0]}; name its folder with --texts`)
  }
  return found
}

function wordsFor(scores: readonly LayerScore[], withErrors: boolean): string {
  const head = ['layer', 'figure', 'gold', 'found', 'precision', 'recall', 'F1']
  const rows = scores.flatMap(({ layer, gold, predicted, figures }) =>
    figures.map(({ name, precision, recall, f1 }) => [
      layer,
      name,
      gold,
      predicted,
      precision.toFixed(3),
      recall.toFixed(3),
      f1.toFixed(3),
    ]),
  )
  return [table([head, ...rows]), ...(withErrors ? scores.map(errorWords) : [])].join('\n\n')
}

function errorWords({ layer, errors, rules }: LayerScore): string {
  const byRule = [...rules].map(([rule, { made, right }]) => [rule, made, right] as const).sort()
  return [
    table([['rule', 'made', 'right'], ...byRule]),
    ...errors.map(({ kind, text, start, end, exact, field, rule, gold, got }) => {
      const where = `${text}:${start}-${end} ${JSON.stringify(exact)}`
      const values = [gold, got].filter((value) => value !== null).map((value) => JSON.stringify(value))
      return `${layer} ${kind}${field === null ? '' : ` ${field}`} ${where} ${rule ?? ''} ${values.join(' got ')}`
    }),
  ].join('\n')
}
