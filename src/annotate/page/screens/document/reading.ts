import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { z } from 'zod'
import type { Layer, Paragraph, Span, State } from '../../../../model/index.ts'
import type { ApiAnnotation, documentSchema } from '../../../server/schemas.ts'
import { flawsIn } from '../../parts/fields.ts'
import { counted } from '../../parts/words.ts'
import { annotationOf, heldOf, onShown, receive } from '../../state/annotations.ts'
import { clock } from '../../state/clock.ts'
import { add, decide, pastOf } from '../../state/deciding.ts'
import type { Deed } from '../../state/deeds.ts'
import { type Choice, judgement } from '../../state/judgement.ts'
import { say, store } from '../../state/store.ts'
import { annotationFrom, type Draft, draftOf, isChanged, isCorrection, withMove } from './draft.ts'
import { firstFields } from './guesses.ts'
import { everything, inReadingOrder, isSameMention, isShown, neighbour, type Shown } from './order.ts'
import type { Move } from './spans.ts'

export type OpenedDocument = z.infer<typeof documentSchema>
export type Selected = Span & { readonly paragraph: number }

/** A document while it is reviewed: what is in it, what is in focus, and what is being made of that. */
export class Reading {
  readonly document: OpenedDocument['document']
  readonly paragraphs: readonly Paragraph[]
  /** Ids of all annotations in the order in which they are read. */
  readonly order = signal<readonly string[]>([])
  readonly current = signal<string | null>(null)
  /** Of what is in focus, or of a new one; `null` while nothing was changed. */
  readonly draft = signal<Draft | null>(null)
  readonly shown = signal<Shown>(everything)
  readonly counts: ReadonlySignal<Readonly<Record<Layer, Readonly<Record<State, number>>>>>
  /** Grows with every annotation that is shown in another way. */
  readonly changes = signal(0)
  readonly #byParagraph = new Map<number, Signal<readonly string[]>>()
  readonly #focusIn = new Map<number, Signal<string | null>>()
  readonly #drafts = new Map<string, Draft>()
  #places = new Map<string, number>()
  #unheard = () => {}

  constructor({ document, paragraphs, annotations }: OpenedDocument) {
    this.document = document
    this.paragraphs = paragraphs
    receive(annotations)
    const waiting = store.outbox.peek().flatMap((parcel) => (parcel.kind === 'addition' ? [parcel.standIn] : []))
    const own = [...annotations, ...waiting.filter((one) => one.document === document.id)]
    this.#setOrder(own.map(({ id }) => id))
    const ids = new Map<number, string[]>()
    for (const id of this.order.peek()) {
      for (const { paragraph } of this.annotation(id)?.places ?? []) {
        const here = ids.get(paragraph)
        if (here === undefined) ids.set(paragraph, [id])
        else here.push(id)
      }
    }
    for (const [paragraph, here] of ids) this.#byParagraph.set(paragraph, signal(here))
    this.counts = computed(() => {
      this.changes.value
      return this.#counted()
    })
  }

  /** Follows what is decided until it is closed. */
  open(): () => void {
    this.#unheard = onShown((now, before) => {
      if ((now ?? before)?.document !== this.document.id) return
      if (now !== null) this.#place(now)
      this.changes.value += 1
    })
    return () => this.#unheard()
  }

  annotation(id: string | null): ApiAnnotation | null {
    return id === null ? null : annotationOf(id).peek()
  }

  /** Ids of the annotations in a paragraph, in reading order. */
  idsIn(paragraph: number): Signal<readonly string[]> {
    return madeIn(this.#byParagraph, paragraph, [])
  }

  /** Ids of the shown annotations over a place, in reading order. */
  idsAt(at: Selected | null): string[] {
    if (at === null) return []
    return this.idsIn(at.paragraph)
      .peek()
      .filter((id) => {
        const annotation = this.annotation(id)
        if (annotation === null || !isShown(annotation, this.shown.peek())) return false
        const here = annotation.places.find(({ paragraph }) => paragraph === at.paragraph)
        return here !== undefined && here.start <= at.start && at.start <= here.end
      })
  }

  /** The annotation in focus where it stands in a paragraph; the empty string where a new one does. */
  focusIn(paragraph: number): Signal<string | null> {
    return madeIn(this.#focusIn, paragraph, null)
  }

  /** Puts an annotation into focus, with what was being made of it. */
  goTo(id: string | undefined): boolean {
    if (id === undefined || this.annotation(id) === null) return false
    batch(() => {
      this.#keepDraft()
      this.current.value = id
      this.draft.value = this.#drafts.get(id) ?? null
      this.#showFocus()
    })
    clock.lookAt(id)
    return true
  }

  step(step: 1 | -1, fits: (annotation: ApiAnnotation) => boolean = () => true): boolean {
    const place = this.#places.get(this.current.peek() ?? '') ?? -1
    const from = place === -1 && step === -1 ? this.order.peek().length : place
    const to = neighbour(this.order.peek(), from, step, (id) => {
      const annotation = this.annotation(id)
      return annotation !== null && isShown(annotation, this.shown.peek()) && fits(annotation)
    })
    return this.goTo(to)
  }

  toEnd(end: 'first' | 'last'): boolean {
    const fits = (id: string) => {
      const annotation = this.annotation(id)
      return annotation !== null && isShown(annotation, this.shown.peek())
    }
    return this.goTo(end === 'first' ? this.order.peek().find(fits) : this.order.peek().findLast(fits))
  }

  /** Accepts or rejects what is in focus and goes on; what was changed in it is saved as a correction. */
  judge(verdict: 'accept' | 'reject'): boolean {
    const draft = this.draft.peek()
    if (draft !== null && verdict === 'accept') return this.save()
    if (draft?.subject === null) {
      this.discard()
      return true
    }
    const annotation = this.annotation(this.current.peek())
    if (annotation === null) return false
    const choice = judgement(annotation, verdict, store.session.peek()?.reviewer ?? '')
    this.discard()
    if (choice === null) say(`You ${pastOf[verdict]} it already`)
    else
      this.#decide(
        [{ ...choice, note: draft === null ? null : noteOf(draft) }],
        `${pastOf[verdict]} “${annotation.exact}”`,
      )
    this.#onward()
    return true
  }

  /** Accepts what is undecided in the paragraph, from what is in focus on. */
  acceptParagraph(): boolean {
    const current = this.annotation(this.current.peek())
    const [place] = current?.places ?? []
    if (current === null || place === undefined) return false
    const from = this.#places.get(current.id) ?? 0
    const rest = this.#pendingOf(
      this.idsIn(place.paragraph)
        .peek()
        .filter((id) => (this.#places.get(id) ?? 0) >= from),
    )
    return this.#judgeAll(rest, 'accept', 'of the paragraph')
  }

  /** Accepts or rejects all that is undecided and says the same in the same words. */
  judgeSame(verdict: 'accept' | 'reject'): boolean {
    const current = this.annotation(this.current.peek())
    if (current === null) return false
    const same = this.#pendingOf(this.order.peek()).filter((one) => isSameMention(one, current))
    return this.#judgeAll(same, verdict, `“${current.exact}”`)
  }

  /** Changes the draft of what is in focus. */
  change(change: (draft: Draft) => Draft): void {
    const current = this.annotation(this.current.peek())
    const draft = this.draft.peek() ?? (current && draftOf(current))
    if (draft === null) return
    const changed = change(draft)
    batch(() => {
      this.draft.value = isChanged(changed) ? changed : null
      this.#showFocus()
    })
  }

  moveEdge(move: Move): boolean {
    if (this.draft.peek() === null && this.annotation(this.current.peek()) === null) return false
    this.change((draft) => withMove(draft, this.paragraphs, move))
    return true
  }

  /** Begins a new annotation on what is selected. */
  beginAt({ paragraph, start, end }: Selected, layer: Layer): void {
    const exact = this.paragraphs[paragraph]?.text.slice(start, end) ?? ''
    this.#begin({ layer, places: [{ paragraph, start, end }], exact, replaces: null })
  }

  /** Begins to make another layer of what is in focus: a new annotation in its place. */
  changeLayer(layer: Layer): boolean {
    const draft = this.draft.peek()
    const current = draft?.replaces ?? draft?.subject ?? this.annotation(this.current.peek())
    if (current === null && draft === null) return false
    if (current?.layer === layer) {
      this.discard()
      return true
    }
    const places = draft?.places ?? current?.places ?? []
    this.#begin({ layer, places, exact: current?.exact ?? this.#wordsAt(places), replaces: current })
    return true
  }

  /** Saves the draft as a correction, an addition, or an addition in the place of another; `false` where it cannot be. */
  save(): boolean {
    const draft = this.draft.peek()
    if (draft === null) return this.judge('accept')
    const made = annotationFrom(draft, this.document.id, this.paragraphs)
    if (made === undefined || Object.keys(flawsIn(draft.layer, draft.fields)).length > 0) {
      say('Not saved: some fields do not fit')
      return true
    }
    const { subject, replaces, layer } = draft
    const note = noteOf(draft)
    if (subject === null) {
      const { start, end, fields } = made
      const addition = { document: this.document.id, layer, start, end, fields, note, milliseconds: clock.looked() }
      const replaced: Choice[] = replaces === null ? [] : [{ annotation: replaces, verdict: 'reject' }]
      const words = replaces === null ? `added “${made.exact}”` : `made “${made.exact}” a ${layer}`
      this.draft.value = null
      const id = add(addition, made, words, replaced)
      this.goTo(id)
    } else {
      this.draft.value = null
      this.#drafts.delete(subject.id)
      const draftedOn = this.#isOvertaken(subject) ? subject.version : undefined
      const accepts = !isCorrection(draft) && subject.state !== 'corrected'
      const choice: Choice = accepts
        ? { annotation: subject, verdict: subject.state === 'rejected' ? 'reject' : 'accept', note, draftedOn }
        : { annotation: subject, verdict: 'correct', corrected: made, note, draftedOn }
      this.#decide([choice], `${pastOf[choice.verdict]} “${made.exact}”`)
    }
    this.#onward()
    return true
  }

  /** Drops what was changed and not saved. */
  discard(): boolean {
    const draft = this.draft.peek()
    if (draft === null) return false
    batch(() => {
      this.draft.value = null
      this.#drafts.delete(this.current.peek() ?? '')
      this.#showFocus()
    })
    return true
  }

  /** Goes to what a deed was about. */
  follow(deed: Deed | undefined): void {
    const [step] = deed?.steps ?? []
    if (step !== undefined) this.goTo(step.annotation)
  }

  /** Shows an annotation under the id that the server gave it. */
  rename(ids: ReadonlyMap<string, string>): void {
    const to = ids.get(this.current.peek() ?? '')
    if (to !== undefined) this.goTo(to)
  }

  #begin({ layer, places, exact, replaces }: Pick<Draft, 'layer' | 'places' | 'replaces'> & { exact: string }): void {
    const actors = store.actors.now.peek().value?.actors ?? []
    batch(() => {
      if (replaces === null) {
        this.#keepDraft()
        this.current.value = null
        clock.lookAt('new')
      }
      this.draft.value = {
        subject: null,
        replaces,
        layer,
        places,
        fields: firstFields(layer, exact, actors),
        note: '',
      }
      this.#showFocus()
    })
  }

  #decide(choices: readonly Choice[], words: string): void {
    decide(choices, words, choices.length === 1 ? clock.looked() : null)
  }

  /** Whether somebody else decided on an annotation since it was as given. */
  #isOvertaken({ id, version }: ApiAnnotation): boolean {
    const held = heldOf(id)
    if (held === undefined || held.version <= version || held.decision === null) return false
    return held.decision.reviewer !== store.session.peek()?.reviewer
  }

  #judgeAll(annotations: readonly ApiAnnotation[], verdict: 'accept' | 'reject', what: string): boolean {
    if (annotations.length === 0) {
      say('Nothing undecided here')
      return true
    }
    this.discard()
    const words = `${pastOf[verdict]} ${counted(annotations.length, 'annotation')}: ${what}`
    this.#decide(
      annotations.map((annotation) => ({ annotation, verdict })),
      words,
    )
    this.#onward()
    return true
  }

  /** To the next that is undecided; stays where there is none. */
  #onward(): void {
    if (!this.step(1, ({ state }) => state === 'pending')) this.#showFocus()
  }

  #pendingOf(ids: readonly string[]): ApiAnnotation[] {
    return ids
      .map((id) => this.annotation(id))
      .filter((one) => one !== null)
      .filter((one) => one.state === 'pending' && isShown(one, this.shown.peek()))
  }

  #keepDraft(): void {
    const draft = this.draft.peek()
    if (draft?.subject != null) this.#drafts.set(draft.subject.id, draft)
  }

  #showFocus(): void {
    const draft = this.draft.peek()
    const focus = draft !== null && draft.subject === null ? '' : this.current.peek()
    const places = draft?.places ?? this.annotation(this.current.peek())?.places ?? []
    const here = new Set(focus === null ? [] : places.map(({ paragraph }) => paragraph))
    for (const [paragraph, one] of this.#focusIn) if (!here.has(paragraph)) one.value = null
    for (const paragraph of here) this.focusIn(paragraph).value = focus
  }

  #place(annotation: ApiAnnotation): void {
    for (const { paragraph } of annotation.places) {
      const ids = this.idsIn(paragraph)
      if (!ids.peek().includes(annotation.id)) ids.value = this.#sorted([...ids.peek(), annotation.id])
    }
    if (!this.#places.has(annotation.id)) this.#setOrder([...this.order.peek(), annotation.id])
  }

  #setOrder(ids: readonly string[]): void {
    this.order.value = this.#sorted(ids)
    this.#places = new Map(this.order.peek().map((id, place) => [id, place]))
  }

  #sorted(ids: readonly string[]): string[] {
    return ids
      .map((id) => this.annotation(id))
      .filter((one) => one !== null)
      .sort(inReadingOrder)
      .map(({ id }) => id)
  }

  #wordsAt(places: Draft['places']): string {
    return places.map(({ paragraph, start, end }) => this.paragraphs[paragraph]?.text.slice(start, end)).join(' ')
  }

  #counted(): Record<Layer, Record<State, number>> {
    const none = () => ({ pending: 0, accepted: 0, corrected: 0, rejected: 0 })
    const counts = { date: none(), actor: none(), casualty: none(), warning: none() }
    for (const id of this.order.peek()) {
      const annotation = this.annotation(id)
      if (annotation !== null) counts[annotation.layer][annotation.state] += 1
    }
    return counts
  }
}

function noteOf(draft: Draft): string | null {
  const note = draft.note.trim()
  return note === '' ? null : note
}

function madeIn<T>(signals: Map<number, Signal<T>>, key: number, value: T): Signal<T> {
  const known = signals.get(key)
  if (known !== undefined) return known
  const made = signal(value)
  signals.set(key, made)
  return made
}
