import type { CasualtyFields } from '../../model/index.ts'
import { type Analysis, type Sentence, textOf } from '../analyse/analysis.ts'
import { type Mention, Mentions, withoutOverlaps } from '../mention.ts'
import { type Claim, claimsOf } from './claims.ts'
import type { CasualtiesLexicon } from './lexicon.ts'
import { perpetratorOf } from './perpetrator.ts'
import { placeOf } from './place.ts'
import { type Found, Reading } from './reading.ts'
import { type Sourced, sourceOf } from './source.ts'
import { dateOf } from './when.ts'

export { type CasualtiesLexicon, compileCasualties } from './lexicon.ts'

/** How many sentences around one tell whether the text speaks of violence or disaster. */
const crisisReach = 3

/** Finds every count of people harmed, with who was harmed, by whom, where, when and who reports it. */
export function findCasualties(analysis: Analysis, lexicon: CasualtiesLexicon, found: Found): Mentions<'casualty'> {
  const readings = new Map<number, Reading>()
  const readingOf = (index: number): Reading | null => {
    const sentence = analysis.sentences[index]
    if (sentence === undefined) return null
    const known = readings.get(index)
    if (known !== undefined) return known
    const reading = new Reading(sentence, lexicon, found, isCrisis(analysis, lexicon, index))
    readings.set(index, reading)
    return reading
  }
  const mentions: Mention<'casualty'>[] = []
  const earlier = (reading: Reading): Reading | null =>
    reading.sentence.position > 0 ? readingOf(reading.sentence.index - 1) : null
  let last: Sourced | null = null
  let named: Sourced | null = null
  let intro: Sentence | null = null
  let header: Sentence | null = null
  for (const sentence of analysis.sentences) {
    if (sentence.paragraph.kind !== 'table') header = null
    else header ??= sentence
    if (sentence.paragraph.kind !== 'table' && sentence.paragraph.kind !== 'list') intro = sentence
    if (sentence.paragraph.kind === 'heading') named = null
    if (!mayCount(sentence)) continue
    const reading = readingOf(sentence.index)
    if (reading === null) continue
    const claims = claimsOf(
      reading,
      last !== null && last.reading.sentence.index === sentence.index - 1 ? last.claim : null,
      header === null || header === sentence ? null : readingOf(header.index),
    )
    for (const claim of claims) {
      const { quantity } = claim.group
      const source = sourceOf(reading, claim, earlier, {
        last,
        named,
        intro: intro === null ? null : readingOf(intro.index),
      })
      last = { claim, source, reading }
      if (source !== null && sentence.paragraph.kind !== 'table') named = last
      mentions.push({
        sentence,
        from: quantity.from,
        to: quantity.to,
        rule: claim.rule,
        fields: {
          low: quantity.low,
          high: quantity.high,
          approx: claim.approx,
          unit: quantity.unit,
          effect: claim.effect,
          victims: victimsOf(reading, claim),
          perpetrator: perpetratorOf(reading, claim, earlier(reading)),
          place: placeOf(reading, claim),
          date: dateOf(reading, claim, claims, analysis, found.dates, readingOf),
          source,
        } satisfies CasualtyFields,
      })
    }
  }
  return new Mentions(withoutOverlaps(mentions))
}

/** A sentence without a number that counts holds no claim. */
function mayCount(sentence: Sentence): boolean {
  if (sentence.paragraph.kind === 'furniture' || sentence.paragraph.kind === 'reference') return false
  return sentence.numbers.some((number) => number.kind !== 'ordinal')
}

function isCrisis(analysis: Analysis, lexicon: CasualtiesLexicon, index: number): boolean {
  for (let near = index - crisisReach; near <= index + crisisReach; near++) {
    const sentence = analysis.sentences[near]
    if (sentence !== undefined && sentence.hits.of(lexicon.phrases.crisis).length > 0) return true
  }
  return false
}

/** The words for who; where the noun is left out, those of the count that this one goes on from. */
function victimsOf(reading: Reading, claim: Claim): string | null {
  const { victims } = claim.group
  if (victims !== null) return textOf(reading.sentence, victims.from, victims.to)
  return claim.whole?.group.victims == null ? null : victimsOf(reading, claim.whole)
}
