import type { Ref } from 'preact'
import type { ApiActor } from '../../../server/schemas.ts'
import { addressOf } from '../../addresses.ts'
import { codeWords, grouped } from '../../parts/words.ts'

interface ActorListProps {
  readonly actors: readonly ApiActor[]
  readonly current: string | null
  readonly list: Ref<HTMLOListElement>
}

/** Actors with how often they are mentioned. */
export function ActorList({ actors, current, list }: ActorListProps) {
  if (actors.length === 0) return <p class="quiet">Nobody of that name.</p>
  return (
    <ol class="rows" ref={list}>
      {actors.map(({ id, name, type, mentions, known }) => (
        <li key={id}>
          <a
            class="row"
            data-id={id}
            href={addressOf({ screen: 'actors', actor: id })}
            aria-current={id === current ? 'true' : undefined}
          >
            <span class="row-name">{name}</span>
            <span class="row-count">
              {grouped(mentions)}
              <span class="visually-hidden"> mentions</span>
            </span>
            <span class="row-more quiet">
              {type === null ? 'of no type yet' : codeWords(type)}
              {!known && ' · not in the lexicon'}
            </span>
          </a>
        </li>
      ))}
    </ol>
  )
}
