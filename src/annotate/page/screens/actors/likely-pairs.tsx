import type { z } from 'zod'
import type { ApiActor, actorsSchema } from '../../../server/schemas.ts'
import { addressOf } from '../../addresses.ts'
import { counted } from '../../parts/words.ts'
import { change } from './register.ts'

interface LikelyPairsProps {
  readonly pairs: z.infer<typeof actorsSchema>['duplicates']
  readonly actors: readonly ApiActor[]
}

/** Pairs of actors that are likely one, to be merged either way. */
export function LikelyPairs({ pairs, actors }: LikelyPairsProps) {
  const byId = new Map(actors.map((actor) => [actor.id, actor]))
  if (pairs.length === 0) return <p class="quiet">No two names look like one actor’s.</p>
  return (
    <ul class="rows pairs">
      {pairs.map(({ pair: [first, second], likeness }) => {
        const [one, other] = [byId.get(first.id), byId.get(second.id)]
        if (one === undefined || other === undefined) return null
        return (
          <li key={`${one.id} ${other.id}`}>
            <PairName actor={one} />
            <PairName actor={other} />
            <span class="quiet">{Math.round(likeness * 100)} % alike</span>
            <span class="button-row">
              <MergeButton from={other} into={one} />
              <MergeButton from={one} into={other} />
            </span>
          </li>
        )
      })}
    </ul>
  )
}

function PairName({ actor: { id, name, mentions } }: { actor: ApiActor }) {
  return (
    <span class="pair-name">
      <a href={addressOf({ screen: 'actors', actor: id })}>{name}</a>{' '}
      <span class="quiet">{counted(mentions, 'mention')}</span>
    </span>
  )
}

function MergeButton({ from, into }: { from: ApiActor; into: ApiActor }) {
  return (
    <button
      type="button"
      onClick={() => void change({ actor: from.id, change: 'merge', value: into.id, seen: from.version })}
    >
      Both are {into.name}
    </button>
  )
}
