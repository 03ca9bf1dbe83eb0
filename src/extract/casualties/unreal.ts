import type { Reading } from './reading.ts'

/** Whether the harm is denied, threatened, planned or only possible, by the words before it in its clause. */
export function isUnrealBefore(reading: Reading, hit: { readonly from: number }): boolean {
  let sawTo = false
  for (let at = hit.from - 1, step = 0; at >= 0 && step < 10; at--, step++) {
    const word = reading.word(at)
    if (reading.is('negations', at)) return step < 4
    if (reading.is('modals', at)) return !((word === 'may' || word === 'might') && reading.is('have', at + 1))
    if (word === 'to' || word === 'of' || word === 'from' || word === 'for') sawTo = true
    const isVerbal = step < 3 || sawTo
    if (isVerbal && reading.dateAt(at) === undefined && hypothesisTo(reading, at + 1)) return true
    if (
      word === ',' ||
      word === ';' ||
      word === ':' ||
      word === 'that' ||
      word === 'who' ||
      word === 'which' ||
      word === 'and'
    )
      return false
    if (reading.isMark(at) && !reading.isHyphen(at)) return false
    if (word === 'if' || word === 'unless') return true
  }
  return false
}

function hypothesisTo(reading: Reading, end: number): boolean {
  return reading.sentence.hits.of(reading.lexicon.phrases.hypotheses).some((hit) => hit.to === end)
}

export function isUnrealModal(modal: string, isPerfect: boolean): boolean {
  if (modal === '') return false
  return !((modal === 'may' || modal === 'might' || modal === 'must') && isPerfect)
}
