import { readFileSync } from 'node:fs'
import { type AnnotationRow, annotationRowSchema } from '../model/index.ts'

/** A gold file that cannot be used: which line, which field. */
export class GoldError extends Error {
  override name = 'GoldError'
}

/**
 * Reads gold annotations, one JSON object a line.
 *
 * @param text the source that the offsets point into
 * @throws GoldError naming the line if a row is not JSON, does not fit the codebook, or its `exact` is not what stands at its span
 */
export function readGold(path: string, text: string): AnnotationRow[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [goldRow(line, `${path}:${index + 1}`, text)]))
}

function goldRow(line: string, where: string, text: string): AnnotationRow {
  let json: unknown
  try {
    json = JSON.parse(line)
  } catch {
    throw new GoldError(`${where}: is not JSON; a gold file holds one JSON object a line`)
  }
  const parsed = annotationRowSchema.safeParse(json)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new GoldError(`${where}: ${issue?.path.join('.') || 'row'}: ${issue?.message ?? 'does not fit the codebook'}`)
  }
  const row = parsed.data
  const found = text.slice(row.start, row.end)
  if (found !== row.exact) {
    throw new GoldError(`${where}: "${row.exact}" does not stand at ${row.start}-${row.end}, but "${found}" does`)
  }
  return row
}
