import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { globSync } from 'tinyglobby'
import { GoldError, readGold } from '../src/evaluate/gold.ts'
import { type AnnotationRow, layers } from '../src/model/index.ts'

/**
 * Keeps the gold of the corpus in step with its texts.
 *
 *     npx tsx scripts/gold.ts check                    every row valid, at its place, in order, no overlaps
 *     npx tsx scripts/gold.ts relocate [--from REV]    after a text was edited: move rows from where they stood in REV (HEAD)
 *
 * Exits with 1 where a row is wrong or has lost its words and must be coded again by hand.
 */
function main([command, ...options]: string[]): number {
  const files = globSync('corpus/gold/*.jsonl').sort()
  if (command === 'check') return report(files.flatMap(problemsOf))
  if (command === 'relocate') {
    const from = options[0] === '--from' ? options[1] : 'HEAD'
    return report(files.flatMap((file) => relocateFile(file, from ?? 'HEAD')))
  }
  process.stderr.write('usage: tsx scripts/gold.ts check | relocate [--from REV]\n')
  return 2
}

function report(problems: readonly string[]): number {
  for (const problem of problems) process.stderr.write(`${problem}\n`)
  process.stdout.write(problems.length === 0 ? 'gold is in step with its texts\n' : `${problems.length} to settle\n`)
  return problems.length === 0 ? 0 : 1
}

/** The text that a gold file is for: `corpus/gold/NAME.jsonl` for `corpus/NAME.md` or `corpus/NAME.txt`. */
export function textPathOf(goldPath: string): string {
  const stem = goldPath.replace('/gold/', '/').replace(/\.jsonl$/, '')
  const path = ['.md', '.txt'].map((extension) => stem + extension).find((candidate) => existsSync(candidate))
  if (path === undefined) throw new GoldError(`${goldPath}: there is no text ${stem}.md or ${stem}.txt`)
  return path
}

/** What is wrong with a gold file beside its text, one message each; none where all is well. */
export function problemsOf(goldPath: string): string[] {
  try {
    const rows = readGold(goldPath, readFileSync(textPathOf(goldPath), 'utf8'))
    return [...disorder(rows), ...overlaps(rows)].map((problem) => `${goldPath}: ${problem}`)
  } catch (error) {
    if (error instanceof GoldError) return [error.message]
    throw error
  }
}

function disorder(rows: readonly AnnotationRow[]): string[] {
  return rows.flatMap((row, index) => {
    const before = rows[index - 1]
    return before !== undefined && inOrder(before, row) > 0
      ? [`${named(row)} stands before ${named(before)}: sort`]
      : []
  })
}

function overlaps(rows: readonly AnnotationRow[]): string[] {
  return layers.flatMap((layer) => {
    const ofLayer = rows.filter((row) => row.layer === layer).sort(inOrder)
    return ofLayer.flatMap((row, index) => {
      const before = ofLayer[index - 1]
      return before !== undefined && before.end > row.start ? [`${named(row)} overlaps ${named(before)}`] : []
    })
  })
}

function inOrder(a: AnnotationRow, b: AnnotationRow): number {
  return a.start - b.start || a.end - b.end || layers.indexOf(a.layer) - layers.indexOf(b.layer)
}

function named(row: AnnotationRow): string {
  return `${row.layer} ${row.start}-${row.end} "${row.exact}"`
}

function relocateFile(goldPath: string, revision: string): string[] {
  const path = textPathOf(goldPath)
  const before = execFileSync('git', ['show', `${revision}:${path}`], { encoding: 'utf8' })
  const after = readFileSync(path, 'utf8')
  if (after === before) return []
  const { rows, lost } = relocated(readGold(goldPath, before), before, after)
  const kept = [...rows, ...lost].sort(inOrder)
  writeFileSync(goldPath, kept.map((row) => `${JSON.stringify(row)}\n`).join(''))
  return lost.map((row) => `${goldPath}: ${named(row)}: its words are gone from ${path}; code it again`)
}

/** Characters on each side by which one occurrence of the same words is told from another. */
const contextLength = 80

/**
 * Gold rows moved from one state of a text to the next.
 * Each goes to the occurrence of its words whose surroundings are most like those it had; where that is a tie, to the
 * one nearest to where it would stand if the text had grown evenly.
 *
 * @returns the rows that were found, and unchanged those whose words stand nowhere any more
 */
export function relocated(
  rows: readonly AnnotationRow[],
  before: string,
  after: string,
): { rows: AnnotationRow[]; lost: AnnotationRow[] } {
  const found: AnnotationRow[] = []
  const lost: AnnotationRow[] = []
  for (const row of rows) {
    const start = bestOccurrence(row, before, after)
    if (start === undefined) lost.push(row)
    else found.push({ ...row, start, end: start + row.exact.length })
  }
  return { rows: found.sort(inOrder), lost }
}

function bestOccurrence(row: AnnotationRow, before: string, after: string): number | undefined {
  const expected = (row.start / before.length) * after.length
  let best: { start: number; likeness: number; distance: number } | undefined
  for (let start = after.indexOf(row.exact); start >= 0; start = after.indexOf(row.exact, start + 1)) {
    const likeness =
      commonEnd(before.slice(0, row.start), after.slice(0, start)) +
      commonStart(before.slice(row.end), after.slice(start + row.exact.length))
    const distance = Math.abs(start - expected)
    const better = best === undefined || likeness > best.likeness
    if (better || (likeness === best?.likeness && distance < best.distance)) best = { start, likeness, distance }
  }
  return best?.start
}

function commonStart(a: string, b: string): number {
  let length = 0
  while (length < contextLength && length < a.length && a[length] === b[length]) length++
  return length
}

function commonEnd(a: string, b: string): number {
  let length = 0
  while (length < contextLength && length < a.length && a.at(-1 - length) === b.at(-1 - length)) length++
  return length
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = main(process.argv.slice(2))
