import { foldedAt, type Sentence, tokenAt } from '../../analyse/analysis.ts'
import type { Hit } from '../../analyse/phrases.ts'
import { addresseeBehind } from '../addressee.ts'
import { type Candidate, complementOf, type Rule, type Setting } from '../candidate.ts'
import { ownerOf } from '../owner.ts'
import { isKnown, isSomebody, type Speaker } from '../speakers.ts'
import { isBehindPronoun, isNounLike, predicateAt, subjectOf } from '../verbs.ts'

/** "The UN warned that …": a verb whose subject warns, in every tense; in the passive the one behind "by" does. */
export const speech: Rule = (setting, sentence, hit) => {
  const { lexicon, evidence, speakers, attributions } = setting
  const { rule, strength } = hit.entry
  const predicate = predicateAt(sentence, hit, lexicon.grammar)
  if (predicate === null || predicate.isNegated) return null
  const complement = complementOf(sentence, hit)
  if (!evidence.foretellsHarm(sentence, strength, complement)) return null
  const subject = subjectOf(sentence, predicate, speakers)
  const active = subject !== null && isSomebody(sentence, subject) ? subject : null
  const agent = predicate.isPassive ? agentBehind(setting, sentence, hit.to) : active
  const speaker = agent ?? attributions.reportAt(sentence, hit.from)?.speaker ?? null
  if (strength === 'doubtful' && (speaker === null || speaker.isAfflicted)) return null
  if (isNounLike(hit.entry.form) && (subject === null || !isKnown(subject)) && !isBehindPronoun(sentence, predicate)) {
    return null
  }
  const addressee = predicate.isPassive ? (subject?.name ?? null) : addresseeBehind(setting, sentence, hit.to)
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
    return { name: text, type: null, kind: 'person', isAfflicted: false, from: hit.from - 1, to: hit.from }
  }
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

/** "was warned by X". */
function agentBehind({ speakers }: Setting, sentence: Sentence, from: number): Speaker | null {
  for (let at = from; at < Math.min(from + 3, sentence.tokens.length); at++) {
    if (foldedAt(sentence, at) === 'by') return speakers.startingAt(sentence, at + 1)
  }
  return null
}
