import type { Sentence, SentenceFinder } from '../extract/sentence.ts'
import { type Span, toClean } from '../model/index.ts'
import type { AnnotationView, DatasetRow, DocumentText, Store } from '../store/index.ts'
import { ActorNames } from './actor-names.ts'
import type { Derivations } from './derivations.ts'
import { groupedBy } from './grouped.ts'
import type { Selection } from './selection.ts'

/** What the source tells of an annotation: where it stands, and in which words. */
export interface Surroundings {
  readonly title: string | null
  readonly publisher: string | null
  readonly page: number | null
  readonly headings: string | null
  readonly paragraph: number | null
  /** The source at the span, as it is. */
  readonly quote: string
  /** The sentence that the span begins in, as clean text. */
  readonly sentence: string
  readonly extractor: string
}

/** Annotations of one sentence. */
export interface Neighbours {
  readonly actors: readonly DatasetRow<'actor_mentions'>[]
  readonly claims: readonly DatasetRow<'casualty_claims'>[]
  readonly warnings: readonly DatasetRow<'warnings'>[]
}

/** A sentence of a document, told apart from all others by `key`. */
export interface PlacedSentence extends Sentence {
  readonly key: string
}

/** Annotations of a document by the key of their sentence. */
interface NeighboursIn {
  readonly document: string
  readonly actors: ReadonlyMap<string, Neighbours['actors']>
  readonly claims: ReadonlyMap<string, Neighbours['claims']>
  readonly warnings: ReadonlyMap<string, Neighbours['warnings']>
}

export interface SnapshotOptions {
  readonly selection: Selection
  readonly sentenceAt: SentenceFinder
  readonly derivations: Derivations
}

/** What holds in a database, as the datasets see it: only what was selected, one document's text at a time. */
export class Snapshot {
  readonly selection: Selection
  readonly derivations: Derivations
  readonly documents: readonly DatasetRow<'documents'>[]
  readonly actors: ActorNames
  readonly #store: Store
  readonly #sentenceAt: SentenceFinder
  #text: DocumentText | null = null
  #neighbours: NeighboursIn | null = null

  constructor(store: Store, { selection, sentenceAt, derivations }: SnapshotOptions) {
    this.#store = store
    this.#sentenceAt = sentenceAt
    this.selection = selection
    this.derivations = derivations
    this.documents = store
      .documentRows()
      .filter(({ id }) => selection.documents.length === 0 || selection.documents.some((start) => id.startsWith(start)))
    this.actors = new ActorNames(store.register(), this.#mentions())
  }

  /** The selected annotations of one dataset in a document. */
  rows<V extends AnnotationView>(view: V, document: string): DatasetRow<V>[] {
    return this.#store.annotationRows(view, { document, states: this.selection.states })
  }

  paragraphs(document: string): DatasetRow<'paragraphs'>[] {
    return this.#store.paragraphRows(document)
  }

  /** Decisions on what is exported, and on actors. */
  decisions(): DatasetRow<'decisions'>[] {
    const documents = new Set(this.documents.map(({ id }) => id))
    return this.#store.decisionRows().filter(({ document }) => document === null || documents.has(document))
  }

  surroundings(document: DatasetRow<'documents'>, span: Span): Surroundings {
    const text = this.#textOf(document.id)
    const paragraph = text.paragraphAt(span.start)
    const quote = text.text.slice(span.start, span.end)
    return {
      title: document.title,
      publisher: document.publisher,
      page: paragraph?.page ?? null,
      headings: paragraph?.headings.join(' > ') || null,
      paragraph: paragraph?.index ?? null,
      quote,
      sentence: paragraph === null ? quote : this.#sentenceAt(paragraph, span).text,
      extractor: document.extractor,
    }
  }

  /** The sentence that a span begins in; `null` where it lies in no paragraph. */
  sentence(document: string, span: Span): PlacedSentence | null {
    const paragraph = this.#textOf(document).paragraphAt(span.start)
    if (paragraph === null) return null
    const sentence = this.#sentenceAt(paragraph, span)
    return { ...sentence, key: `${document}/${paragraph.index}/${sentence.start}` }
  }

  /** The document's text at a span, as it is. */
  quote(document: string, span: Span): string {
    return this.#textOf(document).text.slice(span.start, span.end)
  }

  /** The selected annotations that begin in the same sentence as a span. */
  beside(document: string, span: Span): Neighbours {
    if (this.#neighbours?.document !== document) this.#neighbours = this.#neighboursIn(document)
    const sentence = this.sentence(document, span)
    return {
      actors: this.#neighbours.actors.get(sentence?.key ?? '') ?? [],
      claims: this.#neighbours.claims.get(sentence?.key ?? '') ?? [],
      warnings: this.#neighbours.warnings.get(sentence?.key ?? '') ?? [],
    }
  }

  /** Names of the actors that are mentioned in the same sentence as a span. */
  actorsBeside(document: string, span: Span): string[] {
    return this.beside(document, span).actors.map(({ name }) => name)
  }

  #neighboursIn(document: string): NeighboursIn {
    const bySentence = <T extends Span>(rows: readonly T[]) =>
      groupedBy(rows, (row) => this.sentence(document, row)?.key ?? '')
    return {
      document,
      actors: bySentence(this.rows('actor_mentions', document)),
      claims: bySentence(this.rows('casualty_claims', document)),
      warnings: bySentence(this.rows('warnings', document)),
    }
  }

  /** Where a span's first character stands in its paragraph's clean text; `null` where it lies in no paragraph. */
  cleanStart(document: string, span: Span): number | null {
    const paragraph = this.#textOf(document).paragraphAt(span.start)
    return paragraph === null ? null : toClean(paragraph.map, span.start)
  }

  #textOf(document: string): DocumentText {
    if (this.#text?.document !== document) this.#text = this.#store.documentTextOf(document)
    return this.#text
  }

  #mentions() {
    return this.documents.flatMap(({ id }) => this.rows('actor_mentions', id))
  }
}
