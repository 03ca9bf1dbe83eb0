import type { Sentence } from '../analyse/analysis.ts'
import type { TokenRange } from '../analyse/sentences.ts'

const partners: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['«', '»'],
  ['(', ')'],
  ['[', ']'],
  ['"', '"'],
])
const closers = new Set(partners.values())
const bullets = new Set(['•', '·', '-', '–', '—', '*', '▪', '◦', '●', '>', '|', '#', '’', '”', '»'])

/**
 * The tokens of a sentence that its annotation covers: without a bullet before it and without marks of a quotation or
 * bracket that opens or closes outside of it; `null` where nothing but marks is left.
 */
export function spanOf({ tokens }: Sentence): TokenRange | null {
  let from = 0
  let to = tokens.length
  const at = (index: number): string => tokens[index]?.word.text ?? ''
  while (from < to && (bullets.has(at(from)) || isUnclosed(at, from, to))) from++
  while (to > from && isUnopened(at, from, to)) to--
  return from < to ? { from, to } : null
}

function isUnclosed(at: (index: number) => string, from: number, to: number): boolean {
  const close = partners.get(at(from))
  if (close === undefined) return false
  for (let index = from + 1; index < to; index++) if (at(index) === close) return false
  return true
}

function isUnopened(at: (index: number) => string, from: number, to: number): boolean {
  const close = at(to - 1)
  if (!closers.has(close)) return false
  let depth = 0
  for (let index = to - 1; index >= from; index--) {
    const mark = at(index)
    if (close === '"') depth += mark === '"' ? 1 : 0
    else if (mark === close) depth++
    else if (partners.get(mark) === close) depth--
  }
  return close === '"' ? depth % 2 === 1 : depth > 0
}
