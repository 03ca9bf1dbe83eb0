import { batch } from '@preact/signals'
import { mostDecisions } from '../../server/schemas.ts'
import { ApiFailure, api, Unreachable } from '../api/client.ts'
import { forget, receive, refresh } from './annotations.ts'
import {
  annotationsOf,
  type Outbox,
  type Parcel,
  posted,
  recalled,
  refusedParcel,
  type Settled,
  settledAddition,
  settledDecisions,
  tried,
} from './outbox.ts'
import { type ParcelStorage, parcelsIn } from './outbox-storage.ts'
import { store } from './store.ts'

/*
 * Sends what waits in the outbox, one parcel after the other, until there is nothing left; waits where the server is
 * away, and goes on when it is back.
 */

let kept: ParcelStorage | undefined
let isSending = false
let retry: ReturnType<typeof setTimeout> | undefined

/** How long to wait for a server that is away, in milliseconds: from the first to the longest. */
const [firstPause, longestPause] = [500, 8000]
let pause = firstPause

/** What became of a parcel. */
export interface Arrival {
  readonly parcel: Parcel
  /** The ids that stand-ins were given. */
  readonly ids: ReadonlyMap<string, string>
  /** Annotations on which nothing was decided. */
  readonly failed: ReadonlySet<string>
}
type Listener = (arrival: Arrival) => void
const listeners = new Set<Listener>()

/** Tells of each parcel that the server answered. */
export function onArrival(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Takes up what waited when the page was closed. */
export function openOutbox(reviewer: string): void {
  kept = parcelsIn(localStorage, reviewer)
  change(() => [...(kept?.all() ?? []), ...store.outbox.peek()])
  void send()
}

/** Puts parcels into the outbox; they are shown as decided at once, and sent. */
export function post(...parcels: readonly Parcel[]): void {
  for (const parcel of parcels.flatMap(inParts)) {
    change((outbox) => posted(outbox, parcel))
  }
  void send()
}

/** Takes a parcel back that was never sent; `false` where it may have arrived. */
export function recall(id: string): boolean {
  const rest = recalled(store.outbox.peek(), id)
  if (rest === undefined) return false
  change(() => rest)
  return true
}

/** Tries at once: the server was heard of. */
export function sendNow(): void {
  clearTimeout(retry)
  pause = firstPause
  void send()
}

async function send(): Promise<void> {
  if (isSending || store.session.peek() === null) return
  isSending = true
  clearTimeout(retry)
  try {
    for (let [parcel] = store.outbox.peek(); parcel !== undefined; [parcel] = store.outbox.peek()) {
      if (!parcel.tried) change((outbox) => tried(outbox, parcel?.id ?? ''))
      await deliver(parcel)
      store.connection.value = 'online'
      store.trouble.value = null
      pause = firstPause
    }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    store.connection.value =
      error instanceof Unreachable ? 'offline' : isSignedOut(error) ? 'signed-out' : store.connection.peek()
    store.trouble.value = error instanceof Unreachable ? null : error.message
    retry = setTimeout(send, pause)
    pause = Math.min(longestPause, pause * 2)
  } finally {
    isSending = false
  }
}

/** Sends a parcel and takes its answer. Throws where it should be tried again. */
async function deliver(parcel: Parcel): Promise<void> {
  try {
    if (parcel.kind === 'addition') {
      const { annotation } = await api.add(parcel.addition)
      batch(() => {
        change((outbox) => settledAddition(outbox, parcel.id, annotation))
        receive([annotation])
      })
      arrived({ parcel, ids: new Map([[parcel.standIn.id, annotation.id]]), failed: new Set() })
      return
    }
    const decisions = parcel.decisions.map(({ shown: _, seen, ...decision }) => ({ ...decision, seen: seen ?? 0 }))
    const { results } = await api.decide({ decisions })
    batch(() => {
      settle(settledDecisions(store.outbox.peek(), parcel.id, results))
      receive(results.flatMap(({ current }) => (current === null ? [] : [current])))
      forget(results.filter(({ current }) => current === null).map(({ annotation }) => annotation))
    })
    const failed = results.filter(({ outcome }) => outcome !== 'decided').map(({ annotation }) => annotation)
    arrived({ parcel, ids: new Map(), failed: new Set(failed) })
  } catch (error) {
    if (!(error instanceof ApiFailure) || !isFinal(error)) throw error
    settle(refusedParcel(store.outbox.peek(), parcel.id, error.message))
    arrived({ parcel, ids: new Map(), failed: new Set(annotationsOf(parcel)) })
  }
}

function settle({ outbox, conflicts, refused }: Settled): void {
  batch(() => {
    change(() => outbox)
    if (conflicts.length > 0) store.conflicts.value = [...store.conflicts.peek(), ...conflicts]
    if (refused.length > 0) store.refused.value = [...store.refused.peek(), ...refused]
  })
}

function arrived(arrival: Arrival): void {
  for (const listener of listeners) listener(arrival)
}

/** Whether sending the same again would be refused again. */
function isFinal({ status, code }: ApiFailure): boolean {
  return [400, 404, 409, 413, 415, 422].includes(status) && code !== 'misfit'
}

function isSignedOut(error: Error): boolean {
  return error instanceof ApiFailure && error.status === 401
}

/** Changes the outbox, and with it what is kept and what is shown. */
function change(to: (outbox: Outbox) => Outbox): void {
  const before = store.outbox.peek()
  const after = to(before)
  const unchanged = new Set(before.filter((parcel) => after.includes(parcel)))
  batch(() => {
    store.outbox.value = after
    for (const parcel of before) if (!after.some(({ id }) => id === parcel.id)) kept?.drop(parcel.id)
    const isKept = after.filter((parcel) => !unchanged.has(parcel)).map((parcel) => kept?.keep(parcel) ?? true)
    if (isKept.includes(false)) {
      store.trouble.value = 'This browser has no room left: what waits is lost when the page is closed.'
    }
    const concerned = [...before, ...after].filter((parcel) => !unchanged.has(parcel)).flatMap(annotationsOf)
    for (const id of new Set(concerned)) refresh(id)
  })
}

/** A parcel in parts that the server takes at once. */
function inParts(parcel: Parcel): Parcel[] {
  if (parcel.kind === 'addition' || parcel.decisions.length <= mostDecisions) return [parcel]
  const count = Math.ceil(parcel.decisions.length / mostDecisions)
  return Array.from({ length: count }, (_, part) => ({
    ...parcel,
    id: `${parcel.id}.${part}`,
    decisions: parcel.decisions.slice(part * mostDecisions, (part + 1) * mostDecisions),
  }))
}
