import { foldedAt, type Sentence, tokenAt } from '../../analyse/analysis.ts'
import type { Hit } from '../../analyse/phrases.ts'
import type { Candidate, Setting } from '../candidate.ts'
import type { ActWord } from '../lexicon.ts'
import type { Speaker } from '../speakers/index.ts'
import { harmOfAct, hasTarget, isPeaceable } from './incited.ts'

/** No sentence of the language threatens more than this. */
const most = 16

/** "said that they would execute the hostages", "the Tutsi must be crushed", "leave or be killed": threats by what is said. */
export function threatsIn(setting: Setting, sentence: Sentence): readonly Candidate[] {
  const acts = sentence.hits.of(setting.lexicon.acts).slice(0, most)
  return acts.flatMap((act) => threatAt(setting, sentence, act) ?? [])
}

function threatAt(setting: Setting, sentence: Sentence, act: Hit<ActWord>): Candidate | null {
  const { role, form } = act.entry
  if (role === 'saying') return said(setting, sentence, act)
  if (role !== 'self' && role !== 'target') return null
  if (form === 'base') return vowed(setting, sentence, act)
  if (form === 'past' || form === 'participle')
    return due(setting, sentence, act) ?? alternative(setting, sentence, act)
  return null
}

/** "they will execute the hostages", said by themselves. */
function vowed(setting: Setting, sentence: Sentence, act: Hit<ActWord>): Candidate | null {
  const { grammar } = setting.lexicon
  let modal = act.from - 1
  while (modal > act.from - 3 && grammar.adverbs.has(foldedAt(sentence, modal))) modal--
  if (!grammar.vows.has(foldedAt(sentence, modal))) return null
  const subject = foldedAt(sentence, modal - 1)
  if (!grammar.pronouns.has(subject)) return null
  const report = setting.attributions.reportAt(sentence, act.from)
  if (report === null) return null
  const { speaker } = report
  if (speaker?.isArmed !== true) {
    const isOwn = subject === 'we' || subject === 'i'
    const isMeant = act.entry.role === 'self' || hasTarget(setting, sentence, act.to)
    if (!isOwn || !isMeant || isPeaceable(speaker)) return null
    if (setting.evidence.levelIn(sentence, act) < 3 && !setting.evidence.isAmidViolence(sentence)) return null
  }
  return threat(setting, sentence, { from: modal, to: act.to }, act, speaker)
}

/** "to convert, leave or die": told by whoever is not to be thought peaceable. */
function said(setting: Setting, sentence: Sentence, act: Hit<ActWord>): Candidate | null {
  const report = setting.attributions.reportAt(sentence, act.from)
  const speaker = report === null ? setting.speakers.subject(sentence, act.from) : report.speaker
  if (speaker === null || isPeaceable(speaker) || (report === null && !speaker.isArmed)) return null
  return threat(setting, sentence, act, act, speaker)
}

/** "the Tutsi must be thrown into the river". */
function due(setting: Setting, sentence: Sentence, act: Hit<ActWord>): Candidate | null {
  const { grammar } = setting.lexicon
  if (foldedAt(sentence, act.from - 1) !== 'be') return null
  const before = foldedAt(sentence, act.from - 2)
  const duty = before === 'to' ? act.from - 3 : grammar.dues.has(before) ? act.from - 2 : act.from - 1
  // "demanded that the Chinese be driven out": the bare "be" is a demand by itself.
  const isBare = duty === act.from - 1
  if (!isBare && !grammar.dues.has(foldedAt(sentence, duty))) return null
  if (isBare && !isGroupEnding(setting, sentence, duty)) return null
  const report = setting.attributions.reportAt(sentence, act.from)
  if (report === null || isPeaceable(report.speaker)) return null
  return isGroupBefore(setting, sentence, duty)
    ? threat(setting, sentence, { from: duty, to: act.to }, act, report.speaker)
    : null
}

/** "leave the valley or be driven out". */
function alternative(setting: Setting, sentence: Sentence, act: Hit<ActWord>): Candidate | null {
  if (foldedAt(sentence, act.from - 1) !== 'be' || foldedAt(sentence, act.from - 2) !== 'or') return null
  const report = setting.attributions.reportAt(sentence, act.from)
  if (report === null || isPeaceable(report.speaker)) return null
  return threat(setting, sentence, { from: act.from - 2, to: act.to }, act, report.speaker)
}

function threat(
  setting: Setting,
  sentence: Sentence,
  trigger: { from: number; to: number },
  act: Hit<ActWord>,
  speaker: Speaker | null,
): Candidate {
  return {
    kind: 'incitement',
    rule: 'warning.threat',
    trigger,
    speaker,
    addressee: null,
    harm: harmOfAct(setting, sentence, act),
  }
}

/** How far before a verb the group it is done to may stand. */
const groupReach = 6

function isGroupEnding({ actors, lexicon }: Setting, sentence: Sentence, to: number): boolean {
  return (
    actors.in(sentence).some((mention) => mention.fields.type === 'civilian' && mention.to === to) ||
    sentence.hits.of(lexicon.acts).some((hit) => hit.entry.role === 'people' && hit.to === to)
  )
}

/** "the Hema must": a group that no lexicon knows. */
function isNamedGroup(sentence: Sentence, to: number): boolean {
  return (
    foldedAt(sentence, to - 2) === 'the' &&
    tokenAt(sentence, to - 1).word.shape === 'capitalised' &&
    !sentence.isAllCapitals
  )
}

function isGroupBefore({ actors, lexicon }: Setting, sentence: Sentence, at: number): boolean {
  const isNear = ({ from, to }: { readonly from: number; readonly to: number }) => to <= at && from >= at - groupReach
  return (
    isNamedGroup(sentence, at) ||
    actors.in(sentence).some((mention) => mention.fields.type === 'civilian' && isNear(mention)) ||
    sentence.hits.of(lexicon.acts).some((hit) => hit.entry.role === 'people' && isNear(hit))
  )
}
