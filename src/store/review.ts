import type { Database } from 'better-sqlite3'
import type { Decision, Paragraph, Span } from '../model/index.ts'
import { type Added, type Addition, insertAddition } from './additions.ts'
import { type Context, contextsOf } from './contexts.ts'
import { type Count, countsIn, type MentionCount, mentionsIn } from './counts.ts'
import { type Decided, insertDecision } from './decisions.ts'
import { documentIn, type StoredDocument } from './documents.ts'
import { type News, newsSince } from './feed.ts'
import { historyOf, type Pace, type PastDecision, paceOf } from './history.ts'
import type { Layouts, Place } from './layouts.ts'
import { type RuleTrust, trustIn } from './likelihood.ts'
import { type QueueFilter, type QueueOrder, type QueuePage, type QueuePlace, queueIn } from './queue.ts'
import { type AnyReviewed, reviewedByIds, reviewedIn, type Sight } from './reviewed.ts'
import { timelineIn } from './timeline.ts'

/** How a store lets at its connection. */
export interface Access {
  /** Several reads that see one state of the database. */
  read<T>(action: (connection: Database) => T): T
  /** All of it or nothing is written. */
  write<T>(action: (connection: Database) => T): T
}

/** A decision that the reviewer makes now, on the version of the annotation that they saw. */
export interface NewDecision extends Omit<Decision, 'reviewer' | 'decidedAt'> {
  readonly seen: number
  /** How long they looked at it, where that was measured. */
  readonly milliseconds: number | null
}

/** An annotation that the reviewer makes now. */
export type NewAnnotation = Omit<Addition, 'reviewer' | 'decidedAt' | 'blind'>

/** A document as a reviewer reads it. */
export interface OpenDocument {
  readonly document: StoredDocument
  readonly paragraphs: readonly Paragraph[]
  readonly annotations: readonly AnyReviewed[]
}

/** The database as one reviewer sees it and decides on it. Time comes in with the arguments, as ISO 8601 instants in UTC. */
export class Review {
  readonly sight: Sight
  readonly #access: Access
  readonly #layouts: Layouts

  constructor(access: Access, layouts: Layouts, sight: Sight) {
    this.#access = access
    this.#layouts = layouts
    this.sight = sight
  }

  /** `undefined` if there is no such document. */
  document(id: string): OpenDocument | undefined {
    return this.#access.read((connection) => {
      const document = documentIn(connection, id)
      if (document === undefined) return undefined
      return {
        document,
        paragraphs: this.#layouts.of(id)?.paragraphs ?? [],
        annotations: reviewedIn(connection, this.#layouts, { sight: this.sight, document: id }),
      }
    })
  }

  /** A paragraph by its index, as the newest run read it. */
  paragraph(document: string, index: number | undefined): Paragraph | undefined {
    return this.#access.read(() => this.#layouts.of(document)?.paragraphs.find((one) => one.index === index))
  }

  /** What stands at a span of the source, and where it shows. */
  excerpt(document: string, span: Span): { exact: string; places: Place[] } {
    return this.#access.read(() => {
      const layout = this.#layouts.of(document)
      return { exact: layout?.text.slice(span.start, span.end) ?? '', places: layout?.placesOf(span) ?? [] }
    })
  }

  /** The paragraphs that annotations stand in, each once. */
  contexts(annotations: readonly AnyReviewed[]): Context[] {
    return this.#access.read(() => contextsOf(annotations, this.#layouts))
  }

  /** Annotations by their ids, in the order of these; unknown ones are left out. */
  annotations(ids: readonly string[]): AnyReviewed[] {
    return this.#access.read((connection) => reviewedByIds(connection, this.#layouts, { sight: this.sight, ids }))
  }

  /** The decisions on an annotation, oldest first. */
  history(annotation: string): PastDecision[] {
    return this.#access.read((connection) => historyOf(connection, this.sight, annotation))
  }

  queue(asked: { filter: QueueFilter; order: QueueOrder; after: QueuePlace | null; limit: number }): QueuePage {
    return this.#access.read((connection) => queueIn(connection, this.#layouts, { ...asked, sight: this.sight }))
  }

  /** Casualty claims and warnings that have a date and are not rejected, the earliest first. */
  timeline(): AnyReviewed[] {
    return this.#access.read((connection) => timelineIn(connection, this.#layouts, this.sight))
  }

  counts(): Count[] {
    return this.#access.read((connection) => countsIn(connection, this.sight))
  }

  /** The rules of the annotations that there are, with how far each can be trusted. */
  trust(): RuleTrust[] {
    return this.#access.read((connection) => trustIn(connection, this.sight))
  }

  /** The names that annotations give to actors, the most frequent first. */
  mentions(): MentionCount[] {
    return this.#access.read((connection) => mentionsIn(connection, this.sight))
  }

  pace(): Pace {
    return this.#access.read((connection) => paceOf(connection, this.sight.reviewer))
  }

  /** What up to `limit` links since a version were about. */
  newsSince(version: number, limit: number): News {
    return this.#access.read((connection) => newsSince(connection, this.sight, version, limit))
  }

  /** Appends decisions in one transaction, each of them if its annotation is still as the reviewer saw it. */
  decide(decisions: readonly NewDecision[], decidedAt: string): Decided[] {
    return this.#access.write((connection) =>
      decisions.map((decision) => insertDecision(connection, { ...decision, ...this.sight, decidedAt })),
    )
  }

  /** Adds an annotation that the reviewer made, accepted by them. */
  add(annotation: NewAnnotation, decidedAt: string): Added {
    return this.#access.write((connection) => insertAddition(connection, { ...annotation, ...this.sight, decidedAt }))
  }
}
