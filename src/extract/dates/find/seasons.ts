import type { Found } from '../expression.ts'
import type { Season } from '../lexicon.ts'
import { relativeYearAt } from './relative.ts'
import type { Scan } from './scan.ts'

/** A season with its year: "spring 2014", "the summer of 1955", "the winter of 1941-42", "the spring of that year". */
export function seasonAt(scan: Scan, at: number): Found | null {
  const start = scan.word(at) === 'the' ? at + 1 : at
  const first = scan.words.seasons.get(scan.word(start))
  if (first === undefined) return null
  const second = secondSeason(scan, start + 1, first)
  const season = second === null ? first : { from: first.from, to: second.to }
  const from = second === null ? start : start + 2
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

/** "spring and summer", "spring-summer": seasons that follow one another are one period. */
function secondSeason(scan: Scan, joint: number, first: Season): Season | null {
  if (scan.word(joint) !== 'and' && scan.word(joint) !== '/' && !scan.isHyphen(joint)) return null
  const second = scan.words.seasons.get(scan.word(joint + 1))
  return second !== undefined && second.from === first.to + 1 ? second : null
}
