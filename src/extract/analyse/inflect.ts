import nlp from 'compromise/three'
import NounInflector from 'natural/lib/natural/inflectors/noun_inflector.js'
import { z } from 'zod'

/** The forms a verb takes in text. A participle often equals the past ("killed"). */
export interface VerbForms {
  readonly base: string
  readonly third: string
  readonly past: string
  readonly participle: string
  readonly gerund: string
}

const conjugation = z.object({
  PresentTense: z.string(),
  PastTense: z.string(),
  Gerund: z.string(),
  Participle: z.string().optional(),
})

/** compromise's conjugation without its parsing of sentences: the same forms in a thousandth of the time. */
const conjugate = z
  .object({ two: z.object({ transform: z.object({ verb: z.object({ conjugate: z.unknown() }) }) }) })
  .transform(({ two }) => two.transform.verb.conjugate)
  .pipe(z.custom<(infinitive: string, model: unknown) => unknown>((value) => typeof value === 'function'))
  .parse(nlp.methods())

/** compromise takes "foretell" for regular; it goes as "tell" does. */
const foreVerb = /^(fore)(see|tell|know)$/

/** "forcibly recruit": the verb stands behind its adverb. */
const adverbial = /^((?!supply|comply|multiply)\w{4,}ly )(.+)$/

/**
 * Inflects a verb, of one word or with words around it ("shoot", "carry out", "forcibly evict"), by compromise.
 *
 * @param irregular forms that replace compromise's where it is wrong
 */
export function verbForms(verb: string, irregular: Partial<VerbForms> = {}): VerbForms {
  const [, adverb = '', phrase = verb] = adverbial.exec(verb) ?? []
  const [head = phrase, ...rest] = phrase.split(' ')
  const [, fore = '', stem = head] = foreVerb.exec(head) ?? []
  const forms = conjugation.parse(conjugate(stem, nlp.model()))
  const prefix = adverb + fore
  const tail = rest.length > 0 ? ` ${rest.join(' ')}` : ''
  return {
    base: verb,
    third: prefix + forms.PresentTense + tail,
    past: prefix + forms.PastTense + tail,
    participle: prefix + (forms.Participle ?? forms.PastTense) + tail,
    gerund: prefix + forms.Gerund + tail,
    ...irregular,
  }
}

const inflector = new NounInflector()

/** Plural of a noun or noun phrase ("aid worker" → "aid workers"), by natural. */
export function pluralOf(noun: string): string {
  const words = noun.split(' ')
  const head = words.pop() ?? noun
  return [...words, inflector.pluralize(head)].join(' ')
}
