import nlp from 'compromise/three'

/** A word with the grammatical tags that compromise gives it, "Verb", "PastTense", "FirstName". */
export interface TaggedWord {
  readonly text: string
  readonly tags: ReadonlySet<string>
}

const capacity = 20_000
const cache = new Map<string, readonly TaggedWord[]>()

/**
 * Part-of-speech tags of a short phrase, by compromise. It costs some 30 µs a word, so ask only of the few words whose
 * reading the rules cannot tell ("March" the month or the verb), never of whole paragraphs.
 *
 * @param phrase a few words of one sentence, without quotation marks
 */
export function tagsOf(phrase: string): readonly TaggedWord[] {
  const known = cache.get(phrase)
  if (known !== undefined) return known
  const tagged: TaggedWord[] = []
  for (const sentence of nlp(phrase).json({ offset: false }) as { terms: { text: string; tags: string[] }[] }[]) {
    for (const term of sentence.terms) tagged.push({ text: term.text, tags: new Set(term.tags) })
  }
  if (cache.size >= capacity) cache.clear()
  cache.set(phrase, tagged)
  return tagged
}
