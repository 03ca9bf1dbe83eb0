import { foldedAt, type Sentence, textOf } from '../analyse/analysis.ts'
import type { Setting } from './candidate.ts'

/** Whom words are addressed to, right behind the verb or noun ("told the press", "called on Chad to", "warnings to X"). */
export function addresseeBehind({ actors, lexicon }: Setting, sentence: Sentence, from: number): string | null {
  const word = foldedAt(sentence, from)
  const start = word === 'to' || word === 'on' || word === 'upon' ? from + 1 : from
  const name = foldedAt(sentence, start) === 'the' ? start + 1 : start
  const mention = actors.in(sentence).find((actor) => actor.from === name)
  if (mention !== undefined) return mention.fields.name
  for (let at = name; at < Math.min(name + 4, sentence.tokens.length); at++) {
    if (foldedAt(sentence, at) === 'that') return null
    if (lexicon.listeners.has(foldedAt(sentence, at))) return textOf(sentence, start, at + 1)
  }
  return null
}
