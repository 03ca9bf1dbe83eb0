import type { Found } from '../expression.ts'
import { relativeYearAt } from './relative.ts'
import type { Scan } from './scan.ts'

/** A season with its year: "spring 2014", "the summer of 1955", "the winter of 1941-42", "the spring of that year". */
export function seasonAt(scan: Scan, at: number): Found | null {
  const from = scan.word(at) === 'the' ? at + 1 : at
  const season = scan.words.seasons.get(scan.word(from))
  if (season === undefined) return null
  const joint = scan.word(from + 1)
  const next = joint === 'of' || joint === ',' || joint === 'in' ? from + 2 : from + 1
  const year = scan.year(next)
  if (year !== null) {
    const hasEnd =
      (scan.isHyphen(year.to) || scan.word(year.to) === '/') && /^\d\d(?:\d\d)?$/.test(scan.word(year.to + 1))
    return {
      from: at,
      to: hasEnd ? year.to + 2 : year.to,
      rule: 'date.season',
      expression: { kind: 'season', season, year: year.year },
    }
  }
  const short = scan.shortYear(next)
  if (short !== null) {
    return { from: at, to: short.to, rule: 'date.season', expression: { kind: 'season', season, year: short.year } }
  }
  const relative = relativeYearAt(scan, next)
  if (relative === null) return null
  return {
    from: at,
    to: relative.to,
    rule: 'date.season',
    expression: { kind: 'season', season, year: relative.expression },
  }
}
