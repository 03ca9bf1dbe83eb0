import { foldedAt, type Sentence } from '../../analyse/analysis.ts'
import type { TokenRange } from '../../analyse/sentences.ts'
import type { Candidate, Setting } from '../candidate.ts'
import type { Quotation, QuotedPart } from '../quotations.ts'
import { isAgainstPeople, takesTarget } from './incited.ts'

/** No sentence of the language quotes, or calls for, more than this. */
const most = 16

/** A quotation that incites goes on inciting: "surprise them in their sleep … It is now or never." */
export class QuotedIncitement {
  readonly #inciting = new Map<Quotation, Candidate>()

  /** A sentence's warning, given what its own rules found, where its quoted words incite or continue to. */
  judge(setting: Setting, sentence: Sentence, found: Candidate | null): Candidate | null {
    const parts = setting.quotations.in(sentence).slice(0, most)
    if (parts.length === 0) return found
    let judged = found
    for (const part of parts) {
      if (judged?.kind !== 'incitement')
        judged = inQuotation(setting, sentence, part, this.#inciting.get(part.quotation)) ?? judged
      if (judged?.kind === 'incitement') this.#inciting.set(part.quotation, judged)
    }
    return judged
  }
}

function inQuotation(
  setting: Setting,
  sentence: Sentence,
  part: QuotedPart,
  before: Candidate | undefined,
): Candidate | null {
  const act = imperativeIn(setting, sentence, part) ?? (before === undefined ? null : continuationIn(sentence, part))
  if (act === null) return null
  const speaker = setting.attributions.reportAt(sentence, act.from)?.speaker ?? before?.speaker ?? null
  if (speaker?.type === 'igo' || speaker?.type === 'ngo') return null
  return {
    kind: 'incitement',
    rule: 'warning.quotation',
    trigger: act,
    speaker,
    addressee: before?.addressee ?? null,
    harm: 'killing',
  }
}

/** "kill them", "must leave or die": violence that quoted words demand. */
function imperativeIn(
  setting: Setting,
  sentence: Sentence,
  { range }: QuotedPart,
): { from: number; to: number } | null {
  const acts = sentence.hits.of(setting.lexicon.acts).filter(({ from, to }) => from >= range.from && to <= range.to)
  for (const hit of acts.slice(0, most)) {
    const { role, form } = hit.entry
    if (role === 'saying') return hit
    if (role === 'ending' && isSaidInArms(setting, sentence, hit.from)) return hit
    if (role === 'euphemism' && isShort(range) && setting.evidence.isNearViolence(sentence)) return hit
    if (form !== 'base' || !isImperative(sentence, hit.from, range.from)) continue
    if (role === 'self') return hit
    // "We will beat them" is said of matches: only amid violence is it meant.
    const isMeant = setting.evidence.isNearViolence(sentence) && !setting.evidence.isPeaceful(sentence)
    if (takesTarget(hit.entry) && isMeant && isAgainstPeople(setting, sentence, hit)) return hit
  }
  return null
}

/** What those who bear arms foretell, they threaten. */
function isSaidInArms({ attributions }: Setting, sentence: Sentence, at: number): boolean {
  return attributions.reportAt(sentence, at)?.speaker?.isArmed === true
}

/** A phrase set in quotation marks, no speech. */
function isShort({ from, to }: TokenRange): boolean {
  return to - from <= 6
}

const leadIns = new Set([',', ';', '“', '"', 'and', 'us', 'must', 'then', ':', 'should', 'will'])

function isImperative(sentence: Sentence, at: number, opening: number): boolean {
  return at === opening || at === 0 || leadIns.has(foldedAt(sentence, at - 1))
}

const urgings = new Set([
  'now',
  'never',
  'must',
  'them',
  'they',
  'their',
  'us',
  'we',
  'you',
  'your',
  'enemy',
  'enemies',
  'die',
  'blood',
])

/** What follows in an inciting quotation goes on inciting where it speaks of us, you or them, or of now. */
function continuationIn(sentence: Sentence, { range }: QuotedPart): { from: number; to: number } | null {
  for (let at = range.from; at < range.to; at++) {
    if (urgings.has(foldedAt(sentence, at))) return { from: at, to: at + 1 }
  }
  return null
}
