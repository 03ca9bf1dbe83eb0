import { foldedAt, type Sentence, tokenAt } from '../../analyse/analysis.ts'
import type { Hit } from '../../analyse/phrases.ts'
import { fold } from '../../analyse/words.ts'
import { addresseeBehind } from '../addressee.ts'
import { around, complementOf, type Rule, type Setting } from '../candidate.ts'
import type { Trigger } from '../lexicon.ts'
import { ownerOf } from '../owner.ts'
import { isKnown, isSomebody, type Speaker } from '../speakers/index.ts'
import { isBehindPronoun, isNounLike, predicateAt, subjectOf } from '../verbs.ts'

/** "called on the Council to protect civilians": a verb whose subject demands. */
export const demand: Rule = (setting, sentence, hit) => {
  const { lexicon, evidence, speakers, attributions } = setting
  const { rule, strength } = hit.entry
  const predicate = predicateAt(sentence, hit, lexicon.grammar)
  if (predicate === null || predicate.isNegated) return null
  const complement = complementOf(sentence, hit)
  const subject = subjectOf(sentence, predicate, speakers)
  const isOwn = isBehindPronoun(sentence, predicate)
  // In a report on victims, whatever somebody is urged to do is to help them.
  const isUrged = strength === 'usual' && (isOwn || (subject !== null && isSomebody(sentence, subject)))
  if (
    !evidence.isAboutPrevention(sentence, strength, complement) &&
    !(isUrged && evidence.isReportOnVictims(sentence))
  ) {
    return null
  }
  if (!isOwn && isNounLike(hit.entry.form) && (subject === null || !isKnown(subject))) return null
  if (subject === null && !predicate.isPassive && !isOwn) return null
  const agent = !predicate.isPassive && subject !== null && isSomebody(sentence, subject) ? subject : null
  const speaker = agent ?? attributions.reportAt(sentence, hit.from)?.speaker ?? null
  return {
    kind: 'call',
    rule,
    trigger: hit,
    speaker,
    addressee: predicate.isPassive ? (subject?.name ?? null) : addresseeBehind(setting, sentence, hit.to),
    harm: evidence.harmIn(sentence, complement) ?? 'other',
  }
}

/** "repeated calls for an end to the killing". */
export const demandNoun: Rule = (setting, sentence, hit) => {
  const { evidence, attributions } = setting
  if (!isNoun(sentence, hit.from)) return null
  const complement = complementOf(sentence, hit)
  const owner = ownerOf(setting, sentence, hit)
  const strength = owner === null ? hit.entry.strength : 'usual'
  if (!evidence.isAboutPrevention(sentence, strength, complement)) return null
  return {
    kind: 'call',
    rule: hit.entry.rule,
    trigger: hit,
    speaker: owner ?? attributions.reportAt(sentence, hit.from)?.speaker ?? null,
    addressee: null,
    harm: evidence.harmIn(sentence, complement) ?? 'other',
  }
}

/** "the international community must protect": what the text, or the speaker it reports, demands. */
export const duty: Rule = (setting, sentence, hit) => {
  const { evidence, attributions, speakers, lexicon } = setting
  const { rule, strength } = hit.entry
  if (lexicon.grammar.negations.has(foldedAt(sentence, hit.to))) return null
  const subject = speakers.endingAt(sentence, hit.from)
  const isAfflicted = subject?.isAfflicted === true || lexicon.afflicted.has(foldedAt(sentence, hit.from - 1))
  if (isAfflicted && foldedAt(sentence, hit.to) !== 'be') return null
  const complement = complementOf(sentence, hit)
  const isObjectFirst = foldedAt(sentence, hit.to - 1) === 'needed' || foldedAt(sentence, hit.to - 2) === 'needed'
  const before = strength !== 'doubtful' ? 24 : isObjectFirst ? 8 : 0
  // "The AU should deploy a force": "should" by itself proves little, of a body that could protect it proves enough.
  const isCharged =
    subject !== null && protectors.has(subject.type ?? '') && plainDuties.has(foldedAt(sentence, hit.from))
  const isDue =
    evidence.isAboutPrevention(sentence, isCharged ? 'usual' : strength, around(sentence, complement, before, 0)) ||
    isRecommended(setting, sentence, hit.from) ||
    isAskedOf(setting, sentence, hit, subject)
  if (!isDue) return null
  const report = attributions.reportAt(sentence, hit.from)
  return {
    kind: 'call',
    rule,
    trigger: hit,
    speaker: report?.speaker ?? null,
    addressee: subject !== null && isKnown(subject) ? subject.name : null,
    harm:
      evidence.harmIn(sentence, complement) ??
      evidence.harmIn(sentence, { from: 0, to: sentence.tokens.length }, 2) ??
      'other',
  }
}

const protectors = new Set<string>(['igo', 'peace-operation', 'government', 'ngo'])

/** "Stop the killing", "Deploy monitors": what quoted words or a list of recommendations demand. */
export const imperative: Rule = (setting, sentence, hit) => {
  const quoted = setting.quotations.around(sentence, hit.from)
  const opening = quoted?.range.from ?? firstWord(sentence)
  if (hit.from !== opening) return null
  const { evidence, attributions } = setting
  const complement = complementOf(sentence, hit)
  const report = attributions.reportAt(sentence, hit.from)
  const isDue =
    report === null
      ? isUnderRecommendations(setting, sentence) && evidence.isHot
      : evidence.isAboutPrevention(sentence, hit.entry.strength, complement)
  if (!isDue) return null
  return {
    kind: 'call',
    rule: hit.entry.rule,
    trigger: hit,
    speaker: report?.speaker ?? null,
    addressee: null,
    harm: evidence.harmIn(sentence, complement) ?? 'other',
  }
}

/** The first word behind a bullet or number. */
function firstWord(sentence: Sentence): number {
  let at = 0
  while (at < 3 && (tokenAt(sentence, at).word.shape === 'mark' || tokenAt(sentence, at).word.shape === 'numeral')) at++
  return at
}

const plainDuties = new Set(['must', 'should'])
const ordinals = new Set(['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'finally', 'lastly'])

/** What should be done by a list of recommendations, in a document on violence, whatever it is: "Second, the Council should". */
function isRecommended({ evidence, lexicon }: Setting, sentence: Sentence, at: number): boolean {
  if (!evidence.isHot || evidence.isWarfare(sentence) || !plainDuties.has(foldedAt(sentence, at))) return false
  if (lexicon.grammar.hypotheses.has(foldedAt(sentence, 0))) return false
  if (ordinals.has(foldedAt(sentence, 0)) && foldedAt(sentence, 1) === ',') return true
  return isUnderRecommendations({ lexicon }, sentence)
}

/** What must be done, or somebody who can must do, in a report on victims: "The prisons must be opened". */
function isAskedOf(
  { evidence, lexicon }: Setting,
  sentence: Sentence,
  hit: Hit<Trigger>,
  subject: Speaker | null,
): boolean {
  if (!plainDuties.has(foldedAt(sentence, hit.from)) || hit.to !== hit.from + 1) return false
  const behind = foldedAt(sentence, hit.to)
  if (behind === 'have' || lexicon.grammar.hypotheses.has(foldedAt(sentence, 0))) return false
  const isOfSomebody =
    subject !== null && isKnown(subject) && (protectors.has(subject.type ?? '') || forces.has(subject.type ?? ''))
  return (isOfSomebody || behind === 'be') && evidence.isReportOnVictims(sentence)
}

const forces = new Set<string>(['state-force', 'armed-group'])

function isUnderRecommendations({ lexicon }: Pick<Setting, 'lexicon'>, sentence: Sentence): boolean {
  return sentence.paragraph.headings.some((heading) => {
    const folded = fold(heading)
    return lexicon.recommendations.some((beginning) => folded.startsWith(beginning))
  })
}

function isNoun(sentence: Sentence, at: number): boolean {
  const before = foldedAt(sentence, at - 1)
  return before !== 'to' && before !== 'and' && tokenAt(sentence, at - 1).word.shape !== 'mark' ? true : before === "'s"
}
