import type { DateFields } from '../../../src/model/index.ts'
import type { Case } from '../cases.ts'

/**
 * Cases of dates in short: a text with the spans in brackets, then for each span "start..end", or "day" for a single
 * day, with the basis behind a space where it is not `explicit`.
 */
export function dates(cases: readonly (readonly [text: string, ...days: string[]])[]): Case<'date'>[] {
  return cases.map(([text, ...days]) => [text, days.map(fieldsOf)])
}

function fieldsOf(written: string): Pick<DateFields, 'start' | 'end' | 'basis'> {
  const [range = '', basis = 'explicit'] = written.split(' ')
  const [start = '', end = start] = range.split('..')
  return { start, end, basis: basis as DateFields['basis'] }
}
