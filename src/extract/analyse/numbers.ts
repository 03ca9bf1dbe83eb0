import type { Token } from './tokens.ts'

/** What number words are worth, from `numbers.yaml`; keys are folded. */
export interface NumberWords {
  readonly units: ReadonlyMap<string, number>
  readonly tens: ReadonlyMap<string, number>
  readonly multipliers: ReadonlyMap<string, number>
  readonly suffixes: ReadonlyMap<string, number>
  readonly vague: ReadonlyMap<string, number>
  readonly vagueMultiples: ReadonlyMap<string, number>
  readonly several: ReadonlyMap<string, number>
  readonly ordinals: ReadonlyMap<string, number>
  readonly denominators: ReadonlyMap<string, number>
}

/**
 * A number as written, without its modifier ("1.2 million", "two hundred and fifty", "tens of thousands", "one-fifth",
 * "80 percent"). Tokens are counted in the sentence, half-open.
 */
export interface NumberPhrase {
  readonly from: number
  readonly to: number
  /**
   * `cardinal`: an exact count. `vague`: `low` at least ("dozens"). `fraction` and `percent`: in percent.
   * `ordinal`: "5th", "fifth"; never a count.
   */
  readonly kind: 'cardinal' | 'vague' | 'fraction' | 'percent' | 'ordinal'
  readonly low: number
  readonly high: number | null
}

/** Finds the number phrases of a sentence, left to right, never overlapping. Linear in the number of tokens. */
export function numbersOf(tokens: readonly Token[], words: NumberWords): NumberPhrase[] {
  const found: NumberPhrase[] = []
  for (let at = 0; at < tokens.length; ) {
    const phrase = phraseAt(tokens, at, words)
    if (phrase === null) at++
    else {
      found.push(phrase)
      at = phrase.to
    }
  }
  return found
}

function phraseAt(tokens: readonly Token[], at: number, words: NumberWords): NumberPhrase | null {
  return (
    compoundOrdinalAt(tokens, at, words) ??
    percentOrCardinal(tokens, at, words) ??
    vagueAt(tokens, at, words) ??
    fractionAt(tokens, at, 1, at, words) ??
    ordinalAt(tokens, at, words)
  )
}

const folded = (tokens: readonly Token[], at: number): string => tokens[at]?.word.folded ?? ''
const isHyphen = (text: string): boolean => text === '-' || text === '‐' || text === '‑'

/** Where the next word stands behind a hyphen, or right behind. */
const behind = (tokens: readonly Token[], at: number): number => (isHyphen(folded(tokens, at)) ? at + 1 : at)

interface Counted {
  readonly value: number
  readonly to: number
}

function percentOrCardinal(tokens: readonly Token[], from: number, words: NumberWords): NumberPhrase | null {
  const count = cardinalAt(tokens, from, words)
  if (count === null) return null
  const { value, to } = count
  const percent = percentSign(tokens, to)
  if (percent > to) return { from, to: percent, kind: 'percent', low: value, high: value }
  return (
    fractionAt(tokens, behind(tokens, to), value, from, words) ??
    ratioAt(tokens, to, value, from, words) ?? { from, to, kind: 'cardinal', low: value, high: value }
  )
}

/** Where a percent sign or word ends, or `at` where there is none. */
function percentSign(tokens: readonly Token[], at: number): number {
  const next = behind(tokens, at)
  const word = folded(tokens, next)
  if (word === '%' || word === 'percent' || word === 'pct') return next + 1
  return word === 'per' && folded(tokens, next + 1) === 'cent' ? next + 2 : at
}

/** A cardinal in numerals, words or both, with its multipliers. */
function cardinalAt(tokens: readonly Token[], from: number, words: NumberWords): Counted | null {
  const head = numeralAt(tokens, from, words) ?? belowHundred(tokens, from, words) ?? articleBefore(tokens, from, words)
  if (head === null) return null
  let { value, to } = head
  const half = andAHalf(tokens, to)
  if (half > to && words.multipliers.has(folded(tokens, half))) {
    value += 0.5
    to = half
  }
  let total = 0
  let largest = Number.POSITIVE_INFINITY
  for (;;) {
    const multiplied = multipliersAt(tokens, to, value, words)
    if (multiplied !== null) ({ value, to } = multiplied)
    const scale = multiplied?.scale ?? 1
    if (scale >= largest) break
    // "a million and a half"; in "two hundred and a half million" the half has a multiplier of its own.
    const halved = scale > 1 ? andAHalf(tokens, to) : to
    if (halved > to && !words.multipliers.has(folded(tokens, halved))) {
      value += scale / 2
      to = halved
    }
    total += value
    largest = scale
    if (scale < 100) break
    const next = folded(tokens, to) === 'and' ? to + 1 : to
    const more = isWordNumber(tokens, next, words) ? belowHundred(tokens, next, words) : null
    if (more === null) break
    const following = multipliersAt(tokens, more.to, more.value, words)
    if ((following?.scale ?? 1) >= scale && scale !== 100) break
    if (scale === 100 && (following?.scale ?? 1) > 100) {
      // "two hundred and fifty thousand": the multiplier belongs to all before it.
      value = total + more.value
      total = 0
      largest = Number.POSITIVE_INFINITY
      to = more.to
      continue
    }
    value = more.value
    to = more.to
  }
  return { value: total, to }
}

const plainNumeral = /^\d+(?:,\d{3})*(?:\.\d+)?$/
const dottedThousands = /^\d{1,3}(?:\.\d{3}){1,4}$/
const suffixedNumeral = /^(\d+(?:[.,]\d+)?)([a-z]+)$/
const threeDigits = /^\d{3}$/
const upToThreeDigits = /^[1-9]\d{0,2}$/

function numeralAt(tokens: readonly Token[], at: number, words: NumberWords): Counted | null {
  const token = tokens[at]
  if (token === undefined || token.word.shape !== 'numeral') return null
  const text = token.word.folded
  if (upToThreeDigits.test(text)) {
    let to = at + 1
    let digits = text
    while (threeDigits.test(folded(tokens, to)) && tokens[to]?.spaced === true) digits += folded(tokens, to++)
    return { value: Number(digits), to }
  }
  if (dottedThousands.test(text) && !words.multipliers.has(folded(tokens, at + 1))) {
    return { value: Number(text.replaceAll('.', '')), to: at + 1 }
  }
  if (plainNumeral.test(text)) return { value: Number(text.replaceAll(',', '')), to: at + 1 }
  const [, digits, suffix] = suffixedNumeral.exec(text) ?? []
  const scale = suffix === undefined ? undefined : words.suffixes.get(suffix)
  return digits === undefined || scale === undefined
    ? null
    : { value: Number(digits.replace(',', '.')) * scale, to: at + 1 }
}

function isWordNumber(tokens: readonly Token[], at: number, words: NumberWords): boolean {
  return words.units.has(folded(tokens, at)) || words.tens.has(folded(tokens, at))
}

function belowHundred(tokens: readonly Token[], at: number, words: NumberWords): Counted | null {
  const unit = words.units.get(folded(tokens, at))
  if (unit !== undefined) return { value: unit, to: at + 1 }
  const tens = words.tens.get(folded(tokens, at))
  if (tens === undefined) return null
  const next = behind(tokens, at + 1)
  const more = words.units.get(folded(tokens, next)) ?? 0
  return more > 0 && more < 10 ? { value: tens + more, to: next + 1 } : { value: tens, to: at + 1 }
}

/** "a dozen", "a hundred", "half a million": one or a half of the multiplier. */
function articleBefore(tokens: readonly Token[], at: number, words: NumberWords): Counted | null {
  const word = folded(tokens, at)
  if (word === 'a' && words.multipliers.has(folded(tokens, at + 1))) return { value: 1, to: at + 1 }
  if (word !== 'half') return null
  const next = folded(tokens, at + 1) === 'a' ? at + 2 : behind(tokens, at + 1)
  return words.multipliers.has(folded(tokens, next)) ? { value: 0.5, to: next } : null
}

/** "and a half": where it ends, or `at`. */
function andAHalf(tokens: readonly Token[], at: number): number {
  return folded(tokens, at) === 'and' && folded(tokens, at + 1) === 'a' && folded(tokens, at + 2) === 'half'
    ? at + 3
    : at
}

interface Multiplied extends Counted {
  readonly scale: number
}

function multipliersAt(tokens: readonly Token[], from: number, start: number, words: NumberWords): Multiplied | null {
  let value = start
  let scale = 1
  let to = from
  for (;;) {
    const next = behind(tokens, to)
    const multiplier = words.multipliers.get(folded(tokens, next))
    if (multiplier === undefined) return scale === 1 ? null : { value, to, scale }
    value *= multiplier
    scale *= multiplier
    to = next + 1
  }
}

/** "dozens", "tens of thousands", "several hundred", "a few dozen", "a couple of thousand". */
function vagueAt(tokens: readonly Token[], from: number, words: NumberWords): NumberPhrase | null {
  const word = folded(tokens, from)
  const multiple = words.vagueMultiples.get(word)
  if (multiple !== undefined && folded(tokens, from + 1) === 'of') {
    const unit = words.multipliers.get(folded(tokens, from + 2).replace(/s$/, ''))
    if (unit !== undefined && words.vague.has(folded(tokens, from + 2))) {
      return { from, to: from + 3, kind: 'vague', low: multiple * unit, high: null }
    }
  }
  const vague = words.vague.get(word)
  if (vague !== undefined) return { from, to: from + 1, kind: 'vague', low: vague, high: null }
  const start = word === 'a' ? from + 1 : from
  const several = words.several.get(folded(tokens, start))
  if (several === undefined) return null
  const next = folded(tokens, start + 1) === 'of' ? start + 2 : start + 1
  const multiplied = multipliersAt(tokens, next, several, words)
  return multiplied === null ? null : { from, to: multiplied.to, kind: 'vague', low: multiplied.value, high: null }
}

/** "one-fifth", "two thirds", "a quarter", "half": the share in whole percent. */
function fractionAt(
  tokens: readonly Token[],
  at: number,
  numerator: number,
  from: number,
  words: NumberWords,
): NumberPhrase | null {
  const isBare = at === from
  const article = isBare && (folded(tokens, at) === 'a' || folded(tokens, at) === 'an') ? 1 : 0
  const word = folded(tokens, at + article)
  const denominator = words.denominators.get(word)
  if (denominator === undefined || numerator >= denominator || !Number.isInteger(numerator)) return null
  // Without a numerator only "half" and "a third" are fractions: "third" alone is an ordinal.
  if (isBare && article === 0 && word !== 'half') return null
  const share = Math.round((100 * numerator) / denominator)
  return { from, to: at + article + 1, kind: 'fraction', low: share, high: share }
}

/** "one in five", "three out of every four". */
function ratioAt(
  tokens: readonly Token[],
  at: number,
  part: number,
  from: number,
  words: NumberWords,
): NumberPhrase | null {
  const isOutOf = folded(tokens, at) === 'out' && folded(tokens, at + 1) === 'of'
  if (!isOutOf && folded(tokens, at) !== 'in') return null
  let next = at + (isOutOf ? 2 : 1)
  if (folded(tokens, next) === 'every') next++
  const whole = numeralAt(tokens, next, words) ?? belowHundred(tokens, next, words)
  if (whole === null || part >= whole.value || whole.value > 100 || !Number.isInteger(part)) return null
  const share = Math.round((100 * part) / whole.value)
  return { from, to: whole.to, kind: 'fraction', low: share, high: share }
}

const ordinalNumeral = /^(\d{1,3})(?:st|nd|rd|th)$/

function ordinalAt(tokens: readonly Token[], from: number, words: NumberWords): NumberPhrase | null {
  const word = folded(tokens, from)
  const numeral = ordinalNumeral.exec(word)?.[1]
  if (numeral !== undefined) return ordinal(from, from + 1, Number(numeral))
  const value = words.ordinals.get(word)
  return value === undefined ? null : ordinal(from, from + 1, value)
}

/** "twenty-first", which must not be read as "twenty". */
function compoundOrdinalAt(tokens: readonly Token[], from: number, words: NumberWords): NumberPhrase | null {
  const tens = words.tens.get(folded(tokens, from))
  if (tens === undefined) return null
  const next = behind(tokens, from + 1)
  const unit = words.ordinals.get(folded(tokens, next))
  return unit !== undefined && unit < 10 ? ordinal(from, next + 1, tens + unit) : null
}

function ordinal(from: number, to: number, value: number): NumberPhrase {
  return { from, to, kind: 'ordinal', low: value, high: value }
}
