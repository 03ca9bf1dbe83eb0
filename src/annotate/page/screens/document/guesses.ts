import type { Layer } from '../../../../model/index.ts'
import type { ApiActor } from '../../../server/schemas.ts'
import type { FieldValues } from '../../parts/fields.ts'

/**
 * What the fields of a new annotation begin with: what the selected words plainly say, and nothing that a reviewer
 * would have to find wrong.
 */
export function firstFields(layer: Layer, exact: string, actors: readonly ApiActor[]): FieldValues {
  switch (layer) {
    case 'date':
      return { start: dayIn(exact), end: dayIn(exact), edtf: null, basis: 'explicit' }
    case 'actor': {
      const known = actorCalled(exact, actors)
      return { name: known?.name ?? exact, type: known?.type ?? 'other' }
    }
    case 'casualty': {
      const count = countIn(exact)
      return {
        low: count,
        high: count,
        approx: false,
        unit: exact.includes('%') ? 'percent' : 'people',
        effect: 'killed',
        victims: null,
        perpetrator: null,
        place: null,
        date: null,
        source: null,
      }
    }
    case 'warning':
      return { kind: 'explicit', trigger: '', speaker: null, addressee: null, harm: 'mass-atrocity', date: null }
  }
}

/** The actor of the register that goes by a name. */
export function actorCalled(name: string, actors: readonly ApiActor[]): ApiActor | undefined {
  const wanted = name.toLowerCase()
  return actors.find((actor) =>
    [actor.id, actor.name, ...actor.aliases, ...actor.names].some((one) => one.toLowerCase() === wanted),
  )
}

function countIn(words: string): number | null {
  const digits = /\d{1,3}(?:[,\u202f\u00a0 ]\d{3})+|\d+/.exec(words)?.[0].replace(/\D/g, '')
  return digits === undefined ? null : Number(digits)
}

function dayIn(words: string): string {
  return /\b\d{4}-\d{2}-\d{2}\b/.exec(words)?.[0] ?? ''
}
