import { tokenAt } from '../analyse/analysis.ts'
import type { NumberPhrase } from '../analyse/numbers.ts'
import type { Modifier } from './lexicon.ts'
import type { Reading } from './reading.ts'

/** Bounds in people, or in percent; `null` where the words leave one open. */
export interface Bounds {
  readonly low: number | null
  readonly high: number | null
  readonly approx: boolean
}

/** A quantity as written, with its modifiers, at tokens `from` to `to` (half-open). */
export interface Quantity extends Bounds {
  readonly from: number
  readonly to: number
  readonly unit: 'people' | 'percent'
  readonly kind: 'cardinal' | 'vague' | 'share'
}

/** The quantities of a sentence that may count people, left to right: numbers with their modifiers, ranges as one. */
export function quantitiesOf(reading: Reading): Quantity[] {
  const numbers = reading.sentence.numbers.filter((number) => isCount(reading, number))
  const quantities: Quantity[] = []
  for (let i = 0; i < numbers.length; i++) {
    const first = numbers[i]
    if (first === undefined) continue
    const second = rangeEnd(reading, first, numbers[i + 1])
    if (second !== null) i++
    const before = modifiersBefore(reading, first.from, second !== null)
    const core = second === null ? first : { ...first, to: second.to }
    const after = modifiersAfter(reading, core.to)
    const { low, high } = second === null ? first : rangeOf(first, second)
    const bounds = boundsOf({ low, high }, [
      ...before.modifiers,
      ...after.modifiers,
      ...verbBefore(reading, before.from),
    ])
    quantities.push({
      ...bounds,
      from: before.from,
      to: after.to,
      unit: first.kind === 'percent' || first.kind === 'fraction' ? 'percent' : 'people',
      kind: first.kind === 'cardinal' || first.kind === 'vague' ? first.kind : 'share',
    })
  }
  return quantities
}

/** Casualty bounds from a number as written and the modifiers around it. */
export function boundsOf(
  number: { readonly low: number | null; readonly high: number | null },
  modifiers: readonly Modifier[],
): Bounds {
  const approx = modifiers.some((modifier) => modifier.approx)
  const bound = modifiers.find((modifier) => modifier.bound !== 'exact')?.bound ?? 'exact'
  const { low, high } = number
  if (bound === 'low') return { low: low ?? high, high: null, approx }
  if (bound === 'high') return { low: null, high: high ?? low, approx }
  return { low, high, approx }
}

const currencies = new Set(['$', '€', '£', '¥', '₦', '₹', 'us$', 'usd', 'eur', 'rs', '#', '№', 'no', 'nos'])

/** A number that may count something: no ordinal, no sum of money, no part of a date, a time, an age or a name. */
function isCount(reading: Reading, { from, to, kind, low, high }: NumberPhrase): boolean {
  if (kind === 'ordinal' || (low === 0 && high === 0)) return false
  if (kind === 'cardinal' && !Number.isInteger(low) && !opensRange(reading, to)) return false
  const { sentence } = reading
  const before = reading.word(from - 1)
  if (currencies.has(before)) return false
  if (before === '.' && currencies.has(reading.word(from - 2))) return false
  if (before === '-' && !tokenAt(sentence, from).spaced && reading.numberTo(from - 1) === undefined) return false
  if ((before === '/' || before === '\\') && !tokenAt(sentence, from).spaced) return false
  const next = reading.word(to)
  if ((next === '/' || next === ':') && !tokenAt(sentence, to).spaced && !tokenAt(sentence, to + 1).spaced) {
    if (tokenAt(sentence, to + 1).word.shape === 'numeral') return false
  }
  if (isHyphen(next) && !tokenAt(sentence, to).spaced && !tokenAt(sentence, to + 1).spaced && to + 1 < reading.length) {
    if (tokenAt(sentence, to + 1).word.shape !== 'numeral' && reading.word(to + 1) !== 'plus') {
      // "three-four people": the word behind the hyphen is a number itself.
      return reading.numberFrom(to + 1) !== undefined
    }
  }
  if (
    kind === 'cardinal' &&
    reading.word(from) === 'one' &&
    ((next === 'of' && !isPartOfCount(reading, from, to)) || noCountBeforeOne.has(before) || noCountBehindOne.has(next))
  )
    return false
  return !isInDate(reading, from, to)
}

/** "1.2 to 1.5 million": the end of the range has the multiplier. */
function opensRange(reading: Reading, to: number): boolean {
  return reading.lexicon.ranges.has(reading.word(to)) && (reading.numberFrom(to + 1)?.low ?? 0) >= 1000
}

/** "seven people, one of them a nurse": a part of a count, beside it. */
function isPartOfCount(reading: Reading, from: number, to: number): boolean {
  return partMarks.has(reading.word(from - 1)) && reading.endOfPhrase('partAfter', to) > 0
}

const partMarks = new Set([',', '(', '–', '—', '-'])

const noCountBeforeOne = new Set([
  'no',
  'any',
  'every',
  'each',
  'this',
  'that',
  'the',
  'some',
  'which',
  'as',
  'for',
  'by',
  'such',
])
const noCountBehindOne = new Set([
  'another',
  'day',
  'side',
  'that',
  'which',
  'who',
  "'s",
  'such',
  'way',
  'could',
  'can',
  'may',
  'must',
])

function isHyphen(text: string): boolean {
  return text === '-' || text === '‐' || text === '‑'
}

const monthNames = new Set(
  (
    'january february march april may june july august september october november december ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec'
  ).split(' '),
)

/** In a date that the layer before found, or beside a month, or a bare year behind a preposition. */
function isInDate(reading: Reading, from: number, to: number): boolean {
  if (reading.dates.some((date) => date.from < to && from < date.to)) return true
  const { word } = tokenAt(reading.sentence, from)
  if (to - from !== 1 || word.shape !== 'numeral') return false
  const isYear = /^(?:1[89]|20)\d\d$/.test(word.text)
  if (monthNames.has(reading.word(from - 1)) && (isYear || word.text.length <= 2)) return true
  if (!isYear && word.text.length <= 2 && monthNames.has(reading.word(to)) && reading.isCapitalised(to)) return true
  return (
    isYear &&
    /^(?:in|since|of|by|until|from|during|to|and|,|–|-|\(|early|late|mid)$/.test(reading.word(from - 1)) &&
    reading.peopleFrom(to) === undefined
  )
}

/** The second number of a range that the first begins, "2,000 to 3,000", "between 40 and 50", "hundreds, if not thousands". */
function rangeEnd(reading: Reading, first: NumberPhrase, second: NumberPhrase | undefined): NumberPhrase | null {
  if (second === undefined) return null
  const { lexicon } = reading
  if (first.kind === 'vague' && second.kind === 'vague') {
    const join = reading.sentence.hits.at(lexicon.vagueJoins, first.to)
    if (join?.to === second.from && second.low >= first.low) return second
  }
  if (second.from !== first.to + 1) return null
  if (second.high === null || first.high === null || second.low <= first.low) return null
  if (isShare(first) !== isShare(second)) return null
  const joint = reading.word(first.to)
  if (joint === 'and') return reading.word(first.from - 1) === 'between' ? second : null
  if (joint === 'or') return second.low - first.low === 1 ? second : null
  if (!lexicon.ranges.has(joint)) return null
  return joint === 'to' && isGrowth(reading, first.from) ? null : second
}

const isShare = (number: NumberPhrase): boolean => number.kind === 'percent' || number.kind === 'fraction'

/** "rose from 40 to 52" are two counts, "from 40 to 52 people were killed" is one. */
function isGrowth(reading: Reading, from: number): boolean {
  if (reading.word(from - 1) !== 'from') return false
  for (let at = from - 2; at >= Math.max(0, from - 8); at--) if (reading.is('growth', at)) return true
  return false
}

function rangeOf(first: NumberPhrase, second: NumberPhrase): { low: number | null; high: number | null } {
  if (second.kind === 'vague') return { low: first.low, high: null }
  // "20 to 30 thousand": the multiplier belongs to both.
  const scale = second.low >= 1000 * first.low ? scaleOf(second.low) : 1
  return { low: first.low * scale, high: second.high }
}

function scaleOf(value: number): number {
  return value >= 1_000_000 ? 1_000_000 : value >= 1000 ? 1000 : 1
}

function modifiersBefore(reading: Reading, start: number, isRange: boolean): { from: number; modifiers: Modifier[] } {
  const modifiers: Modifier[] = []
  let from = start
  if (isRange && reading.word(from - 1) === 'between') from--
  for (let found = true; found; ) {
    found = false
    for (const { from: begin, to, entry } of reading.sentence.hits.of(reading.lexicon.modifiersBefore)) {
      // "least" of "at least" ends here too; the phrase that begins first is the whole.
      if (to !== from || begin >= from) continue
      if (isPlaceWord(reading, begin, to)) continue
      modifiers.push(entry)
      from = begin
      found = true
      break
    }
  }
  return { from, modifiers }
}

/** "from around 20 villages" modifies; "in around" and "over" behind a verb of motion do too, so only "c" and marks are doubtful. */
function isPlaceWord(reading: Reading, from: number, to: number): boolean {
  const word = reading.word(from)
  return to === from + 1 && (word === 'c' || word === 'ca') && reading.isCapitalised(from)
}

function modifiersAfter(reading: Reading, end: number): { to: number; modifiers: Modifier[] } {
  const hit = reading.sentence.hits.at(reading.lexicon.modifiersAfter, end)
  if (hit !== undefined) {
    const isPlusSign = reading.word(hit.from) === '+' || reading.word(hit.from) === 'plus'
    if (!isPlusSign || reading.numberFrom(hit.to) === undefined) return { to: hit.to, modifiers: [hit.entry] }
  }
  if (isHyphen(reading.word(end)) && reading.word(end + 1) === 'plus') {
    return { to: end + 2, modifiers: [{ bound: 'low', approx: false }] }
  }
  return { to: end, modifiers: [] }
}

/** "exceeded 50,000": the verb moves the bound but stays out of the span. */
function verbBefore(reading: Reading, from: number): Modifier[] {
  for (const { to, entry } of reading.sentence.hits.of(reading.lexicon.boundVerbs)) if (to === from) return [entry]
  return []
}
