import type { Layouts, Place } from './layouts.ts'

/** A paragraph that an annotation stands in. */
export interface Context {
  /** Id of its document. */
  readonly document: string
  readonly index: number
  readonly headings: readonly string[]
  readonly page: number | null
  /** Its clean text. */
  readonly text: string
}

/** The paragraphs that annotations stand in, each once. */
export function contextsOf(
  annotations: readonly { readonly document: string; readonly places: readonly Place[] }[],
  layouts: Layouts,
): Context[] {
  const contexts = new Map<string, Context>()
  for (const { document, places } of annotations) {
    for (const { paragraph } of places) {
      const key = `${document} ${paragraph}`
      const found = contexts.has(key) ? undefined : layouts.of(document)?.paragraphs[paragraph]
      if (found === undefined) continue
      const { index, headings, page, text } = found
      contexts.set(key, { document, index, headings, page, text })
    }
  }
  return [...contexts.values()]
}
