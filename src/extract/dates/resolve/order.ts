import type { Expression } from '../expression.ts'
import type { DatedSentence } from './index.ts'

/**
 * Whether the document writes the day before the month in numerals: as its own numerals prove ("25/12/2013"), else as
 * its dates in words do ("25 December", "December 25"), else yes, as most of the world does.
 */
export function isDayFirst(dated: readonly DatedSentence[]): boolean {
  let votes = 0
  let words = 0
  for (const { sentence, found } of dated) {
    for (const { expression, from } of found) {
      for (const part of endsOf(expression)) {
        if (part.kind === 'numeric') {
          if (part.first > 12) votes++
          if (part.second > 12) votes--
        } else if (part.kind === 'calendar' && part.month !== null && part.day !== null) {
          // "5 May" and "the 5th of May" against "May 5".
          const opens = [from, from + 1].map((at) => sentence.tokens[at]?.word)
          const isFirst = opens[0]?.shape === 'numeral' || (opens[0]?.folded === 'the' && opens[1]?.shape === 'numeral')
          words += isFirst ? 1 : -1
        }
      }
    }
  }
  return votes === 0 ? words >= 0 : votes > 0
}

function endsOf(expression: Expression): Expression[] {
  return expression.kind === 'range' ? [...endsOf(expression.from), ...endsOf(expression.to)] : [expression]
}
