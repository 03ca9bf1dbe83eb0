import { foldedAt, type Sentence, tokenAt } from '../../analyse/analysis.ts'
import type { Hit } from '../../analyse/phrases.ts'
import { addresseeBehind } from '../addressee.ts'
import { type Candidate, complementOf, type Rule, type Setting } from '../candidate.ts'
import type { SpeechWord } from '../lexicon.ts'
import { isKnown, isSomebody, type Speaker } from '../speakers.ts'
import { isNounLike, predicateAt, subjectOf } from '../verbs.ts'

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
  if (isNounLike(hit.entry.form) && (subject === null || !isKnown(subject)) && !sentence.isAllCapitals) return null
  const addressee = predicate.isPassive ? (subject?.name ?? null) : addresseeBehind(setting, sentence, hit.to)
  return {
    kind: 'explicit',
    rule,
    trigger: hit,
    speaker,
    addressee,
    harm: evidence.harmOf(sentence, complement, 'conflict'),
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
    harm: evidence.harmOf(sentence, complement, 'conflict'),
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

/** Whose warning it is: "X’s warning", "a UN warning", "X issued a warning", "warnings by X", "issued in a report by X". */
function ownerOf(setting: Setting, sentence: Sentence, hit: Hit<unknown>): Speaker | null {
  const { speakers, actors } = setting
  let at = hit.from
  while (at > Math.max(0, hit.from - 4)) {
    const word = foldedAt(sentence, at - 1)
    if (word === "'s" || word === "'") return speakers.endingAt(sentence, at - 1)
    if (word === 'her' || word === 'his' || word === 'their' || word === 'its')
      return possessor(setting, sentence, at - 1)
    const mention = actors.in(sentence).find(({ to }) => to === at)
    if (mention !== undefined) {
      return {
        name: mention.fields.name,
        type: mention.fields.type,
        kind: null,
        isAfflicted: false,
        from: mention.from,
        to: mention.to,
      }
    }
    if (tokenAt(sentence, at - 1).word.shape !== 'lower') break
    const carrier = carrierAt(setting, sentence, at - 1)
    if (carrier !== null) return carrierSubject(setting, sentence, carrier)
    at--
  }
  return carriedBehind(setting, sentence, hit.to) ?? sourceBehind(setting, sentence, hit.to)
}

function possessor({ speakers, actors, analysis }: Setting, sentence: Sentence, at: number): Speaker | null {
  const pronoun = foldedAt(sentence, at)
  if (pronoun === 'her' || pronoun === 'his') {
    const isLeading = speakers.mainStart(sentence, sentence.tokens.length) > at
    const later = actors.in(sentence).find(({ from, fields }) => from > at && fields.type === 'person')
    const earlier = actors.before(analysis, sentence, at, 3, ({ fields }) => fields.type === 'person')
    const person = isLeading ? (later ?? earlier) : (earlier ?? later)
    if (person !== undefined) {
      return { name: person.fields.name, type: 'person', kind: 'person', isAfflicted: false, from: at, to: at + 1 }
    }
  }
  return speakers.main(sentence, at)
}

function carrierAt({ lexicon }: Setting, sentence: Sentence, at: number): Hit<SpeechWord> | null {
  const hit = sentence.hits.of(lexicon.speech).find(({ to, entry }) => to === at + 1 && entry.role === 'carrier')
  return hit ?? null
}

function carrierSubject({ lexicon, speakers }: Setting, sentence: Sentence, carrier: Hit<SpeechWord>): Speaker | null {
  const predicate = predicateAt(sentence, carrier, lexicon.grammar)
  if (predicate === null || predicate.isPassive) return null
  return subjectOf(sentence, predicate, speakers)
}

/** "a warning was issued in a UN report", "warnings had been given by aid workers". */
function carriedBehind(setting: Setting, sentence: Sentence, from: number): Speaker | null {
  for (let at = from; at < Math.min(from + 12, sentence.tokens.length); at++) {
    const carrier = carrierAt(setting, sentence, at)
    if (carrier === null) continue
    const preposition = foldedAt(sentence, carrier.to)
    if (preposition !== 'by' && preposition !== 'in' && preposition !== 'from') return null
    const speaker = setting.speakers.startingAt(sentence, carrier.to + 1)
    return speaker !== null && (preposition !== 'in' || speaker.kind === 'document') ? speaker : null
  }
  return null
}

/** "warnings of genocide rang out from X", "the warning by X". */
function sourceBehind({ speakers, dates }: Setting, sentence: Sentence, from: number): Speaker | null {
  for (let at = from; at < Math.min(from + 10, sentence.tokens.length); at++) {
    const word = foldedAt(sentence, at)
    if (word === ',' || word === ';') return null
    if (word !== 'by' && word !== 'from') continue
    if (dates.in(sentence).some(({ from }) => from === at + 1)) continue
    const isName =
      tokenAt(sentence, at + 1).word.shape !== 'lower' && tokenAt(sentence, at + 1).word.shape !== 'numeral'
    const speaker = speakers.startingAt(sentence, at + 1)
    if (speaker !== null && (speaker.type !== null || speaker.kind !== null || isName)) return speaker
    return null
  }
  return null
}

/** "was warned by X". */
function agentBehind({ speakers }: Setting, sentence: Sentence, from: number): Speaker | null {
  for (let at = from; at < Math.min(from + 3, sentence.tokens.length); at++) {
    if (foldedAt(sentence, at) === 'by') return speakers.startingAt(sentence, at + 1)
  }
  return null
}
