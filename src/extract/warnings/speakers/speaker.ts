import type { ActorType } from '../../../model/index.ts'
import { type Sentence, tokenAt } from '../../analyse/analysis.ts'
import type { Mention } from '../../mention.ts'
import type { SpeakerKind } from '../lexicon.ts'

/** Who speaks, is spoken to, or acts, as far as the words tell. */
export interface Speaker {
  /** Canonical name, or the words. */
  readonly name: string
  /** Type of the actor, where it is one that has a name. */
  readonly type: ActorType | null
  /** What the words say it is; `null` where only its place before a verb makes it a speaker. */
  readonly kind: SpeakerKind | null
  /** Whether it is a word for those who suffer. */
  readonly isAfflicted: boolean
  /** Whether it is a word for those who bear arms. */
  readonly isArmed: boolean
  /** Its tokens in the sentence; a pronoun's are the pronoun's. */
  readonly from: number
  readonly to: number
}

/** An actor as a speaker, by its canonical name. */
export function speakerOf({ fields, from, to }: Mention<'actor'>): Speaker {
  return {
    name: fields.name,
    type: fields.type,
    kind: fields.type === 'person' ? 'person' : null,
    isAfflicted: fields.type === 'civilian',
    isArmed: fields.type === 'armed-group',
    from,
    to,
  }
}

/** Whether a phrase names somebody: an abstraction before a verb ("The collapse underlined the need") does not. */
export function isSomebody(sentence: Sentence, speaker: Speaker): boolean {
  return isKnown(speaker) || (tokenAt(sentence, speaker.to - 1).word.shape !== 'lower' && !sentence.isAllCapitals)
}

/** Whether more than its place before a verb makes a phrase a speaker. */
export function isKnown({ type, kind }: Speaker): boolean {
  return type !== null || kind !== null
}
