import type { Harm } from '../../../model/index.ts'
import { foldedAt, type Sentence, tokenAt } from '../../analyse/analysis.ts'
import type { Hit } from '../../analyse/phrases.ts'
import type { TokenRange } from '../../analyse/sentences.ts'
import type { Rule, Setting } from '../candidate.ts'
import type { ActWord } from '../lexicon.ts'
import { isKnown, type Speaker } from '../speakers/index.ts'
import { isNounLike, predicateAt, subjectOf } from '../verbs.ts'

/** How far behind a verb the act it calls for may stand, and behind the act its target. */
const actReach = 14
const targetReach = 8

/** "threatened to kill all Muslims", "would not leave until they are dead". */
export const vow: Rule = (setting, sentence, hit) => {
  const predicate = predicateAt(sentence, hit, setting.lexicon.grammar)
  if (predicate === null || (hit.entry.form !== 'phrase' && predicate.isNegated)) return null
  const subject = subjectOf(sentence, predicate, setting.speakers)
  const act = actBehind(setting, sentence, hit.to - 1, subject?.isArmed === true)
  if (act === null) return null
  const speaker =
    hit.entry.form === 'phrase' ? (setting.attributions.reportAt(sentence, hit.from)?.speaker ?? subject) : subject
  if (isPeaceable(speaker)) return null
  return incitement(setting, sentence, hit, act, speaker)
}

/** "called on residents to arm themselves", "calls for the extermination of": a call to a violent act. */
export const urge: Rule = (setting, sentence, hit) => {
  const { lexicon, speakers } = setting
  const isNoun = hit.entry.form === 'phrase'
  const act = isNoun ? actOfNoun(setting, sentence, hit) : actOfVerb(setting, sentence, hit.to)
  if (act === null) return null
  if (isNoun) return incitement(setting, sentence, hit, act, null)
  const predicate = predicateAt(sentence, hit, lexicon.grammar)
  if (predicate === null || predicate.isNegated) return null
  const subject = predicate.isPassive ? null : subjectOf(sentence, predicate, speakers)
  if (isNounLike(hit.entry.form) && (subject === null || !isKnown(subject))) return null
  if (isPeaceable(subject)) return null
  return incitement(setting, sentence, hit, act, subject)
}

/** "incited hatred against": a call to violence by its own words. */
export const arms: Rule = (setting, sentence, hit) => {
  const predicate = predicateAt(sentence, hit, setting.lexicon.grammar)
  if (predicate === null || predicate.isNegated) return null
  return incitement(setting, sentence, hit, hit, subjectOf(sentence, predicate, setting.speakers))
}

function incitement(
  setting: Setting,
  sentence: Sentence,
  hit: Parameters<Rule>[2],
  act: { readonly from: number; readonly to: number },
  subject: Speaker | null,
): ReturnType<Rule> {
  const speaker = subject ?? setting.attributions.reportAt(sentence, hit.from)?.speaker ?? null
  return {
    kind: 'incitement',
    rule: hit.entry.rule,
    trigger: { from: hit.from, to: act.to },
    speaker,
    addressee: null,
    harm: harmOfAct(setting, sentence, act),
  }
}

/** The harm that an act does: to people it is no mere conflict, unless they are armed. */
export function harmOfAct(setting: Setting, sentence: Sentence, act: TokenRange): Harm {
  if (isWar(sentence, act)) return 'conflict'
  const harm = setting.evidence.harmIn(sentence, { from: act.from, to: sentence.tokens.length }) ?? 'killing'
  if (harm !== 'conflict') return harm
  return hasTarget(setting, sentence, act.to) ? 'killing' : 'conflict'
}

/** "threatened to fight the foreign troops": war on those who are armed. */
function isWar(sentence: Sentence, { from, to }: TokenRange): boolean {
  if (foldedAt(sentence, to - 1) !== 'fight' && foldedAt(sentence, from) !== 'fight') return false
  for (let at = to; at < to + targetReach; at++) if (armed.has(foldedAt(sentence, at))) return true
  return false
}

const armed = new Set(['soldiers', 'troops', 'forces', 'army', 'peacekeepers', 'rebels'])

/** Bodies and organisations that do not threaten: what they "vow" or "urge" is no incitement. */
export function isPeaceable(speaker: Speaker | null): boolean {
  return speaker?.type === 'igo' || speaker?.type === 'ngo' || speaker?.type === 'peace-operation'
}

/** A violent act in its base form behind "to", with its target where it needs one. */
function actOfVerb(setting: Setting, sentence: Sentence, from: number): Hit<ActWord> | null {
  let isOpen = false
  for (let at = from; at < Math.min(sentence.tokens.length, from + actReach); at++) {
    const word = foldedAt(sentence, at)
    if (word === 'to') isOpen = true
    else if (isOpen && foldedAt(sentence, at - 1) !== 'to' && !isJoined(sentence, at)) continue
    if (!isOpen) continue
    const act = actAt(setting, sentence, at)
    if (act !== null) return act
  }
  return actOfNoun(setting, sentence, { to: from })
}

/** Whether a verb stands beside another behind one "to": "to rise up and kill", "to peacefully". */
function isJoined(sentence: Sentence, at: number): boolean {
  const before = foldedAt(sentence, at - 1)
  return before === 'and' || before === 'or' || before === ',' || before.endsWith('ly')
}

function actAt(setting: Setting, sentence: Sentence, at: number): Hit<ActWord> | null {
  const hit = sentence.hits.of(setting.lexicon.acts).find(({ from, entry }) => from === at && entry.form === 'base')
  if (hit === undefined) return null
  if (hit.entry.role === 'self') return hit
  return takesTarget(hit.entry) && isAgainstPeople(setting, sentence, hit) ? hit : null
}

/** What is vowed; those who bear arms need no people named to threaten them. */
function actBehind(setting: Setting, sentence: Sentence, from: number, isArmed: boolean): Hit<ActWord> | null {
  for (const hit of sentence.hits.of(setting.lexicon.acts)) {
    if (hit.from < from || hit.from > from + actReach) continue
    const { role, form } = hit.entry
    if (role === 'saying' || role === 'ending') return hit
    if (form !== 'base' && form !== 'gerund') continue
    if (role === 'self' || (role === 'target' && isArmed)) return hit
    if (takesTarget(hit.entry) && isAgainstPeople(setting, sentence, hit)) return hit
  }
  return null
}

/** "the extermination of", right behind "calls for". */
function actOfNoun(setting: Setting, sentence: Sentence, { to }: { readonly to: number }): Hit<ActWord> | null {
  for (const hit of sentence.hits.of(setting.lexicon.acts)) {
    if (hit.from < to || hit.from > to + 2) continue
    const { role, form } = hit.entry
    const isBehindTo = foldedAt(sentence, to - 1) === 'to' && form === 'base'
    if (role === 'self' && (form === 'noun' || isBehindTo)) return hit
    if (takesTarget(hit.entry) && isBehindTo && isAgainstPeople(setting, sentence, hit)) return hit
  }
  return null
}

/** Whether an act is violent only against people. */
export function takesTarget({ role }: ActWord): boolean {
  return role === 'target' || role === 'soft' || role === 'split'
}

/** Whether an act has people for its object: "kill them", "drive the Muslims out". */
export function isAgainstPeople(setting: Setting, sentence: Sentence, { to, entry }: Hit<ActWord>): boolean {
  if (!hasTarget(setting, sentence, to)) return false
  if (entry.role !== 'split') return true
  for (let at = to; at < to + targetReach; at++) if (particles.has(foldedAt(sentence, at))) return true
  return false
}

const particles = new Set(['out', 'away', 'into', 'off', 'from'])

/** Whether people stand behind an act: a named group, or a word for people. */
export function hasTarget({ lexicon, actors }: Setting, sentence: Sentence, from: number): boolean {
  for (const { from: at, entry } of sentence.hits.of(lexicon.acts)) {
    if (at >= from && at < from + targetReach && entry.role === 'people') return !isBroken(sentence, from, at)
  }
  return actors
    .in(sentence)
    .some((mention) => mention.from >= from && mention.from < from + targetReach && mention.fields.type === 'civilian')
}

function isBroken(sentence: Sentence, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const word = tokenAt(sentence, at).word.text
    if (word === '.' || word === ';' || word === ':') return true
  }
  return false
}
