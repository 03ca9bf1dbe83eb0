import type { ActorType } from '../../model/index.ts'
import { foldedAt, type Sentence } from '../analyse/analysis.ts'
import type { OrganisationRules } from './rules.ts'
import type { Stretch } from './stretches.ts'

/**
 * The type of what is named so: by its other words, "Liberation", else by its head.
 *
 * @param otherwise what a head means that the lexicon has in another language only
 */
export function typeOf(
  sentence: Sentence,
  { from, to }: Stretch,
  head: string,
  rules: OrganisationRules,
  otherwise: ActorType = 'other',
): ActorType {
  for (const { type, words, heads } of rules.typed) {
    if (!heads.has(head)) continue
    for (let at = from; at < to; at++) if (words.has(foldedAt(sentence, at))) return type
  }
  return rules.heads.get(head) ?? otherwise
}
