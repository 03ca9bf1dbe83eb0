import { useEffect, useMemo } from 'preact/hooks'
import type { ApiActor } from '../../../server/schemas.ts'
import { api } from '../../api/client.ts'
import { FetchedPart } from '../../parts/fetched.tsx'
import { counted } from '../../parts/words.ts'
import { onEvent } from '../../state/live.ts'
import { resource } from '../../state/resource.ts'
import { ActorForm } from './actor-form.tsx'
import { ActorHistory } from './actor-history.tsx'
import { ActorMentions } from './actor-mentions.tsx'
import { ActorNames } from './actor-names.tsx'
import { ActorSame } from './actor-same.tsx'
import { change } from './register.ts'

/** One actor: what it is called, with whom it is one, where it is mentioned. */
export function ActorPanel({ actor }: { actor: ApiActor }) {
  const detail = useMemo(() => resource(() => api.actor(actor.id)), [actor.id])
  useEffect(() => onEvent((event) => event.kind === 'actors' && void detail.load()), [detail])
  useEffect(() => void detail.load(), [detail, actor])
  return (
    <article class="side-panel actor-panel">
      <header>
        <h2>{actor.name}</h2>
        <p class="quiet">{counted(actor.mentions, 'mention')}</p>
      </header>
      <FetchedPart of={detail} words="the actor">
        {(value) => (
          <>
            {value.lexicon !== null && <p>{value.lexicon}</p>}
            {!value.actor.known && <Unknown actor={value.actor} />}
            <ActorForm key={value.actor.version} actor={value.actor} />
            <ActorNames actor={value.actor} />
            <ActorSame detail={value} />
            <ActorMentions actor={value.actor} />
            <ActorHistory detail={value} />
          </>
        )}
      </FetchedPart>
    </article>
  )
}

/** Takes a name that was found by its shape for an actor, as it is. */
function Unknown({ actor: { id, type, version } }: { actor: ApiActor }) {
  return (
    <p class="unknown">
      Neither the lexicon nor a reviewer has this name yet: say below with whom it is one, or
      <button
        type="button"
        onClick={() => void change({ actor: id, change: 'type', value: type ?? 'other', seen: version })}
      >
        Take it for an actor of its own
      </button>
    </p>
  )
}
