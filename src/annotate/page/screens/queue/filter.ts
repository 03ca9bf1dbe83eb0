import { type Layer, layers, type State, states } from '../../../../model/index.ts'
import type { QueueQuery } from '../../api/client.ts'

/** What the queue is asked for, as it stands in the address. */
export interface QueueFilter {
  readonly layers: readonly Layer[]
  readonly states: readonly State[]
  readonly document: string
  readonly rule: string
  readonly actor: string
  /** Bounds of how likely it is right, in per cent. */
  readonly atLeast: number
  readonly atMost: number
  readonly q: string
  readonly order: 'uncertain' | 'reading'
}

const undecided: readonly State[] = ['pending']

/** The filter that an address holds; what makes no sense in it is passed over. */
export function filterOf(query: string): QueueFilter {
  const given = new URLSearchParams(query)
  const list = <T extends string>(name: string, known: readonly T[], usual: readonly T[]) => {
    const named = given.get(name)?.split(',') ?? []
    const fitting = known.filter((one) => named.includes(one))
    return fitting.length === 0 ? usual : fitting
  }
  return {
    layers: list('layer', layers, layers),
    states: list('state', states, undecided),
    document: given.get('document') ?? '',
    rule: given.get('rule') ?? '',
    actor: given.get('actor') ?? '',
    atLeast: percent(given.get('atLeast'), 0),
    atMost: percent(given.get('atMost'), 100),
    q: given.get('q') ?? '',
    order: given.get('order') === 'reading' ? 'reading' : 'uncertain',
  }
}

/** The address of a filter: only what is not as usual. */
export function queryOf(filter: QueueFilter): string {
  const asked = Object.entries(askedOf(filter)).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return new URLSearchParams(asked).toString()
}

/** What the server is asked for a filter. */
export function askedOf(filter: QueueFilter): QueueQuery {
  const { atLeast, atMost, order } = filter
  const text = (value: string) => (value === '' ? undefined : value)
  return {
    layer: filter.layers.length === layers.length ? undefined : filter.layers.join(','),
    state: filter.states.join(',') === undecided.join(',') ? undefined : filter.states.join(','),
    document: text(filter.document),
    rule: text(filter.rule),
    actor: text(filter.actor),
    atLeast: atLeast === 0 ? undefined : String(atLeast / 100),
    atMost: atMost === 100 ? undefined : String(atMost / 100),
    q: text(filter.q),
    order: order === 'uncertain' ? undefined : order,
  } as QueueQuery
}

/** A set with one more or one less; never empty. */
export function toggled<T>(chosen: readonly T[], one: T, all: readonly T[]): readonly T[] {
  const next = all.filter((other) => (other === one) !== chosen.includes(other))
  return next.length === 0 ? chosen : next
}

function percent(share: string | null, usual: number): number {
  const number = Number(share ?? Number.NaN)
  return Number.isFinite(number) ? Math.round(Math.min(1, Math.max(0, number)) * 100) : usual
}
