import { z } from 'zod'
import {
  type ApiAnnotation,
  additionRequestSchema,
  annotationSchema,
  decisionRequestSchema,
  type decisionsSchema,
} from '../../server/schemas.ts'

/*
 * Decisions that the server has not answered yet. They wait in the order in which they were made, over a reload too, and
 * are sent as they are: the server takes the same decision on the same version twice for one.
 */

const waitingDecisionSchema = decisionRequestSchema.extend({
  seen: z.int().nullable().describe('null: as the decision before it in the outbox leaves the annotation'),
  shown: annotationSchema.nullable().describe('the annotation once this is decided, where the verdict does not say'),
})
export type WaitingDecision = z.infer<typeof waitingDecisionSchema>

const common = {
  id: z.string(),
  at: z.number(),
  /** Whether it was ever sent: then it may have arrived although no answer did. */
  tried: z.boolean(),
}

/** What a reviewer did at once, and the server is asked for at once. */
export const parcelSchema = z.discriminatedUnion('kind', [
  z.object({ ...common, kind: z.literal('decisions'), decisions: z.array(waitingDecisionSchema).min(1) }),
  z.object({ ...common, kind: z.literal('addition'), addition: additionRequestSchema, standIn: annotationSchema }),
])
export type Parcel = z.infer<typeof parcelSchema>
type Addition = Extract<Parcel, { kind: 'addition' }>

export type Outbox = readonly Parcel[]

/** No hash begins so: what an annotation is called until the server has named it. */
const standInBeginning = '0'.repeat(32)

/** A name for an annotation that is on its way. */
export function newStandIn(): string {
  const random = [...crypto.getRandomValues(new Uint8Array(16))]
  return standInBeginning + random.map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

export function isStandIn(annotation: string): boolean {
  return annotation.startsWith(standInBeginning)
}

/** A decision that met another's: what the reviewer wanted, and what holds now. */
export interface Conflict {
  readonly mine: WaitingDecision
  readonly current: ApiAnnotation
}

/** A decision that the server will not take, with its reason. */
export interface Refused {
  readonly annotation: string
  readonly reason: string
}

export interface Settled {
  readonly outbox: Outbox
  readonly conflicts: readonly Conflict[]
  readonly refused: readonly Refused[]
}

/** Whether a decision on an annotation is on its way or waits for the server. */
export function isWaiting(outbox: Outbox, annotation: string): boolean {
  return outbox.some((parcel) =>
    parcel.kind === 'addition' ? parcel.standIn.id === annotation : decisionOn(parcel, annotation) !== undefined,
  )
}

/** An annotation as it is once all that waits is decided; `null` where it is taken away. */
export function asDecided(held: ApiAnnotation, outbox: Outbox, reviewer: string): ApiAnnotation | null {
  return outbox.reduce<ApiAnnotation | null>((annotation, parcel) => {
    const decision = decisionOn(parcel, held.id)
    return decision === undefined ? annotation : lookOf(annotation ?? held, decision, reviewer, parcel.at)
  }, held)
}

function lookOf(
  annotation: ApiAnnotation,
  decision: WaitingDecision,
  reviewer: string,
  at: number,
): ApiAnnotation | null {
  if (decision.shown !== null || decision.verdict === 'withdraw') return decision.shown
  const state = decision.verdict === 'reject' ? 'rejected' : 'accepted'
  const made = { reviewer, note: decision.note, decidedAt: new Date(at).toISOString() }
  // What is accepted or rejected is what was found, not what somebody made of it.
  const found = annotation.machine === null ? {} : { ...annotation.machine, machine: null }
  return { ...annotation, ...found, state, decision: made } as ApiAnnotation
}

/** Puts a parcel behind what waits; its decisions see what those before them leave. */
export function posted(outbox: Outbox, parcel: Parcel): Outbox {
  if (parcel.kind === 'addition') return [...outbox, parcel]
  const waiting = new Set(outbox.flatMap(annotationsOf))
  const decisions = parcel.decisions.map((decision) =>
    waiting.has(decision.annotation) ? { ...decision, seen: null } : decision,
  )
  return [...outbox, { ...parcel, decisions }]
}

/** Takes a parcel back that cannot have arrived; `undefined` where it may have. */
export function recalled(outbox: Outbox, id: string): Outbox | undefined {
  const parcel = outbox.find((one) => one.id === id)
  if (parcel === undefined || parcel.tried) return undefined
  const concerned = new Set(annotationsOf(parcel))
  const later = outbox.slice(outbox.indexOf(parcel) + 1)
  if (later.some((one) => annotationsOf(one).some((annotation) => concerned.has(annotation)))) return undefined
  return outbox.filter((one) => one !== parcel)
}

/** Notes that a parcel was sent. */
export function tried(outbox: Outbox, id: string): Outbox {
  return outbox.map((parcel) => (parcel.id === id ? { ...parcel, tried: true } : parcel))
}

/** What is left when the server has answered the decisions of a parcel. */
export function settledDecisions(
  outbox: Outbox,
  id: string,
  results: z.infer<typeof decisionsSchema>['results'],
): Settled {
  const parcel = outbox.find((one) => one.id === id)
  let rest: Outbox = outbox.filter((one) => one.id !== id)
  const conflicts: Conflict[] = []
  const refused: Refused[] = []
  for (const { annotation, outcome, reason, current } of results) {
    const decision = parcel === undefined ? undefined : decisionOn(parcel, annotation)
    if (outcome === 'decided' && current !== null) rest = withSeen(rest, annotation, annotation, current.version)
    if (outcome === 'decided' || decision === undefined) continue
    // What was decided on top of it has lost its ground, too; the last of it is what the reviewer wants.
    const wanted = rest.map((one) => decisionOn(one, annotation)).filter((one) => one !== undefined)
    rest = without(rest, annotation)
    if (outcome === 'conflict' && current !== null) conflicts.push({ mine: wanted.at(-1) ?? decision, current })
    else refused.push({ annotation, reason: reason ?? 'it is no longer there' })
  }
  return { outbox: rest, conflicts, refused }
}

/** What is left when the server has added an annotation: what was decided on its stand-in is on it. */
export function settledAddition(outbox: Outbox, id: string, added: ApiAnnotation): Outbox {
  const parcel = outbox.find((one): one is Addition => one.id === id && one.kind === 'addition')
  const rest = outbox.filter((one) => one.id !== id)
  return parcel === undefined ? rest : withSeen(rest, parcel.standIn.id, added.id, added.version)
}

/** What is left when the server will never take a parcel. */
export function refusedParcel(outbox: Outbox, id: string, reason: string): Settled {
  const parcel = outbox.find((one) => one.id === id)
  const concerned = parcel === undefined ? [] : annotationsOf(parcel)
  const rest = concerned.reduce(
    without,
    outbox.filter((one) => one.id !== id),
  )
  return { outbox: rest, conflicts: [], refused: concerned.map((annotation) => ({ annotation, reason })) }
}

/** The annotations that a parcel is about. */
export function annotationsOf(parcel: Parcel): string[] {
  return parcel.kind === 'addition' ? [parcel.standIn.id] : parcel.decisions.map(({ annotation }) => annotation)
}

/** How many decisions wait. */
export function countOf(outbox: Outbox): number {
  return outbox.reduce((sum, parcel) => sum + annotationsOf(parcel).length, 0)
}

function decisionOn(parcel: Parcel, annotation: string): WaitingDecision | undefined {
  return parcel.kind === 'decisions' ? parcel.decisions.find((one) => one.annotation === annotation) : undefined
}

/** Tells the next decision on an annotation which version it will meet. */
function withSeen(outbox: Outbox, annotation: string, newId: string, seen: number): Outbox {
  let isFirst = true
  return outbox.map((parcel) => {
    if (parcel.kind === 'addition' || decisionOn(parcel, annotation) === undefined) return parcel
    const decisions = parcel.decisions.map((decision) => {
      if (decision.annotation !== annotation) return decision
      const shown = decision.shown === null ? null : { ...decision.shown, id: newId }
      return { ...decision, annotation: newId, shown, seen: isFirst ? seen : decision.seen }
    })
    isFirst = false
    return { ...parcel, decisions }
  })
}

function without(outbox: Outbox, annotation: string): Outbox {
  return outbox.flatMap((parcel): Parcel[] => {
    if (parcel.kind === 'addition') return parcel.standIn.id === annotation ? [] : [parcel]
    const decisions = parcel.decisions.filter((decision) => decision.annotation !== annotation)
    if (decisions.length === parcel.decisions.length) return [parcel]
    return decisions.length === 0 ? [] : [{ ...parcel, decisions }]
  })
}
