import type { z } from 'zod'
import { fieldSchemas, type Layer, layers } from '../../model/index.ts'
import type { IndependentDecision } from '../../store/index.ts'
import { type Difference, krippendorffAlpha, nominal, ratio, spanAgreement } from '../agreement.ts'
import type { agreementSchema } from './schemas.ts'

type Agreement = Omit<z.infer<typeof agreementSchema>, 'version'>

/** How far reviewers agree who decided without sight of each other. */
export function agreementOf(decisions: readonly IndependentDecision[]): Agreement {
  return { spans: spanFigures(decisions), fields: layers.flatMap((layer) => fieldFigures(layer, decisions)) }
}

/** Annotations on which independent decisions differ, with these. */
export function disagreementsIn(decisions: readonly IndependentDecision[]): IndependentDecision[][] {
  return [...groupedBy(decisions, ({ annotation }) => annotation).values()].filter(
    ([first, ...others]) => first !== undefined && others.some((other) => contentOf(other) !== contentOf(first)),
  )
}

/** Whether a decision that was not among the independent ones holds: somebody saw them and settled it. */
export function isSettled(decisions: readonly IndependentDecision[]): boolean {
  return decisions.every(({ link, holding }) => link !== holding)
}

/** What a decision says, so that two that say the same are equal. */
function contentOf({ verdict, start, end, fields }: IndependentDecision): string {
  return JSON.stringify(verdict === 'reject' ? [verdict] : [start, end, fields])
}

/**
 * Pairwise F1 over the spans that two reviewers hold, in what both worked on: annotations that both decided, and what
 * either added to a document in which both decided.
 */
function spanFigures(decisions: readonly IndependentDecision[]): Agreement['spans'] {
  const reviewers = [...new Set(decisions.map(({ reviewer }) => reviewer))].sort()
  const pairs = reviewers.flatMap((first, place) =>
    reviewers.slice(place + 1).map((second): [string, string] => [first, second]),
  )
  return pairs.flatMap((pair) => {
    const [first, second] = pair.map((reviewer) => decisions.filter((decision) => decision.reviewer === reviewer))
    if (first === undefined || second === undefined) return []
    return layers.flatMap((layer) => {
      const spans = spanAgreement(heldSpans(layer, first, second), heldSpans(layer, second, first))
      return spans.f1 === null ? [] : [{ reviewers: pair, layer, ...spans }]
    })
  })
}

function heldSpans(layer: Layer, own: readonly IndependentDecision[], others: readonly IndependentDecision[]) {
  const annotations = new Set(others.map(({ annotation }) => annotation))
  const documents = new Set(others.map(({ document }) => document))
  const held = own.filter(
    (decision) =>
      decision.layer === layer &&
      decision.verdict !== 'reject' &&
      (annotations.has(decision.annotation) || (decision.origin === 'reviewer' && documents.has(decision.document))),
  )
  return new Set(held.map(({ document, start, end }) => `${document} ${start} ${end}`))
}

/** Alpha of the verdict and of each field, where at least two reviewers gave one annotation a value. */
function fieldFigures(layer: Layer, decisions: readonly IndependentDecision[]): Agreement['fields'] {
  const ofLayer = decisions.filter((decision) => decision.layer === layer)
  const kept = ofLayer.filter(({ verdict }) => verdict !== 'reject')
  const fields = Object.keys(fieldSchemas[layer].shape)
  return [
    figureOf(
      'verdict',
      unitsOf(ofLayer, ({ verdict }) => verdict),
      nominal,
    ),
    ...fields.map((field) => {
      if (field !== 'low' && field !== 'high')
        return figureOf(
          field,
          unitsOf(kept, ({ fields }) => fields[field]),
          nominal,
        )
      return figureOf(
        field,
        unitsOf(kept, ({ fields }) => numberIn(fields[field])),
        ratio,
      )
    }),
  ].flatMap((figure) => (figure.units === 0 ? [] : [{ layer, ...figure }]))
}

function figureOf<T>(field: string, units: readonly (readonly T[])[], difference: Difference<T>) {
  return { field, units: units.length, alpha: krippendorffAlpha(units, difference) }
}

function numberIn(value: unknown): number | null {
  return typeof value === 'number' ? value : null
}

/** Values by what they are about: an annotation, or a span that several reviewers added. */
function unitsOf<T>(decisions: readonly IndependentDecision[], pick: (decision: IndependentDecision) => T): T[][] {
  const units = groupedBy(decisions, ({ origin, annotation, document, start, end }) =>
    origin === 'reviewer' ? `${document} ${start} ${end}` : annotation,
  )
  return [...units.values()].map((unit) => unit.map(pick)).filter((unit) => unit.length > 1)
}

function groupedBy<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const group = groups.get(keyOf(one))
    if (group === undefined) groups.set(keyOf(one), [one])
    else group.push(one)
  }
  return groups
}
