import { foldedAt, type Sentence, tokenAt } from '../analyse/analysis.ts'
import type { Hit } from '../analyse/phrases.ts'
import type { Setting } from './candidate.ts'
import type { SpeechWord } from './lexicon.ts'
import type { Speaker } from './speakers/index.ts'
import { speakerOf } from './speakers/speaker.ts'
import { predicateAt, subjectOf } from './verbs.ts'

/** Whose warning or call a noun is: "X’s warning", "a UN warning", "X issued a warning", "warnings by X", "issued in a report by X". */
export function ownerOf(setting: Setting, sentence: Sentence, hit: Hit<unknown>): Speaker | null {
  const { speakers, actors, lexicon } = setting
  let at = hit.from
  while (at > Math.max(0, hit.from - 4)) {
    const word = foldedAt(sentence, at - 1)
    if (word === "'s" || word === "'") return speakers.endingAt(sentence, at - 1)
    if (word === 'her' || word === 'his' || word === 'their' || word === 'its')
      return possessor(setting, sentence, at - 1)
    const mention = actors.in(sentence).find(({ to }) => to === at)
    if (mention !== undefined) {
      return speakerOf(mention)
    }
    if (at === hit.from && sentence.hits.of(lexicon.speakers).some(({ to }) => to === at)) {
      return speakers.endingAt(sentence, at)
    }
    if (tokenAt(sentence, at - 1).word.shape !== 'lower' && !sentence.isAllCapitals) break
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
      return { ...speakerOf(person), from: at, to: at + 1 }
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

/** "warnings of massacres came from X", "the warning by X". */
function sourceBehind({ speakers, dates }: Setting, sentence: Sentence, from: number): Speaker | null {
  for (let at = from; at < Math.min(from + 10, sentence.tokens.length); at++) {
    const word = foldedAt(sentence, at)
    if (word === ',' || word === ';') return null
    if (word !== 'by' && word !== 'from') continue
    if (dates.in(sentence).some(({ from }) => from === at + 1)) continue
    const isName =
      tokenAt(sentence, at + 1).word.shape !== 'lower' && tokenAt(sentence, at + 1).word.shape !== 'numeral'
    const speaker = speakers.startingAt(sentence, at + 1, 'of')
    if (speaker !== null && (speaker.type !== null || speaker.kind !== null || isName)) return speaker
    return null
  }
  return null
}
