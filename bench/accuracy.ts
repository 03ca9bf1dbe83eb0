import { readFileSync } from 'node:fs'
import * as chrono from 'chrono-node'
import { globSync } from 'tinyglobby'
import { table } from '../src/cli/output.ts'
import { extract, loadExtractor } from '../src/extract/index.ts'
import { type TextMediaType, textMediaTypes } from '../src/model/index.ts'
import { readText } from '../src/read/index.ts'

/**
 * Dates right in value on the bundled corpus: Tocsin beside chrono-node on the same texts and gold in the same run.
 * chrono-node gets each report's publication date as its reference, and a month or year that it gives without a day is taken whole.
 *
 *   npm run bench:accuracy
 */
interface Found {
  readonly start: number
  readonly end: number
  readonly days: string
}

const extractor = loadExtractor()
const tallies = new Map([
  ['tocsin', { right: 0, made: 0 }],
  ['chrono-node', { right: 0, made: 0 }],
])
let goldCount = 0

for (const goldFile of globSync('corpus/gold/*.jsonl').sort()) {
  const name = goldFile.replace(/^.*\//, '').replace('.jsonl', '')
  const file = globSync([`corpus/${name}.md`, `corpus/${name}.txt`])[0]
  if (file === undefined) continue
  const text = readFileSync(file, 'utf8')
  const [plain, markdown]: readonly TextMediaType[] = textMediaTypes
  const document = readText(text, { id: file, mediaType: (file.endsWith('.md') ? markdown : plain) ?? 'text/plain' })
  const gold = readFileSync(goldFile, 'utf8')
    .split('\n')
    .filter((line) => line.includes('"layer":"date"'))
    .map((line) => foundOf(JSON.parse(line)))
  goldCount += gold.length
  const own = extract(document, extractor)
    .filter(({ layer }) => layer === 'date')
    .map((annotation) => foundOf(annotation))
  tally('tocsin', own, gold)
  const published = document.metadata.published ?? '2020'
  tally('chrono-node', byChrono(document.text, new Date(`${published.slice(0, 10)}`)), gold)
}

const rows = [...tallies].map(([name, { right, made }]) => {
  const [precision, recall] = [right / made, right / goldCount]
  return [name, precision.toFixed(3), recall.toFixed(3), ((2 * precision * recall) / (precision + recall)).toFixed(3)]
})
process.stdout.write(`${goldCount} dates in gold\n\n${table([['', 'precision', 'recall', 'F1'], ...rows])}\n`)

function foundOf(row: { start: number; end: number; fields: unknown }): Found {
  const { start, end } = row.fields as { start: string; end: string }
  return { start: row.start, end: row.end, days: `${start}..${end}` }
}

function byChrono(text: string, reference: Date): Found[] {
  return chrono.parse(text, reference).map(({ index, text: exact, start, end }) => {
    const last = end ?? start
    return { start: index, end: index + exact.length, days: `${edgeOf(start, 'first')}..${edgeOf(last, 'last')}` }
  })
}

/** The first or last day that chrono-node is certain of: a month or year without a day is taken whole. */
function edgeOf(parts: chrono.ParsedComponents, edge: 'first' | 'last'): string {
  const year = String(parts.get('year')).padStart(4, '0')
  const isYearOnly = parts.isCertain('year') && !parts.isCertain('month') && !parts.isCertain('weekday')
  const month = isYearOnly && !parts.isCertain('day') ? (edge === 'first' ? 1 : 12) : (parts.get('month') ?? 1)
  const isWhole = parts.isCertain('month') && !parts.isCertain('day')
  const lastDay = new Date(Date.UTC(Number(year), month, 0)).getUTCDate()
  const day = isWhole || isYearOnly ? (edge === 'first' ? 1 : lastDay) : (parts.get('day') ?? 1)
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function tally(name: string, found: readonly Found[], gold: readonly Found[]): void {
  const sums = tallies.get(name)
  if (sums === undefined) return
  sums.made += found.length
  for (const { start, end, days } of gold) {
    if (found.some((one) => one.start < end && start < one.end && one.days === days)) sums.right++
  }
}
