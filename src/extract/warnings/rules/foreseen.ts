import type { WarningKind } from '../../../model/index.ts'
import { foldedAt, type Sentence } from '../../analyse/analysis.ts'
import type { Hit } from '../../analyse/phrases.ts'
import type { TokenRange } from '../../analyse/sentences.ts'
import { around, type Candidate, complementOf, type Rule, type Setting } from '../candidate.ts'
import type { Trigger } from '../lexicon.ts'
import { predicateAt } from '../verbs.ts'

/** "the risk of genocide", "on the brink of war", "violence is looming": explicit where a speaker says so. */
export const assertion: Rule = (setting, sentence, hit) => {
  const { form } = hit.entry
  const { grammar } = setting.lexicon
  if (isDenied(setting, sentence, hit.from) || isAverted(setting, sentence, hit.from)) return null
  if (isDisbelieved(setting, sentence, hit.from)) return null
  if (form === 'noun' && !names(sentence, hit)) return null
  if (isPersonal(setting, sentence, hit)) return null
  if (form === 'third' || form === 'past' || form === 'gerund' || form === 'base') {
    const predicate = predicateAt(sentence, hit, grammar)
    if (predicate === null || predicate.isNegated || !takesGerund(sentence, hit.to)) return null
  }
  return foreseen(setting, sentence, hit, around(sentence, hit, 8, 16))
}

/** "could lead to a massacre", "the death toll will rise". */
export const development: Rule = (setting, sentence, hit) => {
  const { negations } = setting.lexicon.grammar
  if (hit.entry.form !== 'base') return null
  const modal = modalBefore(setting, sentence, hit.from)
  if (modal === null) return null
  const word = foldedAt(sentence, modal)
  for (let at = modal; at < hit.from; at++) if (negations.has(foldedAt(sentence, at))) return null
  const isReported = setting.attributions.reportAt(sentence, hit.from) !== null
  if (!isReported && (word === 'would' || word === 'can')) return null
  // "The attack was expected to begin in July" tells a plan of its time.
  if (!isReported && word === 'expected' && isPast(sentence, modal)) return null
  if (isDenied(setting, sentence, modal) || isPurpose(sentence, modal) || isDisbelieved(setting, sentence, modal))
    return null
  return foreseen(setting, sentence, { ...hit, from: modal }, around(sentence, { from: modal, to: hit.to }, 8, 12))
}

function isPast(sentence: Sentence, at: number): boolean {
  const before = foldedAt(sentence, at - 1)
  return before === 'was' || before === 'were'
}

/** "At risk: 40,000 civilians in the enclaves": a label for whom harm may come to, where the text speaks of violence. */
export const fragment: Rule = (setting, sentence, hit) => {
  const { evidence } = setting
  if (hit.from > 1 || foldedAt(sentence, hit.to) !== ':' || sentence.tokens.length < hit.to + 3) return null
  if (!evidence.isNearViolence(sentence) || evidence.isPeaceful(sentence)) return null
  const harm = evidence.harmIn(sentence, complementOf(sentence, hit)) ?? 'other'
  return { kind: 'risk', rule: hit.entry.rule, trigger: hit, speaker: null, addressee: null, harm }
}

/** The modal before a verb, or the words that stand for one: "is expected to", "likely to". */
function modalBefore({ lexicon }: Setting, sentence: Sentence, verb: number): number | null {
  const { modals, prospects } = lexicon.grammar
  for (let at = verb - 1; at >= Math.max(0, verb - 3); at--) {
    const word = foldedAt(sentence, at)
    if (modals.has(word)) return at
    if (word === 'to' && prospects.has(foldedAt(sentence, at - 1))) return at - 1
  }
  return null
}

/** "said that the militia was planning a massacre": harm that somebody prepares, where a speaker tells of it. */
export const plan: Rule = (setting, sentence, hit) => {
  if (isDenied(setting, sentence, hit.from)) return null
  const found = foreseen(setting, sentence, hit, around(sentence, hit, 6, 10))
  return found?.kind === 'explicit' && found.speaker !== null ? found : null
}

/** "warning signs were clear": what could be seen; explicit where a speaker points at it. */
export const sign: Rule = (setting, sentence, hit) => {
  if (isDenied(setting, sentence, hit.from)) return null
  return foreseen(setting, sentence, hit, around(sentence, hit, 20, 24))
}

/** "should have been expected": risk, whoever says so. */
export const hindsight: Rule = (setting, sentence, hit) => {
  const found = foreseen(setting, sentence, hit, around(sentence, hit, 24, 24))
  return found === null ? null : { ...found, kind: 'risk' }
}

/** "If we do not act now, …": with harm foretold a warning, else a call. */
export const condition: Rule = (setting, sentence, hit) => {
  const { evidence, attributions } = setting
  const behind = { from: hit.to, to: sentence.tokens.length }
  const everywhere = { from: 0, to: sentence.tokens.length }
  const { rule, strength } = hit.entry
  if (!evidence.foretellsHarm(sentence, strength, everywhere)) return null
  const report = attributions.reportAt(sentence, hit.from)
  const isForetold =
    evidence.levelIn(sentence, behind) >= 2 || evidence.levelIn(sentence, { from: 0, to: hit.from }) >= 2
  const kind: WarningKind = !isForetold ? 'call' : report === null ? 'risk' : 'explicit'
  const harm = evidence.harmOf(sentence, everywhere, 'other')
  return { kind, rule, trigger: hit, speaker: report?.speaker ?? null, addressee: null, harm }
}

function foreseen(setting: Setting, sentence: Sentence, hit: Hit<Trigger>, range: TokenRange): Candidate | null {
  const { evidence, attributions } = setting
  const { rule, strength } = hit.entry
  if (!evidence.foretellsHarm(sentence, strength, range)) return null
  const report = attributions.reportAt(sentence, hit.from)
  const behind = { from: hit.from, to: range.to }
  const about = evidence.levelIn(sentence, behind) >= 2 ? complementOf(sentence, hit) : range
  return {
    kind: report === null ? 'risk' : 'explicit',
    rule,
    trigger: { from: hit.from, to: hit.to },
    speaker: report?.speaker ?? null,
    addressee: null,
    harm: evidence.harmOf(sentence, about, 'conflict'),
  }
}

/** "no risk of", and "if there is a risk of", which asserts none. */
function isDenied({ lexicon }: Setting, sentence: Sentence, at: number): boolean {
  const { denials, hypotheses } = lexicon.grammar
  if (denials.has(foldedAt(sentence, at - 1)) || denials.has(foldedAt(sentence, at - 2))) return true
  for (let before = at - 1; before >= Math.max(0, at - 12); before--) {
    if (hypotheses.has(foldedAt(sentence, before)) && foldedAt(sentence, before + 1) === 'there') return true
  }
  return false
}

/** "he threatened to kill his partner": a person's threat, which is incitement or nothing. */
function isPersonal({ speakers }: Setting, sentence: Sentence, { from, entry }: Hit<Trigger>): boolean {
  if (entry.rule !== 'warning.threatens') return false
  const subject = speakers.endingAt(sentence, from)
  const pronoun = foldedAt(sentence, from - 1)
  return (
    subject?.type === 'person' ||
    subject?.kind === 'person' ||
    pronoun === 'he' ||
    pronoun === 'she' ||
    pronoun === 'had'
  )
}

/** "did not anticipate that …": somebody thought it would not come. */
function isDisbelieved({ lexicon }: Setting, sentence: Sentence, at: number): boolean {
  return sentence.hits.of(lexicon.triggers).some(({ to, entry }) => entry.frame === 'disbelief' && to <= at)
}

/** "risk of", "danger that", "the threat is": a noun for what may come, not for what somebody has or makes. */
function names(sentence: Sentence, { to }: Hit<Trigger>): boolean {
  const next = foldedAt(sentence, to)
  return riskComplements.has(next) && !(next === 'to' && foldedAt(sentence, to - 1) === 'threats')
}

const riskComplements = new Set([
  'of',
  'that',
  'is',
  'was',
  'are',
  'were',
  'remains',
  'remained',
  'posed',
  'facing',
  'for',
  'from',
  'to',
  'grows',
  'looms',
])

/** "to prevent a relapse into war", "reduced the risk of attack". */
function isAverted({ lexicon }: Setting, sentence: Sentence, at: number): boolean {
  for (let before = at - 1; before >= Math.max(0, at - 5); before--) {
    const word = foldedAt(sentence, before)
    if (word === ',' || word === ';') return false
    if (lexicon.grammar.averting.has(word)) return true
  }
  return false
}

/** "so that", "in order that" tell what is meant, not what is foreseen. */
function isPurpose(sentence: Sentence, modal: number): boolean {
  for (let at = modal - 1; at >= Math.max(0, modal - 6); at--) {
    if (foldedAt(sentence, at) === 'so' || foldedAt(sentence, at) === 'order') return true
  }
  return false
}

/** "risks becoming", "risked “plunging". */
function takesGerund(sentence: Sentence, at: number): boolean {
  const next = foldedAt(sentence, at)
  const word = next === '“' || next === '"' ? foldedAt(sentence, at + 1) : next
  return word.endsWith('ing') || word === 'a' || word === 'another' || word === 'further' || word === 'mass'
}
