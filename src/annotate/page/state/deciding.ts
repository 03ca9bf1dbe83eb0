import { batch, signal } from '@preact/signals'
import type { z } from 'zod'
import type { ApiAnnotation, additionRequestSchema } from '../../server/schemas.ts'
import { annotationOf, heldOf } from './annotations.ts'
import {
  type AdditionStep,
  type DecisionStep,
  type Deed,
  did,
  noDeeds,
  redoing,
  renamed,
  type Step,
  undoing,
  withoutFailed,
} from './deeds.ts'
import type { Choice } from './judgement.ts'
import { type Conflict, newStandIn, type Parcel, type WaitingDecision } from './outbox.ts'
import { onArrival, post, recall } from './sender.ts'
import { say, store } from './store.ts'

/** What can be undone and done again. */
export const deeds = signal(noDeeds)

onArrival(({ parcel, ids, failed }) => {
  deeds.value = withoutFailed(renamed(deeds.peek(), ids), parcel.id, failed)
})

/**
 * Decides; shown at once and sent as soon as the server takes it.
 *
 * @param words what was done, "accepted 14 annotations"
 * @param milliseconds how long the reviewer looked, where it was measured
 */
export function decide(choices: readonly Choice[], words: string, milliseconds: number | null): void {
  const drafted = new Map(choices.map(({ annotation, draftedOn }) => [annotation.id, draftedOn]))
  act(choices.map(stepOf), words, milliseconds, drafted)
}

/** Adds an annotation, and decides on others in the same go: what it stands in the place of. */
export function add(
  addition: z.input<typeof additionRequestSchema>,
  look: ApiAnnotation,
  words: string,
  replacing: readonly Choice[] = [],
): string {
  const id = newStandIn()
  const step: AdditionStep = {
    kind: 'addition',
    annotation: id,
    addition: { ...addition, note: addition.note ?? null, milliseconds: addition.milliseconds ?? null },
    standIn: { ...look, id, origin: 'reviewer', state: 'accepted', version: 0 },
  }
  act([...replacing.map(stepOf), step], words, null)
  return id
}

/** Undoes the last deed, and says which it was. */
export function undo(): Deed | undefined {
  const last = undoing(deeds.peek())
  if (last === undefined) {
    say('Nothing to undo')
    return undefined
  }
  batch(() => {
    deeds.value = last.deeds
    if (!last.deed.parcels.every((parcel) => recall(parcel))) {
      post(parcelOf(last.deed.steps.toReversed().map(withdrawalOf)))
    }
    say(`Undone: ${last.deed.words}`)
  })
  return last.deed
}

/** Does again what was undone last, and says which it was. */
export function redo(): Deed | undefined {
  const last = redoing(deeds.peek())
  if (last === undefined) {
    say('Nothing to do again')
    return undefined
  }
  const steps = last.deed.steps.map((step) => (step.kind === 'addition' ? renewed(step) : step))
  const parcels = parcelsOf(steps, null)
  batch(() => {
    deeds.value = last.deeds({ ...last.deed, steps, parcels: parcels.map(({ id }) => id) })
    post(...parcels)
    say(`Done again: ${last.deed.words}`)
  })
  return { ...last.deed, steps }
}

/** Takes the reviewer's own last decision on an annotation back, whenever it was made. */
export function takeBack(annotation: ApiAnnotation): void {
  post(parcelOf([{ ...bare, annotation: annotation.id, verdict: 'withdraw', shown: pendingLook(annotation) }]))
  say('Your decision is taken back')
}

/** Settles a conflict: by what the reviewer wants now, or by leaving what holds. */
export function settleConflict(conflict: Conflict, choice: Choice | null): void {
  store.conflicts.value = store.conflicts.peek().filter((one) => one !== conflict)
  if (choice !== null) decide([choice], `${pastOf[choice.verdict]} after a conflict`, null)
}

export const pastOf = { accept: 'accepted', reject: 'rejected', correct: 'corrected' } as const

/** Versions that decisions were drafted on, by annotation; `undefined` is the one that is held now. */
type Drafted = ReadonlyMap<string, number | undefined>

function act(steps: readonly Step[], words: string, milliseconds: number | null, drafted: Drafted = new Map()): void {
  if (steps.length === 0) return
  const parcels = parcelsOf(steps, milliseconds, drafted)
  batch(() => {
    deeds.value = did(deeds.peek(), { words, steps, parcels: parcels.map(({ id }) => id) })
    post(...parcels)
    say(capitalised(words))
  })
}

function stepOf({ annotation, verdict, corrected, note }: Choice): DecisionStep {
  const isCorrection = verdict === 'correct' && corrected !== undefined
  return {
    kind: 'decision',
    annotation: annotation.id,
    verdict,
    start: isCorrection ? corrected.start : null,
    end: isCorrection ? corrected.end : null,
    fields: isCorrection ? corrected.fields : null,
    note: note ?? null,
    before: annotation,
    after: isCorrection ? correctedLook(annotation, corrected, note ?? null) : null,
  }
}

function correctedLook(annotation: ApiAnnotation, corrected: ApiAnnotation, note: string | null): ApiAnnotation {
  const { start, end, exact, fields, places } = annotation
  const decision = {
    reviewer: store.session.peek()?.reviewer ?? '',
    note,
    decidedAt: new Date().toISOString(),
  }
  const machine = annotation.machine ?? { start, end, exact, fields, places }
  return { ...annotation, ...corrected, id: annotation.id, machine, state: 'corrected', decision } as ApiAnnotation
}

/** Decisions of a deed go in one parcel, each addition in one of its own. */
function parcelsOf(steps: readonly Step[], milliseconds: number | null, drafted: Drafted = new Map()): Parcel[] {
  const decisions = steps.filter((step) => step.kind === 'decision').map((step) => waitingOf(step, milliseconds))
  const additions = steps.filter((step) => step.kind === 'addition')
  return [
    ...(decisions.length === 0 ? [] : [parcelOf(decisions, drafted)]),
    ...additions.map(({ addition, standIn }) => ({ ...newParcel(), kind: 'addition' as const, addition, standIn })),
  ]
}

function waitingOf(step: DecisionStep, milliseconds: number | null): WaitingDecision {
  const { annotation, verdict, start, end, fields, note, after } = step
  return { annotation, verdict, start, end, fields, note, milliseconds, shown: after, seen: seenOf(annotation) }
}

const bare = { start: null, end: null, fields: null, note: null, milliseconds: null, seen: 0 }

function withdrawalOf(step: Step): WaitingDecision {
  const shown = step.kind === 'decision' ? step.before : null
  return { ...bare, annotation: step.annotation, verdict: 'withdraw', shown, seen: seenOf(step.annotation) }
}

function parcelOf(decisions: readonly WaitingDecision[], drafted: Drafted = new Map()): Parcel {
  const seen = decisions.map((decision) => ({
    ...decision,
    seen: drafted.get(decision.annotation) ?? seenOf(decision.annotation),
  }))
  return { ...newParcel(), kind: 'decisions', decisions: seen }
}

function newParcel() {
  return { id: newId(), at: Date.now(), tried: false }
}

/** `crypto.randomUUID` is kept from pages that come over plain HTTP from elsewhere. */
function newId(): string {
  return [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('')
}

function renewed(step: AdditionStep): AdditionStep {
  const id = newStandIn()
  return { ...step, annotation: id, standIn: { ...step.standIn, id } }
}

/** The version that the reviewer sees: that of the server's last word on it. */
function seenOf(annotation: string): number {
  return heldOf(annotation)?.version ?? 0
}

function pendingLook(annotation: ApiAnnotation): ApiAnnotation {
  const shown = annotationOf(annotation.id).peek() ?? annotation
  return { ...shown, ...(shown.machine ?? {}), machine: null, state: 'pending', decision: null } as ApiAnnotation
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
