import type { Database } from 'better-sqlite3'
import type { Paragraph, State } from '../model/index.ts'
import {
  type Account,
  accountOf,
  accountsIn,
  deleteAccount,
  insertAccount,
  insertSession,
  type Session,
  sessionOf,
} from './accounts.ts'
import { type AnnotationFilter, type AnyStoredAnnotation, annotationsIn } from './annotations.ts'
import { connect, type OpenOptions } from './connection.ts'
import {
  type AnnotationView,
  annotationRows,
  type DatasetRow,
  decisionRows,
  documentRows,
  paragraphRows,
} from './dataset-rows.ts'
import { type Decided, type Deciding, insertDecision } from './decisions.ts'
import { type DocumentText, documentTextOf } from './document-text.ts'
import { contentOf, documentsIn, paragraphsOf, type StoredDocument } from './documents.ts'
import { type IndependentDecision, independentDecisions } from './double-coding.ts'
import { toStoreError } from './errors.ts'
import {
  type Extraction,
  type Failure,
  insertExtraction,
  insertFailure,
  isExtracted,
  type Reading,
  type Saved,
} from './extractions.ts'
import { documentsSince, type Standing, standingOf } from './feed.ts'
import { type Imported, type ImportedAnnotation, insertImports } from './imports.ts'
import { Layouts } from './layouts.ts'
import type { Problem } from './problem.ts'
import {
  changesOf,
  insertRegisterChange,
  type PastChange,
  type RegisterChange,
  type RegisteredActor,
  registerIn,
} from './register.ts'
import { Review } from './review.ts'
import type { Sight } from './reviewed.ts'
import { type ParagraphHit, search } from './search.ts'
import { type Status, statusOf } from './status.ts'
import { verify } from './verify.ts'
import { documentIds, type ReadAgain, readingProblems } from './verify-document.ts'

/**
 * Opens a database; for writing, makes it where there is none and brings an older one up to date.
 *
 * @throws StoreError where the file can't be used, and then it is as it was
 */
export function openStore(path: string, options: OpenOptions): Store {
  return new Store(connect(path, options), path)
}

/**
 * Documents, annotations and decisions in one SQLite file. All that is written is appended, each call whole or not at
 * all; every method throws `StoreError` where the database can't be used. Time comes in with the arguments, as ISO 8601
 * instants in UTC.
 */
export class Store {
  readonly path: string
  readonly #connection: Database
  readonly #layouts: Layouts

  constructor(connection: Database, path: string) {
    this.#connection = connection
    this.#layouts = new Layouts(connection)
    this.path = path
  }

  /**
   * Whether the newest run of a document was by this version of the extractor, so that it need not be extracted again.
   *
   * @param reading where and with what metadata it would be read: where given, other metadata than last time, or a
   *   failure at this path that is still on record, is a reason to extract it again
   */
  hasExtraction(document: string, extractorVersion: string, reading?: Reading): boolean {
    return this.#guard(() => isExtracted(this.#connection, document, extractorVersion, reading))
  }

  /**
   * Stores a document with its paragraphs, the run and what it found. Decisions stay with the annotations that come out
   * the same.
   *
   * @throws Error if the bytes are not the document's, an annotation does not quote its source, or its fields are not
   *   those of its layer; then nothing is stored
   */
  saveExtraction(extraction: Extraction): Saved {
    return this.#write(() => insertExtraction(this.#connection, extraction))
  }

  /** Puts a file that failed on record; a later extraction from the same path clears it. */
  recordFailure(failure: Failure): void {
    this.#write(() => insertFailure(this.#connection, failure))
  }

  /**
   * Adds annotations of a document that were made elsewhere, each with the decision on it. What is there already is not
   * written twice, and what anybody decided here holds.
   */
  importAnnotations(document: string, annotations: readonly ImportedAnnotation[]): Imported[] {
    return this.#write(() => insertImports(this.#connection, document, annotations))
  }

  /** Appends a decision, if the annotation is still as the reviewer saw it. */
  decide(deciding: Deciding): Decided {
    return this.#write(() => insertDecision(this.#connection, deciding))
  }

  /** Appends a change of the register of actors, if the actor is still as the reviewer saw it. */
  changeRegister(change: RegisterChange): Decided {
    return this.#write(() => insertRegisterChange(this.#connection, change))
  }

  /**
   * Appends changes of the register in one transaction: all of them, or none from the first that could not be made.
   * Several changes of one actor name the version that was seen before the first of them.
   */
  changeRegisterAll(changes: readonly RegisterChange[]): Decided[] {
    const results: Decided[] = []
    const versions = new Map<string, { readonly seen: number; readonly now: number }>()
    try {
      this.#write(() => {
        for (const change of changes) {
          const before = versions.get(change.actor)
          const seen = before?.seen === change.seen ? before.now : change.seen
          const result = insertRegisterChange(this.#connection, { ...change, seen })
          results.push(result)
          if (result.outcome !== 'decided') throw new Undone()
          versions.set(change.actor, { seen: change.seen, now: result.version })
        }
      })
      return results
    } catch (error) {
      if (!(error instanceof Undone)) throw error
      return results.slice(-1)
    }
  }

  /** The changes of an actor of the register, oldest first. */
  registerHistory(actor: string): PastChange[] {
    return this.#read(() => changesOf(this.#connection, actor))
  }

  /** The actors that reviewers registered, by id. */
  register(): RegisteredActor[] {
    return this.#read(() => registerIn(this.#connection))
  }

  /** The database as one reviewer sees it and decides on it. */
  reviewBy(sight: Sight): Review {
    const access = {
      read: <T>(action: (connection: Database) => T): T => this.#read(() => action(this.#connection)),
      write: <T>(action: (connection: Database) => T): T => this.#write(() => action(this.#connection)),
    }
    return new Review(access, this.#layouts, sight)
  }

  /** Where the database stands: unequal when anything was decided or extracted, by whatever program. */
  standing(): Standing {
    return this.#read(() => standingOf(this.#connection))
  }

  /** What reviewers decided without sight of each other, in one document or in all. */
  independentDecisions(document: string | null): IndependentDecision[] {
    return this.#read(() => independentDecisions(this.#connection, document))
  }

  /** Documents that were extracted since a run. */
  documentsSince(run: number): string[] {
    return this.#read(() => documentsSince(this.#connection, run))
  }

  /** Those who may sign in from elsewhere, by name. */
  accounts(): Account[] {
    return this.#read(() => accountsIn(this.#connection))
  }

  /** Adds an account, of whose token only the hash is kept; `false` if there is one of that name. */
  addAccount(account: Account, token: string): boolean {
    return this.#write(() => insertAccount(this.#connection, account, token))
  }

  /** Takes an account away and signs its reviewer out; what they decided stays. `false` if there is none. */
  removeAccount(reviewer: string): boolean {
    return this.#write(() => deleteAccount(this.#connection, reviewer))
  }

  /** Whose token it is. */
  accountOf(token: string): Account | undefined {
    return this.#read(() => accountOf(this.#connection, token))
  }

  /** Signs somebody in, under a token of which only the hash is kept. */
  signIn(session: Session & { readonly token: string; readonly now: string; readonly expiresAt: string }): void {
    this.#write(() => insertSession(this.#connection, session))
  }

  /** Who is signed in with a token; `undefined` if nobody is, or no longer. */
  sessionOf(token: string, now: string): Session | undefined {
    return this.#read(() => sessionOf(this.#connection, token, now))
  }

  status(): Status {
    return this.#read(() => statusOf(this.#connection))
  }

  /** All documents by title, those without one last; equal titles by id. */
  documents(): StoredDocument[] {
    return this.#guard(() => documentsIn(this.#connection))
  }

  /** The text that offsets point into; `undefined` if there is no such document. */
  documentText(id: string): string | undefined {
    return this.#guard(() => contentOf(this.#connection, id)?.text)
  }

  /** The unchanged bytes; `undefined` if there is no such document. */
  documentBytes(id: string): Uint8Array | undefined {
    return this.#guard(() => contentOf(this.#connection, id)?.bytes)
  }

  /** Paragraphs in reading order, as the newest run read them. */
  paragraphs(document: string): Paragraph[] {
    return this.#guard(() => paragraphsOf(this.#connection, document))
  }

  /**
   * Current annotations: found by the newest run of their document, or decided, or made by a person. In the order of
   * `documents()`, then by start, end, layer and id; one document at a time is held in memory.
   */
  *annotations(filter: AnnotationFilter = {}): Generator<AnyStoredAnnotation, void, undefined> {
    const annotations = annotationsIn(this.#connection, filter)
    for (;;) {
      const next = this.#guard(() => annotations.next())
      if (next.done === true) return
      yield next.value
    }
  }

  /** The rows of the view `dataset_documents`: by title, those without one last; equal titles by id. */
  documentRows(): DatasetRow<'documents'>[] {
    return this.#guard(() => documentRows(this.#connection))
  }

  /** A document's rows of the view `dataset_paragraphs`, in reading order. */
  paragraphRows(document: string): DatasetRow<'paragraphs'>[] {
    return this.#guard(() => paragraphRows(this.#connection, document))
  }

  /** A document's rows of one of the views of annotations, by start, end and id. */
  annotationRows<V extends AnnotationView>(
    view: V,
    asked: { readonly document: string; readonly states: readonly State[] },
  ): DatasetRow<V>[] {
    return this.#guard(() => annotationRows(this.#connection, view, asked))
  }

  /** The rows of the view `dataset_decisions`, in the order of the chain. */
  decisionRows(): DatasetRow<'decisions'>[] {
    return this.#guard(() => decisionRows(this.#connection))
  }

  /** A document's text, with the way from its offsets to its paragraphs. */
  documentTextOf(document: string): DocumentText {
    return this.#guard(() => documentTextOf(this.#connection, document))
  }

  /** What `action` reads is all of one state of the database, whatever others write meanwhile. */
  atOnce<T>(action: () => T): T {
    return this.#read(action)
  }

  /**
   * Paragraphs that hold all words of a query, whatever their case and accents, the closest first. Words between double
   * quotes must follow one another.
   */
  searchParagraphs(query: string, limit: number): ParagraphHit[] {
    return this.#guard(() => search(this.#connection, query, limit))
  }

  /**
   * Checks everything that can be checked: the file, the schema, each document's bytes against its id, each quote
   * against its source, paragraphs, the chain of decisions.
   *
   * @returns what is wrong; empty where all is well
   */
  verify(): Problem[] {
    return this.#read(() => verify(this.#connection))
  }

  /**
   * Compares the text and the paragraphs of each document with a fresh reading of its bytes.
   *
   * @returns what is different; empty where all is well
   */
  async verifyReading(readAgain: ReadAgain): Promise<Problem[]> {
    const problems: Problem[] = []
    for (const id of this.#guard(() => documentIds(this.#connection))) {
      problems.push(...(await readingProblems(this.#connection, id, readAgain)))
    }
    return problems
  }

  close(): void {
    this.#guard(() => this.#connection.close())
  }

  #write<T>(action: () => T): T {
    return this.#guard(() => this.#connection.transaction(action).immediate())
  }

  /** Several reads that see one state of the database. */
  #read<T>(action: () => T): T {
    return this.#guard(() => this.#connection.transaction(action).deferred())
  }

  #guard<T>(action: () => T): T {
    try {
      return action()
    } catch (error) {
      throw toStoreError(this.path, error)
    }
  }
}

/** Rolls a transaction back. */
class Undone extends Error {}
