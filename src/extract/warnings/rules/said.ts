import { foldedAt, type Sentence, tokenAt } from '../../analyse/analysis.ts'
import type { Hit } from '../../analyse/phrases.ts'
import { addresseeBehind } from '../addressee.ts'
import { type Candidate, complementOf, type Rule, type Setting } from '../candidate.ts'
import type { Trigger } from '../lexicon.ts'
import { ownerOf } from '../owner.ts'
import { isKnown, isSomebody, type Speaker } from '../speakers/index.ts'
import { agentBehind, isBehindPronoun, isNounLike, predicateAt, subjectOf } from '../verbs.ts'

/** "The UN warned that …": a verb whose subject warns, in every tense; in the passive the one behind "by" does. */
export const speech: Rule = (setting, sentence, hit) => {
  const { lexicon, evidence, speakers, attributions } = setting
  const { rule, strength } = hit.entry
  const predicate = predicateAt(sentence, hit, lexicon.grammar)
  if (predicate === null || predicate.isNegated || isNobody(sentence, predicate.from)) return null
  const complement = complementOf(sentence, hit)
  if (!evidence.foretellsHarm(sentence, strength, complement)) return null
  const subject = subjectOf(sentence, predicate, speakers)
  // Whoever warns is somebody, whatever word names them; "the collapse raised concerns" names nobody.
  const active = subject !== null && (strength === 'certain' || isSomebody(sentence, subject)) ? subject : null
  const isPassive = predicate.isPassive || isFronted(sentence, hit)
  const agent = isPassive ? agentBehind(sentence, hit.to, speakers) : active
  const speaker = agent ?? attributions.reportAt(sentence, hit.from)?.speaker ?? null
  if (strength === 'doubtful' && (speaker === null || speaker.isAfflicted)) return null
  if (isNounLike(hit.entry.form) && (subject === null || !isKnown(subject)) && !isBehindPronoun(sentence, predicate)) {
    return null
  }
  const addressee = isPassive ? (subject?.name ?? null) : addresseeBehind(setting, sentence, hit.to)
  return {
    kind: 'explicit',
    rule,
    trigger: hit,
    speaker,
    addressee,
    harm: evidence.harmOf(sentence, complement, 'other'),
  }
}

/** "warnings of genocide", "a stark warning was issued": a noun for what somebody said. */
export const speechNoun: Rule = (setting, sentence, hit) => {
  const { lexicon, evidence, attributions } = setting
  const { rule, strength } = hit.entry
  if (isDenied(setting, sentence, hit.from) || isGerund(sentence, hit)) return null
  if (isDue(sentence, hit.from) || isDueBehind(sentence, hit.to)) return null
  const complement = complementOf(sentence, hit)
  if (!evidence.foretellsHarm(sentence, strength, complement)) return null
  const speaker =
    ownerOf(setting, sentence, hit) ?? attributive() ?? attributions.reportAt(sentence, hit.from)?.speaker ?? null
  return {
    kind: 'explicit',
    rule,
    trigger: hit,
    speaker,
    addressee: addresseeBehind(setting, sentence, hit.to),
    harm: evidence.harmOf(sentence, complement, 'other'),
  } satisfies Candidate

  function attributive(): Speaker | null {
    const { text, folded } = tokenAt(sentence, hit.from - 1).word
    if (!lexicon.attributive.has(folded)) return null
    return {
      name: text,
      type: null,
      kind: 'person',
      isAfflicted: false,
      isArmed: false,
      from: hit.from - 1,
      to: hit.from,
    }
  }
}

/** "No one was warned". */
function isNobody(sentence: Sentence, to: number): boolean {
  const last = foldedAt(sentence, to - 1)
  return last === 'nobody' || (last === 'one' && foldedAt(sentence, to - 2) === 'no')
}

/** "Warned by X, …": a participle in front of the clause. */
function isFronted(sentence: Sentence, { from, to, entry }: Hit<Trigger>): boolean {
  const isFirst = from === 0 || foldedAt(sentence, from - 1) === ','
  return isFirst && (entry.form === 'past' || entry.form === 'participle') && foldedAt(sentence, to) === 'by'
}

/** "should publish the warnings": nobody has heard them. */
function isDue(sentence: Sentence, at: number): boolean {
  for (let before = at - 1; before >= Math.max(0, at - 4); before--) {
    const word = foldedAt(sentence, before)
    if (word === 'must' || word === 'should') return true
  }
  return false
}

/** "warnings must go to somebody". */
function isDueBehind(sentence: Sentence, at: number): boolean {
  const word = foldedAt(sentence, at)
  return word === 'must' || word === 'should'
}

function isDenied({ lexicon }: Setting, sentence: Sentence, at: number): boolean {
  const { denials } = lexicon.grammar
  return denials.has(foldedAt(sentence, at - 1)) || denials.has(foldedAt(sentence, at - 2))
}

/** "…, warning that": the verb, which the rule for verbs reads. */
function isGerund(sentence: Sentence, hit: Hit<unknown>): boolean {
  if (hit.to - hit.from > 1 || foldedAt(sentence, hit.from) !== 'warning') return false
  const before = foldedAt(sentence, hit.from - 1)
  const next = foldedAt(sentence, hit.to)
  return (
    (before === ',' ||
      before === 'in' ||
      before === 'by' ||
      before === 'is' ||
      before === 'are' ||
      before === 'were') &&
    (next === 'that' || next === 'of' || next === 'about' || next === 'against' || next === 'the')
  )
}
