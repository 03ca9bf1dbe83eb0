import { readFileSync, writeFileSync } from 'node:fs'
import { globSync } from 'tinyglobby'
import { stringify } from 'yaml'
import { readGold } from '../src/evaluate/gold.ts'
import { type ScoredText, scorecard } from '../src/evaluate/scorecard.ts'
import { extract, loadExtractor, sameActor } from '../src/extract/index.ts'
import { readFile } from '../src/read/index.ts'

/**
 * Measures each rule on the corpus's gold and writes the share of its annotations that were right to
 * src/extract/priors.yaml, where the extractor takes its confidence from.
 *
 * The share is smoothed by one right and one wrong annotation (Laplace), so that a rule seen twice is not certain.
 */
const target = 'src/extract/priors.yaml'
const extractor = loadExtractor()
const texts: ScoredText[] = []
for (const path of globSync('corpus/gold/*.jsonl').sort()) {
  const name = path.replace('/gold/', '/').replace(/\.jsonl$/, '')
  const file = globSync(`${name}.{md,txt}`)[0]
  if (file === undefined) throw new Error(`${path}: there is no text ${name}`)
  const { document } = await readFile(file)
  texts.push({
    name: file,
    text: document.text,
    gold: readGold(path, document.text),
    predicted: extract(document, extractor),
  })
}

const measured = scorecard(texts, sameActor(extractor))
  .flatMap(({ rules }) => [...rules])
  .map(([rule, { made, right }]) => [rule, Number(((right + 1) / (made + 2)).toFixed(2))] as const)
  .sort(([a], [b]) => (a < b ? -1 : 1))

const head = readFileSync(target, 'utf8').match(/^(?:#.*\n)*/)?.[0] ?? ''
writeFileSync(target, head + stringify({ unmeasured: 0.5, rules: Object.fromEntries(measured) }))
process.stdout.write(`${measured.length} rules measured on ${texts.length} texts: ${target}\n`)
