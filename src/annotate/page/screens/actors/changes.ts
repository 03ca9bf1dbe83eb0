import type { z } from 'zod'
import type { actorChangeSchema, actorDetailSchema } from '../../../server/schemas.ts'
import { codeWords } from '../../parts/words.ts'

export type ActorDetail = z.infer<typeof actorDetailSchema>
export type PastChange = ActorDetail['history'][number]

/** A change of the register, as it is asked for. */
export type Change = Pick<z.input<typeof actorChangeSchema>, 'actor' | 'change' | 'value' | 'seen'>

/** What a change of an actor comes to, "AU is the African Union". */
export function changeWords({ actor, change, value }: Pick<Change, 'actor' | 'change' | 'value'>): string {
  switch (change) {
    case 'name':
      return `${actor} is called ${value}`
    case 'type':
      return `${actor} is of type ${codeWords(value)}`
    case 'alias':
      return `${actor} is also called ${value}`
    case 'not-alias':
      return `${actor} is not called ${value}`
    case 'merge':
      return `${actor} is ${value}`
    case 'split':
      return `${actor} is not ${value}`
    case 'withdraw':
      return `took change ${value} of ${actor} back`
  }
}

/** The change that a history has last of those that stand and say the same; what an undo takes back. */
export function standingIn(history: readonly PastChange[], made: Omit<Change, 'seen'>): PastChange | undefined {
  return history.findLast(
    ({ actor, change, value, stands }) =>
      stands && actor === made.actor && change === made.change && value === made.value,
  )
}

/** The number of the newest change of an actor: what must have been seen to change it once more. */
export function newestOf(history: readonly PastChange[], actor: string): number {
  return Math.max(0, ...history.filter((past) => past.actor === actor).map(({ version }) => version))
}

/** What takes a past change back. */
export function withdrawalOf(history: readonly PastChange[], { actor, version }: PastChange): Change {
  return { actor, change: 'withdraw', value: String(version), seen: newestOf(history, actor) }
}
