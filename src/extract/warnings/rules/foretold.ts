import { foldedAt, type Sentence } from '../../analyse/analysis.ts'
import type { Hit } from '../../analyse/phrases.ts'
import { type Candidate, complementOf, type Setting } from '../candidate.ts'
import type { HarmWord } from '../lexicon.ts'

/** No sentence of the language foretells more than this. */
const most = 16
/** How far before a harm's word the verb that puts it in the future may stand. */
const modalReach = 6

/** "there would be civil war", "it will be a slaughter", "could wipe out": harm that its own words put in the future. */
export function foretoldIn(setting: Setting, sentence: Sentence): readonly Candidate[] {
  const harms = setting.evidence.harmsIn(sentence).filter(({ entry }) => entry.strength >= 2)
  return harms.slice(0, most).flatMap((harm) => foretoldAt(setting, sentence, harm) ?? [])
}

function foretoldAt(setting: Setting, sentence: Sentence, harm: Hit<HarmWord>): Candidate | null {
  const { evidence, attributions, lexicon } = setting
  const modal = modalBefore(setting, sentence, harm)
  if (modal === null) return null
  const report = attributions.reportAt(sentence, modal)
  const word = foldedAt(sentence, modal)
  if (report === null && (word === 'would' || word === 'can')) return null
  const subject = foldedAt(sentence, modal - 1)
  if (lexicon.grammar.hypotheses.has(subject)) return null
  // "announced that he would raid the cache": what one will do oneself is a threat or nothing.
  if (harm.entry.harm === 'conflict' && (subject === 'he' || subject === 'she')) return null
  const others = evidence
    .harmsIn(sentence)
    .some(({ from, entry }) => from !== harm.from && entry.strength >= 2 && entry.harm !== 'other')
  if (harm.entry.strength < 3 && !others && !evidence.isAmidViolence(sentence)) return null
  if (evidence.isPeacefulAbout(sentence, harm.entry)) return null
  return {
    kind: report === null ? 'risk' : 'explicit',
    rule: 'warning.foretold',
    trigger: { from: modal, to: harm.to },
    speaker: report?.speaker ?? null,
    addressee: null,
    harm: evidence.harmOf(sentence, complementOf(sentence, { from: modal, to: harm.to }), 'other'),
  }
}

/** The modal before a harm's word with nothing but auxiliaries, articles and adverbs between; `null` where it is denied. */
function modalBefore({ lexicon: { grammar } }: Setting, sentence: Sentence, { from }: Hit<unknown>): number | null {
  for (let at = from - 1; at >= Math.max(0, from - modalReach); at--) {
    const word = foldedAt(sentence, at)
    if (grammar.modals.has(word)) return at
    if (
      word === 'already' ||
      grammar.negations.has(word) ||
      !(grammar.foretelling.has(word) || grammar.adverbs.has(word))
    )
      return null
  }
  return null
}
