import { batch, type Signal, signal } from '@preact/signals'
import type { ApiAnnotation } from '../../server/schemas.ts'
import { asDecided } from './outbox.ts'
import { store } from './store.ts'

/*
 * Every annotation that the page was told of: as the server holds it, and as it is shown with what waits to be decided.
 */

const held = new Map<string, ApiAnnotation>()
const shown = new Map<string, Signal<ApiAnnotation | null>>()

/** An annotation as it is shown; `null` where there is none (any more). */
export function annotationOf(id: string): Signal<ApiAnnotation | null> {
  const known = shown.get(id)
  if (known !== undefined) return known
  const made = signal<ApiAnnotation | null>(null)
  shown.set(id, made)
  return made
}

/** An annotation as the server holds it. */
export function heldOf(id: string): ApiAnnotation | undefined {
  return held.get(id)
}

/** Takes annotations as the server says they are now; one that is older than what is known is passed over. */
export function receive(annotations: readonly ApiAnnotation[]): void {
  batch(() => {
    for (const annotation of annotations) {
      const known = held.get(annotation.id)
      if (known !== undefined && known.version > annotation.version) continue
      held.set(annotation.id, annotation)
      refresh(annotation.id)
    }
  })
}

/** Forgets annotations that are no longer there. */
export function forget(ids: readonly string[]): void {
  batch(() => {
    for (const id of ids) {
      held.delete(id)
      show(id, null)
    }
  })
}

/** Shows an annotation with what waits to be decided on it. */
export function refresh(id: string): void {
  const outbox = store.outbox.peek()
  const base = held.get(id) ?? standInOf(id)
  show(id, base === null ? null : asDecided(base, outbox, store.session.peek()?.reviewer ?? ''))
}

/** Tells of every annotation that is shown in another way than before. */
export function onShown(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

type Listener = (now: ApiAnnotation | null, before: ApiAnnotation | null) => void
const listeners = new Set<Listener>()

function show(id: string, now: ApiAnnotation | null): void {
  const one = annotationOf(id)
  const before = one.peek()
  if (before === now) return
  one.value = now
  for (const listener of listeners) listener(now, before)
}

function standInOf(id: string): ApiAnnotation | null {
  for (const parcel of store.outbox.peek()) {
    if (parcel.kind === 'addition' && parcel.standIn.id === id) return parcel.standIn
  }
  return null
}
