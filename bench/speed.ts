import { readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import * as chrono from 'chrono-node'
import nlp from 'compromise/three'
import { globSync } from 'tinyglobby'
import { table } from '../src/cli/output.ts'
import { extract, loadExtractor } from '../src/extract/index.ts'
import { mediaTypes, type TextMediaType } from '../src/model/index.ts'
import { readText } from '../src/read/index.ts'

/**
 * Words a second on one core, warm: all four layers with reading, beside chrono-node (dates alone) and compromise
 * (tagging alone) on the same texts in the same run.
 *
 *   npm run bench                 the bundled corpus
 *   npm run bench -- FILE…        your own texts
 */
const files =
  process.argv.length > 2 ? process.argv.slice(2) : globSync('corpus/*.{md,txt}', { ignore: '**/README.md' }).sort()
const texts = files.map((file) => ({ file, text: readFileSync(file, 'utf8'), mediaType: mediaTypeOf(file) }))
const words = texts.reduce((sum, { text }) => sum + (text.match(/\S+/g)?.length ?? 0), 0)
const extractor = loadExtractor()
const reference = new Date('2020-01-01T00:00:00Z')

const contenders: Record<string, () => void> = {
  'tocsin: read and extract four layers': () => {
    for (const { file, text, mediaType } of texts) extract(readText(text, { id: file, mediaType }), extractor)
  },
  'tocsin: read only': () => {
    for (const { file, text, mediaType } of texts) readText(text, { id: file, mediaType })
  },
  'chrono-node: dates alone': () => {
    for (const { text } of texts) chrono.parse(text, reference)
  },
  'compromise: tagging alone': () => {
    for (const { text } of texts) nlp(text)
  },
}

/** Rounds are interleaved so that whatever else the machine does strikes all contenders alike. */
const rounds = 7
const best = new Map<string, number>()
for (let round = 0; round < rounds; round++) {
  for (const [name, run] of Object.entries(contenders)) {
    const start = performance.now()
    run()
    best.set(name, Math.min(best.get(name) ?? Number.POSITIVE_INFINITY, performance.now() - start))
  }
}

const own = best.get('tocsin: read and extract four layers') ?? Number.NaN
const rows = [...best].map(([name, time]) => [
  name,
  Math.round((1000 * words) / time),
  `${(time / own).toFixed(2)} × our time`,
])
process.stdout.write(
  `${files.length} texts, ${words} words, best of ${rounds} rounds; Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}\n\n`,
)
process.stdout.write(`${table([['', 'words a second', 'time'], ...rows])}\n`)

function mediaTypeOf(file: string): TextMediaType {
  const [plain, markdown] = mediaTypes
  return file.endsWith('.md') ? markdown : plain
}
