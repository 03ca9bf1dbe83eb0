import nlp from 'compromise/three'
import NounInflector from 'natural/lib/natural/inflectors/noun_inflector.js'

/** The forms a verb takes in text. A participle often equals the past ("killed"). */
export interface VerbForms {
  readonly base: string
  readonly third: string
  readonly past: string
  readonly participle: string
  readonly gerund: string
}

interface Conjugation {
  Infinitive?: string
  PastTense?: string
  PresentTense?: string
  Gerund?: string
  PastParticiple?: string
}

/**
 * Inflects a verb, of one word or with words behind it ("shoot", "carry out", "shoot dead"), by compromise's
 * conjugation. Slow: for lexicons when they are compiled.
 *
 * @param irregular forms that replace compromise's where it is wrong
 */
export function verbForms(verb: string, irregular: Partial<VerbForms> = {}): VerbForms {
  const [head = verb, ...rest] = verb.split(' ')
  const view = nlp(head)
  view.tag('Infinitive')
  const conjugated = (view.verbs().conjugate() as Conjugation[])[0] ?? {}
  const tail = rest.length > 0 ? ` ${rest.join(' ')}` : ''
  const past = conjugated.PastTense ?? `${head}ed`
  const forms: VerbForms = {
    base: verb,
    third: (conjugated.PresentTense ?? `${head}s`) + tail,
    past: past + tail,
    participle: (conjugated.PastParticiple ?? past) + tail,
    gerund: (conjugated.Gerund ?? `${head}ing`) + tail,
  }
  return { ...forms, ...irregular }
}

const inflector = new NounInflector()

/** Plural of a noun or noun phrase ("aid worker" → "aid workers"), by natural. */
export function pluralOf(noun: string): string {
  const words = noun.split(' ')
  const head = words.pop() ?? noun
  return [...words, inflector.pluralize(head)].join(' ')
}
