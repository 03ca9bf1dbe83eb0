import { foldedAt, type Sentence, tokenAt } from '../analyse/analysis.ts'
import type { Hit } from '../analyse/phrases.ts'
import type { Form, Grammar } from './lexicon.ts'
import type { Speaker, Speakers } from './speakers/index.ts'

/** A verb with what stands before it in its clause. */
export interface Predicate {
  /** Where the verb and its auxiliaries begin. */
  readonly from: number
  readonly isNegated: boolean
  readonly isPassive: boolean
  /** Whether its subject is elsewhere in the sentence: a gerund, a second verb, an infinitive that "to" begins. */
  readonly isLoose: boolean
  readonly isInfinitive: boolean
}

/** How many tokens may stand between a verb and its subject's end. */
const longest = 10

/**
 * The predicate of a verb form; `null` where the word is a noun ("the UN report", "a call").
 *
 * @param hit tokens of the verb
 */
export function predicateAt(
  sentence: Sentence,
  { from: verb, entry: { form } }: Hit<{ readonly form: Form }>,
  grammar: Grammar,
): Predicate | null {
  let isNegated = false
  let isPassive = false
  let isInfinitive = false
  let at = verb
  while (at > Math.max(0, verb - longest)) {
    const word = foldedAt(sentence, at - 1)
    if (grammar.negations.has(word) || word.endsWith("n't")) isNegated = true
    else if (grammar.be.has(word)) isPassive ||= form === 'past' || form === 'participle'
    else if (word === 'to') {
      const before = foldedAt(sentence, at - 2)
      if (grammar.refusals.has(before)) isNegated = true
      else if (!grammar.catenatives.has(before)) {
        isInfinitive = true
        at--
        break
      }
      at--
    } else if (!grammar.auxiliaries.has(word) && !isAdverb(word, grammar)) break
    else if (word === "'s" && form !== 'past' && form !== 'participle') break
    at--
  }
  const before = foldedAt(sentence, at - 1)
  const isBare = at === verb
  if (
    isBare &&
    form !== 'past' &&
    form !== 'participle' &&
    form !== 'phrase' &&
    isNominal(sentence, at - 1, form, grammar)
  ) {
    return null
  }
  const isGerund = form === 'gerund' && !isProgressive(sentence, at, verb, grammar)
  const isBehindPhrase = isGerund && at > 0 && !grammar.gerundLeadIns.has(before)
  if (isBehindPhrase && grammar.gerundNouns.has(foldedAt(sentence, verb))) return null
  return {
    from: at,
    isNegated,
    isPassive,
    isInfinitive,
    isLoose:
      isInfinitive ||
      (isGerund && !isBehindPhrase) ||
      before === 'and' ||
      before === 'but' ||
      (at === 0 && form !== 'phrase'),
  }
}

/** Whom a verb has for its subject; `null` where the words do not tell. */
export function subjectOf(sentence: Sentence, predicate: Predicate, speakers: Speakers): Speaker | null {
  if (predicate.isInfinitive) {
    // "it took months for the Council to call for a force"
    const own = speakers.endingAt(sentence, predicate.from)
    const before = own === null ? -1 : own.from - (foldedAt(sentence, own.from - 1) === 'the' ? 2 : 1)
    if (own !== null && foldedAt(sentence, before) === 'for') return own
  }
  return predicate.isLoose ? speakers.main(sentence, predicate.from) : speakers.endingAt(sentence, predicate.from)
}

/** Who does what a passive verb tells: "was warned by X". */
export function agentBehind(sentence: Sentence, from: number, speakers: Speakers): Speaker | null {
  for (let at = from; at < Math.min(from + 3, sentence.tokens.length); at++) {
    if (foldedAt(sentence, at) === 'by') return speakers.startingAt(sentence, at + 1)
  }
  return null
}

const pronouns = new Set(['we', 'i', 'it', 'he', 'she', 'they', 'who'])

/** "We demand", "it cautions": behind a pronoun stands a verb, whoever is meant. */
export function isBehindPronoun(sentence: Sentence, { from }: Predicate): boolean {
  return pronouns.has(foldedAt(sentence, from - 1))
}

/** Whether a form may as well be a noun: "calls for", "fears". */
export function isNounLike(form: Form): boolean {
  return form === 'base' || form === 'third'
}

function isAdverb(word: string, grammar: Grammar): boolean {
  return (
    grammar.adverbs.has(word) || (word.length > 4 && word.endsWith('ly') && word !== 'family' && word !== 'assembly')
  )
}

function isNominal(sentence: Sentence, before: number, form: Form, grammar: Grammar): boolean {
  const word = foldedAt(sentence, before)
  if (form === 'gerund')
    return grammar.determiners.has(word) || word === "'s" || tokenAt(sentence, before).word.shape === 'numeral'
  return grammar.nominal.has(word) && word !== 'and'
}

function isProgressive(sentence: Sentence, from: number, verb: number, grammar: Grammar): boolean {
  for (let at = from; at < verb; at++) if (grammar.be.has(foldedAt(sentence, at))) return true
  return false
}
